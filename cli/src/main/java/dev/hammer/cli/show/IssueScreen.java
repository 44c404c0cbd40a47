package dev.hammer.cli.show;

import dev.hammer.app.config.AwsSection;
import dev.hammer.app.issues.Books;
import dev.hammer.app.issues.Dossier;
import dev.hammer.app.scan.Remedies;
import dev.hammer.cli.issues.CoverageWords;
import dev.hammer.cli.issues.IssueOwner;
import dev.hammer.cli.terminal.Style;
import dev.hammer.cli.terminal.TextWidth;
import dev.hammer.cli.terminal.Visible;
import dev.hammer.cli.terminal.Words;
import dev.hammer.cli.whitelist.EntryWords;
import dev.hammer.core.check.Severity;
import dev.hammer.core.issue.HistoryEntry;
import dev.hammer.core.issue.Issue;
import dev.hammer.core.issue.Proof;
import dev.hammer.core.issue.Status;
import dev.hammer.core.reading.ReadFailure;
import dev.hammer.core.resource.ResourceRef;
import dev.hammer.core.scan.SliceState;
import dev.hammer.core.whitelist.WhitelistEntry;
import dev.hammer.json.JsonText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One issue for people: what and where, why and why so severe, what proves it, its history, and
 * what to do next.
 */
public final class IssueScreen {
  private static final int LABEL = 11;
  private static final int ROWS_SHOWN = 24;
  private static final int HISTORY_SHOWN = 12;

  private final Dossier dossier;
  private final Issue issue;
  private final Books books;
  private final AwsSection aws;
  private final int width;
  private final Style style;
  private final List<String> lines = new ArrayList<>();

  /**
   * Prepares a screen.
   *
   * @param width the columns to fit into
   */
  public IssueScreen(Dossier dossier, Books books, AwsSection aws, int width, Style style) {
    this.dossier = dossier;
    this.issue = dossier.issue();
    this.books = books;
    this.aws = aws;
    this.width = width;
    this.style = style;
  }

  /**
   * The lines of the screen.
   *
   * @param title what the check finds
   * @param everything whether the whole stored snapshot is shown, too
   * @param hammer how a person calls the program in next steps
   */
  public List<String> lines(String title, boolean everything, String hammer) {
    lines.clear();
    headline(title);
    where();
    lines.add("");
    why();
    proof();
    notRead();
    accepted();
    tags();
    if (everything) {
      evidence();
    }
    history();
    block("Coverage", List.of(new CoverageWords(books).value(style)));
    block("Next", List.of(next(hammer)));
    return List.copyOf(lines);
  }

  private void headline(String title) {
    Severity severity = issue.finding().severity();
    String left = severity.name() + "  " + title;
    String right = standing();
    int blanks = Math.max(2, width - TextWidth.of(left) - TextWidth.of(right));
    lines.add(
        style.severity(severity, severity.name())
            + "  "
            + style.bold(title)
            + " ".repeat(blanks)
            + right);
  }

  private String standing() {
    return switch (issue.status()) {
      case OPEN ->
          issue
              .timestamps()
              .found()
              .map(at -> "open for " + Words.longAge(at, books.now()))
              .orElse("open, age unknown");
      case WHITELISTED ->
          dossier
              .accepted()
              .flatMap(WhitelistEntry::expires)
              .map(end -> "whitelisted until " + Words.day(end))
              .orElse("whitelisted");
      case RESOLVED ->
          issue.timestamps().resolved().map(at -> "resolved " + Words.day(at)).orElse("resolved");
      case CLOSED -> "closed";
      case UNKNOWN -> "status unknown";
    };
  }

