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
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code hammer} itself: says what there is. */
@Command(
    name = "hammer",
    subcommands = {
      DemoCommand.class,
      ScanCommand.class,
      IssuesCommand.class,
      ShowCommand.class,
      HistoryCommand.class,
      DiffCommand.class,
      ChecksCommand.class,
      JudgeCommand.class,
      WhitelistCommand.class,
      DoctorCommand.class,
      AccountsCommand.class,
      PolicyCommand.class,
      ConfigCommand.class,
      StoreCommand.class,
      ImportCommand.class,
      CompletionCommand.class,
      VersionCommand.class,
      HelpCommand.class
    })
public final class RootCommand implements Callable<Integer>, Door {
  private final Surroundings surroundings;

  @Spec private @Nullable CommandSpec spec;
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
    new RootScreen(names(), terminal().columns(), terminal().outStyle())
        .lines()
        .forEach(this::print);
    return Exit.DONE.code();
  }

  private Set<String> names() {
    if (spec == null) {
      throw new IllegalStateException("hammer runs by its command line");
    }
    return spec.subcommands().keySet();
  }
}
