package dev.hammer.cli.command;

import dev.hammer.app.WorkspaceOptions;
import dev.hammer.cli.Door;
import dev.hammer.cli.Exit;
import dev.hammer.cli.GlobalOptions;
import dev.hammer.cli.Surroundings;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code hammer} itself: says what there is. */
@Command(
    name = "hammer",
    subcommands = {ScanCommand.class})
public final class RootCommand implements Callable<Integer>, Door {
  private final Surroundings surroundings;

  @Mixin private final GlobalOptions options = new GlobalOptions();

  public RootCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public GlobalOptions options() {
    return options;
  }

  @Override
  public Surroundings surroundings() {
    return surroundings;
  }

  @Override
  public WorkspaceOptions workspaceOptions() {
    return options.workspace(surroundings.sources());
  }

  @Override
  public Integer call() {
    terminal().out().println("Hammer finds AWS misconfigurations.");
    terminal().out().flush();
    return Exit.DONE.code();
  }
}
