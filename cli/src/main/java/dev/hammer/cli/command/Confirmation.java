package dev.hammer.cli.command;

import dev.hammer.app.CommandFailure;
import dev.hammer.cli.Door;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/** The final question of a command. */
record Confirmation(Door door) {
  private static final Set<String> YES = Set.of("y", "yes");

  /**
   * Asks, unless {@code --yes} has answered.
   *
   * @throws CommandFailure if the answer is no, or nobody can be asked
   */
  void demand(String question) {
    ask(question, "[y/N]", YES);
  }

  /**
   * The same where a letter is typed too easily.
   *
   * @param word what must be typed
   */
  void demand(String question, String word) {
    ask(question, "Type \"" + word + "\":", Set.of(word));
  }

  private void ask(String question, String hint, Set<String> yes) {
    if (door.options().isYes()) {
      return;
    }
    if (!door.terminal().inIsTerminal()
        || door.options().isNoInput(door.surroundings().environment())) {
      throw refused("input.none", question + " Nobody can be asked", "Answer with --yes");
    }
    door.terminal().err().print(question + " " + hint + " ");
    door.terminal().err().flush();
    if (!yes.contains(answer().strip().toLowerCase(Locale.ROOT))) {
      throw refused("input.no", "Answered no; nothing was changed", "");
    }
  }

  private String answer() {
    try {
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(door.surroundings().in(), StandardCharsets.UTF_8));
      String line = in.readLine();
      return line == null ? "" : line;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static CommandFailure refused(String code, String message, String remedy) {
    return new CommandFailure(CommandFailure.Kind.REFUSED, code, message, remedy);
  }
}
