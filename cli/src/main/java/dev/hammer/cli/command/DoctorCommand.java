package dev.hammer.cli.command;

import dev.hammer.app.CommandFailure;
import dev.hammer.app.Workspace;
import dev.hammer.app.doctor.Diagnosis;
import dev.hammer.app.doctor.Doctor;
import dev.hammer.app.doctor.Examination;
import dev.hammer.app.doctor.Proven;
import dev.hammer.app.record.DoctorRecord;
import dev.hammer.cli.Door;
import dev.hammer.cli.Exit;
import dev.hammer.cli.doctor.DoctorScreen;
import dev.hammer.json.JsonText;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code hammer doctor}. The one command that goes on with a broken configuration or store: it is
 * there to say so.
 */
@Command(
    name = "doctor",
    header = "Prove that a scan will work: configuration, store, identity, roles.",
    customSynopsis = {
      "hammer doctor",
      "hammer doctor --offline",
      "hammer doctor --only accounts --account 'prod-*'",
      "hammer doctor --deep"
    },
    description = {
      "Each is tried for real, with the smallest call, and by itself: one failure hides no other."
    },
    exitCodeList = {"0:", "2:", "4:", "7:"})
final class DoctorCommand extends HammerSubcommand {
  @Option(names = "--offline", description = "leave out what needs AWS")
  private boolean offline;

  @Option(
      names = "--deep",
      description = "try every action that scans need in every account, too; only reads")
  private boolean deep;

  @Option(
      names = "--only",
      paramLabel = "NAME",
      split = ",",
      description = "only config, store, identity, accounts or actions")
  private List<String> only = List.of();

  @Mixin private AccountOptions which = new AccountOptions();

  @Mixin private BudgetOption budget = new BudgetOption();

  @Override
  Exit run(Door door) {
    Examination asked = new Examination(offline, only, which.accounts(), which.notAccounts());
    try (Workspace workspace =
        Workspace.of(
            door.workspaceOptions(), door.surroundings().clock(), door.surroundings().ids())) {
      Diagnosis diagnosis =
          new Doctor(workspace, budget.budget()).examine(deep ? asked.deep() : asked);
      print(door, workspace, diagnosis);
      return exit(diagnosis);
    }
  }

  private static void print(Door door, Workspace workspace, Diagnosis diagnosis) {
    switch (door.options().output()) {
      case TEXT ->
          new DoctorScreen(
                  diagnosis, door.terminal().columns(), door.terminal().outStyle(), door.hammer())
              .lines()
              .forEach(door::print);
      case JSON, JSONL ->
          door.print(JsonText.writePretty(DoctorRecord.of(diagnosis, workspace.clock().instant())));
      case ID -> diagnosis.failed().forEach(failed -> door.print(failed.name()));
    }
  }

  private static Exit exit(Diagnosis diagnosis) {
    return Exit.worst(
        diagnosis.failed().stream()
            .map(Proven::failure)
            .flatMap(Optional<CommandFailure.Kind>::stream)
            .map(Exit::of)
            .toArray(Exit[]::new));
  }
}
