package dev.hammer.cli.command;

import dev.hammer.app.Workspace;
import dev.hammer.app.scan.Figures;
import dev.hammer.app.scan.ScanReport;
import dev.hammer.app.scan.ScanRequest;
import dev.hammer.aws.AwsConnection;
import dev.hammer.aws.Budget;
import dev.hammer.cli.Door;
import dev.hammer.cli.Interrupts;
import dev.hammer.cli.scan.ScanProgress;

/** One scan with its progress on stderr; Ctrl-C ends it in order. */
record ScanRun(Door door, Workspace workspace, Budget budget) {
  ScanReport run(ScanRequest request) {
    Figures figures = new Figures(new CallTrace(door));
    workspace.whitelist().lapse();
    try (AwsConnection aws = workspace.connect(figures, budget);
        ScanProgress progress =
            new ScanProgress(door.terminal(), figures, door.options().isQuiet());
        Interrupts interrupts = Interrupts.ofThisThread()) {
      ScanReport report = workspace.scanner(aws, figures, progress).scan(request);
      interrupts.finishing();
      return report;
    }
  }
}
