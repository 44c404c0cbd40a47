package dev.hammer.cli.command;

import dev.hammer.app.WorkspaceOptions;
import dev.hammer.cli.Door;
import dev.hammer.cli.GlobalOptions;
import dev.hammer.cli.Surroundings;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/**
 * What commands with commands below them share, such as {@code whitelist} with {@code add}: they
 * hand the door on, and alone they do nothing but name those below.
 */
abstract class HammerGroup implements Callable<Integer>, Door {
  @ParentCommand private @Nullable Door door;
  @Spec private @Nullable CommandSpec spec;

  @Override
  public GlobalOptions options() {
    return door().options();
  }

  @Override
  public Surroundings surroundings() {
    return door().surroundings();
  }

  @Override
  public WorkspaceOptions workspaceOptions() {
    return door().workspaceOptions();
  }

  @Override
  public final Integer call() {
    if (spec == null) {
      throw new IllegalStateException("a group of commands runs below hammer");
    }
    throw new ParameterException(
        spec.commandLine(),
        spec.qualifiedName() + " wants one of: " + String.join(", ", spec.subcommands().keySet()));
  }

  private Door door() {
    if (door == null) {
      throw new IllegalStateException("a group of commands runs below hammer");
    }
    return door;
  }
}
