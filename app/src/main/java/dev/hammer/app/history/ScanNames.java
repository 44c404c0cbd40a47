package dev.hammer.app.history;

import dev.hammer.app.CommandFailure;
import dev.hammer.core.issue.ScanStore;
import dev.hammer.core.scan.Scan;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Finds a scan by what people call it: its id, {@code latest}, {@code previous}, or a date, which
 * stands for the last scan that had ended by then. Scans of the whole scope go before others, for
 * these two words and for dates.
 */
public final class ScanNames {
  public static final String LATEST = "latest";
  public static final String PREVIOUS = "previous";

  private static final int RECENT = 200;

  private final ScanStore store;

  public ScanNames(ScanStore store) {
    this.store = store;
  }

  /**
   * The scan of that name.
   *
   * @throws CommandFailure if there is none
   */
  public Scan find(String name) {
    return switch (name) {
      case LATEST -> recent(0).orElseThrow(ScanNames::noneYet);
      case PREVIOUS -> recent(1).orElseThrow(this::noPrevious);
      default -> name.startsWith("s-") ? byId(name) : byDate(name);
    };
  }

  private Optional<Scan> recent(int skipped) {
    List<Scan> ended = store.scans(RECENT).stream().filter(s -> s.ended().isPresent()).toList();
    List<Scan> whole = ended.stream().filter(Scan::whole).toList();
    return (whole.isEmpty() ? ended : whole).stream().skip(skipped).findFirst();
  }

  private Scan byId(String id) {
    return store
        .scan(id)
        .orElseThrow(
            () ->
                new CommandFailure(
                    CommandFailure.Kind.NOT_FOUND,
                    "scan.none",
                    "No scan is called \"" + id + "\"",
                    "Name a scan by its id, by a date, or write latest or previous"));
  }

  private Scan byDate(String text) {
    Instant moment =
        When.moment(text)
            .orElseThrow(
                () ->
                    new CommandFailure(
                        CommandFailure.Kind.USAGE,
                        "usage",
                        "\"" + text + "\" names no scan",
                        "Write s-4h2k9m1q, latest, previous, or a date in UTC: 2026-11-24"));
    Last last = new Last(moment);
    store.scans(last::see);
    return last.found()
        .orElseThrow(
            () ->
                new CommandFailure(
                    CommandFailure.Kind.NOT_FOUND,
                    "scan.none",
                    "No scan had ended by " + moment,
                    last.first()
                        .map(scan -> "The first one is " + scan.id() + " of " + scan.started())
                        .orElse("Start with: hammer scan")));
  }

  private static CommandFailure noneYet() {
    return new CommandFailure(
        CommandFailure.Kind.NOT_FOUND,
        "scan.none",
        "No scan has ended yet",
        "Start with: hammer scan");
  }

  private CommandFailure noPrevious() {
    return recent(0).map(this::nothingBefore).orElseGet(ScanNames::noneYet);
  }

  private CommandFailure nothingBefore(Scan only) {
    if (!only.whole()) {
      return none(
          "No scan of the whole scope has ended yet; " + only.id() + " looked at a part of it",
          "Scan all of it, and once more later: hammer scan");
    }
    return store.scans(RECENT).stream()
        .filter(scan -> scan.ended().isPresent() && scan.started().isBefore(only.started()))
        .findFirst()
        .map(
            part ->
                none(
                    "There is no scan of the whole scope before "
                        + only.id()
                        + "; "
                        + part.id()
                        + " looked at a part of it",
                    "Scan again later: hammer scan; or compare these two: hammer diff "
                        + part.id()
                        + " "
                        + only.id()))
        .orElseGet(
            () ->
                none(
                    "There is no scan before " + only.id() + " to compare it with",
                    "Scan again later: hammer scan"));
  }

  private static CommandFailure none(String message, String remedy) {
    return new CommandFailure(CommandFailure.Kind.NOT_FOUND, "scan.none", message, remedy);
  }

  /** The last scan that had ended by a moment; scans are seen the latest first. */
  private static final class Last {
    private final Instant moment;
    private Optional<Scan> any = Optional.empty();
    private Optional<Scan> whole = Optional.empty();
    private Optional<Scan> first = Optional.empty();

    Last(Instant moment) {
      this.moment = moment;
    }

    void see(Scan scan) {
      first = Optional.of(scan);
      if (scan.ended().filter(at -> !at.isAfter(moment)).isPresent()) {
        any = any.or(() -> Optional.of(scan));
        whole = whole.or(() -> Optional.of(scan).filter(Scan::whole));
      }
    }

    Optional<Scan> found() {
      return whole.or(() -> any);
    }

    Optional<Scan> first() {
      return first;
    }
  }
}
