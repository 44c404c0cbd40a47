package dev.hammer.app.scan;

import dev.hammer.core.check.Severity;
import dev.hammer.core.issue.EventKind;
import dev.hammer.core.issue.HistoryEntry;
import dev.hammer.core.issue.HistoryPage;
import dev.hammer.core.issue.HistoryQuery;
import dev.hammer.core.issue.Issue;
import dev.hammer.core.issue.IssueKey;
import dev.hammer.core.issue.IssueStore;
import dev.hammer.core.issue.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a scan changed, counted from the history: the same whoever made the changes, and however
 * often the scan was taken up again.
 *
 * @param counts new, back and resolved issues by severity
 * @param news new and back issues that are still there, the worst first
 * @param changed issues of which something significant is different
 */
record Recount(SortedMap<Severity, Count> counts, List<Issue> news, long changed) {
  private static final int PAGE = 500;

  static Recount of(IssueStore store, String scanId) {
    SortedMap<Severity, Count> counts = new TreeMap<>();
    Worst news = new Worst(ScanReport.NEWS_KEPT);
    long changed = 0;
    Optional<String> from = Optional.of("");
    while (from.isPresent()) {
      HistoryPage page = store.history(HistoryQuery.ALL.withScan(scanId), from.get(), PAGE);
      List<IssueKey> keys = new ArrayList<>();
      for (HistoryEntry entry : page.entries()) {
        counts.merge(severity(entry), count(entry), Count::plus);
        changed += entry.kind() == EventKind.CHANGED ? 1 : 0;
        if (isNews(entry)) {
          keys.add(entry.key());
        }
      }
      store.issues(keys).stream().filter(issue -> issue.status() == Status.OPEN).forEach(news::add);
      from = page.next();
    }
    return new Recount(counts, news.list(), changed);
  }

  private static Severity severity(HistoryEntry entry) {
    return entry.after().text("severity").flatMap(Severity::parse).orElse(Severity.INFO);
  }

  private static Count count(HistoryEntry entry) {
    if (isNews(entry)) {
      return entry.kind() == EventKind.FOUND ? new Count(0, 1, 0, 0) : new Count(0, 0, 1, 0);
    }
    return entry.kind() == EventKind.RESOLVED ? new Count(0, 0, 0, 1) : Count.NONE;
  }

  private static boolean isNews(HistoryEntry entry) {
    return (entry.kind() == EventKind.FOUND || entry.kind() == EventKind.BACK)
        && entry.after().text("status").filter(Status.OPEN.word()::equals).isPresent();
  }
}
