package dev.hammer.cli;

import dev.hammer.app.Workspace;
import dev.hammer.app.WorkspaceOptions;
import dev.hammer.app.config.Problem;
import dev.hammer.cli.terminal.Terminal;

/** What a command works with: the options in force, the streams, and the workspace. */
public interface Door {
  GlobalOptions options();

  Surroundings surroundings();

  /** The streams, coloured as asked for. */
  default Terminal terminal() {
    return surroundings().terminal().with(options().color());
  }

  /** Whether people read stdout as it comes, instead of a program or a spreadsheet. */
  default boolean isRead() {
    return terminal().outIsTerminal() && !options().isCsv();
  }

  /** Where the workspace would be opened: the demo's own place with {@code --demo}. */
  WorkspaceOptions workspaceOptions();

  /**
   * Reads the configuration and prints its warnings.
   *
   * @throws InvalidConfigurationException if it has errors
   */
  default Workspace openWorkspace() {
    Workspace workspace =
        Workspace.of(workspaceOptions(), surroundings().clock(), surroundings().ids());
    if (workspace.loaded().hasErrors()) {
      throw new InvalidConfigurationException(workspace.loaded());
    }
    if (!options().isQuiet()) {
      workspace.loaded().warnings().stream()
          .map(Problem::text)
          .forEach(text -> say(terminal().errStyle().warning(text)));
      workspace
          .foreignEndpoint()
          .filter(_ -> !options().isDemo(surroundings().environment()))
          .ifPresent(uri -> say("Talking to " + uri + ", not to AWS."));
    }
    return workspace;
  }

  /** One line on stderr. */
  default void say(String line) {
    terminal().err().println(line);
    terminal().err().flush();
  }

  /** One line, or one document, on stdout. */
  default void print(String text) {
    terminal().out().println(text);
    terminal().out().flush();
  }

  /**
   * How a person calls the program in next steps: with {@code --demo} where that is on, and with
   * the configuration, store, profile and endpoint that were named this time.
   */
  default String hammer() {
    return options().isDemo(surroundings().environment())
        ? "hammer --demo"
        : "hammer" + options().placesTyped();
  }
}
