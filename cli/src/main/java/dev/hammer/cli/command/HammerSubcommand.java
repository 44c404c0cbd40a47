package dev.hammer.cli.command;

import dev.hammer.app.CommandFailure;
import dev.hammer.app.Workspace;
import dev.hammer.cli.Door;
import dev.hammer.cli.Exit;
import dev.hammer.cli.OutputFormat;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ParentCommand;

/**
 * What all commands share. A command that needs the workspace gets it opened and checked: with an
 * error in the configuration it never starts.
 */
abstract class HammerSubcommand implements Callable<Integer> {
  @ParentCommand private @Nullable Door door;

  @Override
  public final Integer call() {
    if (door().options().output() == OutputFormat.JSONL && !streams()) {
      throw new CommandFailure(
          CommandFailure.Kind.USAGE,
          "usage",
          "-o jsonl: this command has one answer, not a list",
          "Write -o json; issues, history and store export write JSON lines");
    }
    if (door().options().isCsv() && !tabulates()) {
      throw new CommandFailure(
          CommandFailure.Kind.USAGE,
          "usage",
          "-o csv: this command has no list to write as a table",
          "Write -o json; issues, whitelist list and accounts write tables");
    }
    return run(door()).code();
  }

  /** Whether it answers with a list that can be written line by line. */
  boolean streams() {
    return false;
  }

  /** Whether it answers with a list that a spreadsheet can show. */
  boolean tabulates() {
    return false;
  }

  /** Does the work of the command and says how it ended. */
  abstract Exit run(Door door);

  /** The way in for a command below another, such as {@code whitelist add}. */
  Door door() {
    if (door == null) {
      throw new IllegalStateException("a command runs below hammer");
    }
    return door;
  }

  /** Opens the workspace, runs, and closes it. */
  static Exit inWorkspace(Door door, WorkspaceUse use) {
    try (Workspace workspace = door.openWorkspace()) {
      return use.run(workspace);
    }
  }

  /** Work that needs a workspace. */
  @FunctionalInterface
  interface WorkspaceUse {
    Exit run(Workspace workspace);
  }
}
