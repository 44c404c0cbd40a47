package dev.hammer.app.scan;

import dev.hammer.app.CommandFailure;
import dev.hammer.app.config.Configuration;
import dev.hammer.core.issue.ScanStore;
import dev.hammer.core.scan.Scan;
import java.util.Optional;

/**
 * A scan that another process can go on with.
 *
 * @param request what it was asked
 */
record Resumable(Scan scan, ScanRequest request) {
  private static final int LATEST = 50;
  private static final String REMEDY = "Scan anew: hammer scan";

  /**
   * Finds it.
   *
   * @param asked id of the scan; absent for the latest that looks at more than one resource
   * @throws CommandFailure if there is none, or it cannot be gone on with
   */
  static Resumable of(ScanStore store, Configuration configuration, Optional<String> asked) {
    Scan scan =
        asked.isPresent()
            ? store.scan(asked.get()).orElseThrow(() -> unknown(asked.get()))
            : latest(store);
    if (scan.outcome() == Scan.Outcome.COMPLETE) {
      throw usage("nothing to resume: the scan " + scan.id() + " is complete", REMEDY);
    }
    ScanRequest request =
        ScanRequest.of(scan)
            .orElseThrow(() -> usage(scan.id() + " does not say what it was to look at", REMEDY));
    if (request.resource().isPresent()) {
      throw usage(scan.id() + " looked at one resource only", REMEDY);
    }
    if (!scan.configHash().equals(configuration.sha256())) {
      throw usage(
          "the configuration has changed since " + scan.id() + " began",
          REMEDY + ", or resume with the configuration it began with");
    }
    return new Resumable(scan, request);
  }

  private static Scan latest(ScanStore store) {
    return store.scans(LATEST).stream()
        .filter(scan -> ScanRequest.of(scan).flatMap(ScanRequest::resource).isEmpty())
        .findFirst()
        .orElseThrow(() -> usage("nothing to resume: nothing has been scanned yet", REMEDY));
  }

  private static CommandFailure unknown(String id) {
    return new CommandFailure(
        CommandFailure.Kind.NOT_FOUND,
        "scan.none",
        "there is no scan " + id,
        "Leave the id out to resume the latest scan");
  }

  private static CommandFailure usage(String message, String remedy) {
    return new CommandFailure(CommandFailure.Kind.USAGE, "scan.resume", message, remedy);
  }
}