  private void where() {
    ResourceRef resource = issue.resource();
    List<String> facts = new ArrayList<>();
    facts.add(
        Visible.of(resource.id())
            + resource
                .name()
                .filter(name -> !resource.id().endsWith(name))
                .map(name -> " \"" + Visible.of(name) + "\"")
                .orElse(""));
    facts.add(account());
    if (resource.region().isReal()) {
      facts.add(resource.region().name());
    }
    IssueOwner.of(issue)
        .map(owner -> "owner " + Visible.of(owner) + " (tag)")
        .ifPresent(facts::add);
    flow(facts, "      ");
    lines.add(style.faint(issue.ref() + "  " + Visible.of(issue.key().toString())));
  }

  /** Puts facts on as few lines as fit. */
  private void flow(List<String> facts, String gap) {
    StringBuilder line = new StringBuilder();
    for (String fact : facts) {
      if (!line.isEmpty() && TextWidth.of(line + gap + fact) > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : gap).append(fact);
    }
    lines.add(line.toString());
  }

  private String account() {
    String id = issue.key().account().id();
    String name = books.accountName(issue.key().account());
    return name.isEmpty() ? id : Visible.of(name) + " (" + id + ")";
  }

  private void why() {
    List<String> why = new ArrayList<>(wrapped(Visible.of(issue.finding().summary())));
    String severity = issue.finding().severity().word();
    why.addAll(
        wrapped(
            severity.substring(0, 1).toUpperCase(Locale.ROOT)
                + severity.substring(1)
                + (issue.finding().latent() ? ", as it has no effect now: " : ": ")
                + sentence(issue.finding().reason())));
    block("Why", why);
  }

  private static String sentence(String text) {
    String visible = Visible.of(text);
    return visible.endsWith(".") ? visible : visible + ".";
  }

  private void proof() {
    if (dossier.proof().isEmpty()) {
      block("Proof", List.of(style.unknown("none stored; a scan that sees it again stores it")));
      return;
    }
    Proof proof = dossier.proof().get();
    List<String> shown =
        new ArrayList<>(
            wrapped(
                "read "
                    + Words.second(proof.readAt())
                    + "   "
                    + Visible.of(String.join(", ", proof.calls()))));
    List<ProofLayout.Line> rows = ProofRows.of(issue.finding(), proof.evidence(), width - LABEL);
    rows.stream()
        .limit(ROWS_SHOWN)
        .map(line -> line.offends() ? style.bold(line.text()) : line.text())
        .forEach(shown::add);
    if (rows.size() > ROWS_SHOWN) {
      shown.add("and " + Words.count(rows.size() - ROWS_SHOWN, "line") + " more: --evidence");
    }
    block("Proof", shown);
  }

  /** What the latest look could not read: it may hide the issue's state, or only grade it. */
  private void notRead() {
    List<String> doubts = new ArrayList<>();
    if (!issue.finding().contextUnread().isEmpty()) {
      doubts.addAll(
          wrapped(
              "graded without "
                  + Visible.of(String.join(", ", issue.finding().contextUnread()))
                  + "; the severity may be lower"));
    }
    if (issue.status().isLive() && !books.isVerified(issue)) {
      doubts.addAll(wrapped("? " + unconfirmed()));
    }
    block("Not read", doubts.stream().map(style::unknown).toList());
  }

  private String unconfirmed() {
    String since = "not confirmed since " + Words.minute(issue.observedAt());
    Optional<SliceState> look = books.openLook(issue);
    if (look.isEmpty()) {
      return since + ": it is no longer in the configured scope";
    }
    Optional<ReadFailure> why = look.get().failures().stream().findFirst();
    return since
        + why.map(
                failure ->
                    ": "
                        + failure.kind().words()
                        + ", "
                        + Visible.of(failure.call().action())
                        + ". "
                        + Visible.of(Remedies.of(failure, aws)))
            .orElse(": not reached by the latest scan");
  }

