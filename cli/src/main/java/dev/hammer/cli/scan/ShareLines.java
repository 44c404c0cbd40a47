package dev.hammer.cli.scan;

import dev.hammer.app.scan.Share;
import dev.hammer.cli.terminal.Visible;
import dev.hammer.cli.terminal.Words;
import dev.hammer.core.ledger.Worker;
import dev.hammer.core.scan.Scan;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says which processes share a scan, and what each did of it. */
final class ShareLines {
  private static final int NAMED = 4;

  private ShareLines() {}

  static String resumed(Scan scan, List<Worker> others) {
    String beside =
        others.isEmpty()
            ? "nobody else is at it"
            : "at it: " + some(others.stream().map(w -> name(w.host(), w.process())).toList());
    return "Going on with "
        + Visible.of(scan.id())
        + ", begun "
        + Words.second(scan.started())
        + "   "
        + beside;
  }

  static String tookOver(Worker gone, int units) {
    return "No more word of "
        + name(gone.host(), gone.process())
        + ": reading "
        + Words.count(units, "unit")
        + " in its place";
  }

  /** Absent for a scan that one process did alone. */
  static Optional<String> of(List<Share> shares) {
    if (shares.size() < 2) {
      return Optional.empty();
    }
    List<String> shown =
        shares.stream()
            .filter(share -> share.own() || share.units() > 0)
            .map(ShareLines::words)
            .toList();
    return Optional.of("Read by: " + some(shown) + '.');
  }

  private static String words(Share share) {
    String who = share.own() ? "this process" : name(share.host(), share.process());
    return who + " " + Words.count(share.units(), "unit");
  }

  private static String name(String host, long process) {
    return Visible.of(host) + "/" + process;
  }

  private static String some(List<String> names) {
    String first = names.stream().limit(NAMED).collect(Collectors.joining(", "));
    int more = names.size() - NAMED;
    return first + (more > 0 ? " and " + Words.number(more) + " more" : "");
  }
}
