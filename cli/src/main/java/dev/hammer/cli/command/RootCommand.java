package dev.hammer.cli.command;

import dev.hammer.app.WorkspaceOptions;
import dev.hammer.cli.Door;
import dev.hammer.cli.Exit;
import dev.hammer.cli.GlobalOptions;
import dev.hammer.cli.Surroundings;
import dev.hammer.cli.demo.DemoPlace;
import dev.hammer.cli.demo.RunningDemo;
import dev.hammer.cli.help.RootScreen;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code hammer} itself: says what there is. */
@Command(name = "hammer")
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
    if (!options.isDemo(surroundings.environment())) {
      return options.workspace(surroundings.sources());
    }
    options.refuseBesideDemo();
    RunningDemo demo = new DemoPlace(surroundings).demand();
    if (!options.isQuiet()) {
      say(
          terminal().errStyle().bold("DEMO")
              + "  A pretend AWS on this machine (moto, "
              + demo.address()
              + ").");
    }
    return demo.workspace();
  }

  @Override
  public Integer call() {
    new RootScreen(Set.copyOf(Commands.NAMES), terminal().columns(), terminal().outStyle())
        .lines()
        .forEach(this::print);
    return Exit.DONE.code();
  }
}
