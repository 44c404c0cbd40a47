package dev.hammer.cli.command;

import dev.hammer.cli.Door;
import dev.hammer.cli.Exit;
import dev.hammer.cli.ShellName;
import dev.hammer.cli.completion.CompletionScript;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hammer completion}. */
@Command(
    name = "completion",
    header = "Print a script that completes commands, options and their values in a shell.",
    customSynopsis = {
      "source <(hammer completion bash)",
      "hammer completion bash > ~/.local/share/bash-completion/completions/hammer",
      "hammer completion zsh > ~/.zfunc/_hammer"
    },
    description = {
      "Completes commands, options, checks, severities, formats and the keys of a filter. The script"
          + " starts no program; print it anew after an update."
    },
    exitCodeList = {"0:", "2:"})
final class CompletionCommand extends HammerSubcommand {
  @Parameters(paramLabel = "SHELL", description = "bash or zsh")
  private ShellName shell = ShellName.BASH;

  @Spec private @Nullable CommandSpec spec;

  @Override
  Exit run(Door door) {
    if (spec == null) {
      throw new IllegalStateException("completion is a command of hammer");
    }
    CompletionScript script = new CompletionScript(spec.root());
    door.print((shell == ShellName.BASH ? script.bash() : script.zsh()).stripTrailing());
    return Exit.DONE;
  }
}
