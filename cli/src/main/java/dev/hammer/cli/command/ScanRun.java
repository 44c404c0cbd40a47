package dev.hammer.cli.command;

import dev.hammer.app.Workspace;
import dev.hammer.app.scan.Figures;
import dev.hammer.app.scan.ScanReport;
import dev.hammer.app.scan.ScanRequest;
import dev.hammer.app.scan.Scanner;
import dev.hammer.aws.AwsConnection;
import dev.hammer.aws.Budget;
import dev.hammer.cli.Door;
import dev.hammer.cli.Interrupts;
import dev.hammer.cli.scan.ScanProgress;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/** One scan with its progress on stderr; Ctrl-C ends it in order. */
record ScanRun(Door door, Workspace workspace, Budget budget) {
  ScanReport run(ScanRequest request) {
    return run(scanner -> scanner.scan(request));
  }

  ScanReport resume(Optional<String> scanId, Duration timeout, Duration accountTimeout) {
    return run(scanner -> scanner.resume(scanId, timeout, accountTimeout));
  }

  private ScanReport run(Function<Scanner, ScanReport> scan) {
    Figures figures = new Figures(new CallTrace(door));
    workspace.whitelist().lapse();
    try (AwsConnection aws = workspace.connect(figures, budget);
        ScanProgress progress = new ScanProgress(door.terminal(), figures, manner());
        Interrupts interrupts = Interrupts.ofThisThread()) {
      ScanReport report = scan.apply(workspace.scanner(aws, figures, progress));
      interrupts.finishing();
      return report;
    }
  }

  private ScanProgress.Manner manner() {
    return ScanProgress.Manner.of(
        door.terminal(), door.options().isQuiet(), CallTrace.isOn(door.options()));
  }
}