  private void accepted() {
    if (dossier.accepted().isEmpty()) {
      return;
    }
    WhitelistEntry entry = dossier.accepted().get();
    EntryWords words = new EntryWords(entry, books);
    List<String> text = new ArrayList<>();
    text.addAll(
        wrapped(
            entry.id()
                + "  by "
                + Visible.of(entry.owner())
                + ", "
                + words.until()
                + entry.ticket().map(ticket -> ", " + Visible.of(ticket)).orElse("")
                + (entry.source().equals(WhitelistEntry.STORE)
                    ? ""
                    : "  (" + Visible.of(entry.source()) + ")")));
    text.addAll(wrapped(words.scope() + (entry.scope().isTooBroad() ? "  too broad" : "")));
    text.addAll(wrapped("\"" + Visible.of(entry.reason()) + "\""));
    if (entry.endsWithin(WhitelistEntry.SOON, books.now())) {
      text.add(
          style.warning(
              "Open again then, unless the end is moved: whitelist expire "
                  + entry.id()
                  + " --at DATE"));
    }
    block("Whitelist", text);
  }

  private void tags() {
    String tags =
        issue.tags().values().entrySet().stream()
            .map(tag -> Visible.of(tag.getKey()) + "=" + Visible.of(tag.getValue()))
            .collect(Collectors.joining("  "));
    if (!tags.isEmpty()) {
      block("Tags", wrapped(tags));
    }
  }

  private void evidence() {
    dossier
        .proof()
        .map(proof -> JsonText.writePretty(proof.evidence()).lines().map(Visible::of).toList())
        .ifPresent(text -> block("Evidence", text));
  }

  private void history() {
    List<HistoryEntry> all = dossier.history();
    List<String> text = new ArrayList<>();
    int left = Math.max(0, all.size() - HISTORY_SHOWN);
    if (left > 0) {
      text.add(Words.count(left, "earlier change") + ": -o json shows all");
    }
    for (HistoryEntry entry : all.subList(left, all.size())) {
      String head =
          Words.minute(entry.at())
              + "  "
              + String.format(Locale.ROOT, "%-13s", entry.kind().word())
              + "  ";
      int indent = TextWidth.of(head);
      boolean narrow = width - LABEL - indent < 24;
      List<String> told =
          TextWidth.lines(told(entry), narrow ? width - LABEL - 2 : width - LABEL - indent);
      text.add(narrow ? head.stripTrailing() : head + told.getFirst());
      told.stream()
          .skip(narrow ? 0 : 1)
          .forEach(line -> text.add(" ".repeat(narrow ? 2 : indent) + line));
    }
    block("History", text);
  }

  private static String told(HistoryEntry entry) {
    boolean person =
        !entry.actor().equals("identification")
            && !entry.text().contains("(" + entry.actor() + ")");
    return Visible.of(entry.text())
        + (person ? "  by " + Visible.of(entry.actor()) : "")
        + entry.scanId().map(scan -> "  (" + scan + ")").orElse("");
  }

  private String next(String hammer) {
    String resource = quoted(issue.resource().id());
    String explain = hammer + " checks explain " + issue.key().check();
    String accept =
        hammer
            + " whitelist add "
            + issue.key().check()
            + " "
            + resource
            + " --account "
            + issue.key().account()
            + " --reason \"...\"";
    String again = hammer + " scan --resource " + resource;
    List<String> steps =
        issue.status() == Status.OPEN ? List.of(explain, again, accept) : List.of(explain, again);
    return String.join("\n", steps);
  }

  /** A word for a shell, and no control character in it. */
  private static String quoted(String text) {
    String visible = Visible.of(text);
    return visible.chars().allMatch(c -> Character.isLetterOrDigit(c) || "_./@+=:-".indexOf(c) >= 0)
        ? visible
        : "'" + visible.replace("'", "'\\''") + "'";
  }

  private List<String> wrapped(String text) {
    return TextWidth.lines(text, width - LABEL);
  }

  private void block(String label, List<String> text) {
    boolean first = true;
    for (String line : text.stream().flatMap(String::lines).toList()) {
      String blanks = " ".repeat(LABEL - (first ? label.length() : 0));
      lines.add(first ? style.bold(label) + blanks + line : blanks + line);
      first = false;
    }
  }
}
