package dev.hammer.cli.completion;

import dev.hammer.core.filter.Filter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * A script that completes commands, options, and the values that are known beforehand; it starts no
 * program. For bash from 3.2 on; zsh runs it by its own emulation.
 */
public final class CompletionScript {
  private static final String HEAD =
      """
      # Completion of hammer, made by: hammer completion SHELL
      _hammer() {
        local cur prev path word i words="" files=""
        cur=${COMP_WORDS[COMP_CWORD]}
        prev=${COMP_WORDS[COMP_CWORD-1]}
        COMPREPLY=()
        if [ "$prev" = "=" ] && [ "$COMP_CWORD" -gt 1 ]; then prev=${COMP_WORDS[COMP_CWORD-2]}; fi
        if [ "$cur" = "=" ]; then cur=""; fi
        path=hammer
        for ((i = 1; i < COMP_CWORD; i++)); do
          word=${COMP_WORDS[i]}
          case "$path $word" in
            PATHS) path="$path $word" ;;
          esac
        done
        if [ "$cur" = ":" ]; then word=$prev cur=""
        elif [ "$prev" = ":" ]; then word=${COMP_WORDS[COMP_CWORD-2]}
        else word=""
        fi
        word=${word#-}
        case "$word" in
      """;

  private static final String TAIL =
      """
        esac
        if [ -n "$files" ]; then COMPREPLY=($(compgen -f -- "$cur")); return; fi
        COMPREPLY=($(compgen -W "$words" -- "$cur"))
        case "${COMPREPLY[0]-}" in
          *:) type compopt >/dev/null 2>&1 && compopt -o nospace ;;
        esac
      }
      complete -o bashdefault -F _hammer hammer
      """;

  private final CommandSpec root;
  private final StringBuilder out = new StringBuilder();

  public CompletionScript(CommandSpec root) {
    this.root = root;
  }

  /** The script for bash. */
  public String bash() {
    return script("bash");
  }

  /** The script for zsh, which has bash's way of completing as a function. */
  public String zsh() {
    return "#compdef hammer\nautoload -Uz bashcompinit && bashcompinit\n" + script("zsh");
  }

  private String script(String shell) {
    out.setLength(0);
    List<CommandSpec> all = all(root).toList();
    String paths =
        all.stream()
            .filter(command -> command.parent() != null)
            .map(command -> quoted(command.qualifiedName()))
            .collect(Collectors.joining(" | "));
    out.append(HEAD.replace("SHELL", shell).replace("PATHS", paths));
    for (String key : Filter.keys()) {
      List<String> values = Candidates.behind(key);
      if (!values.isEmpty()) {
        arm("    ", List.of(key), "words=" + quoted(String.join(" ", values)));
      }
    }
    out.append("  esac\n  if [ -n \"$words\" ]; then\n")
        .append("    COMPREPLY=($(compgen -W \"$words\" -- \"$cur\"))\n    return\n  fi\n");
    values(all);
    out.append("  case \"$path\" in\n");
    all.forEach(this::words);
    out.append(TAIL);
    return out.toString();
  }

  /** What may stand behind an option. */
  private void values(List<CommandSpec> all) {
    Map<String, List<String>> places = new LinkedHashMap<>();
    for (CommandSpec command : all) {
      for (OptionSpec option : command.options()) {
        if (option.arity().max() > 0 && !option.hidden()) {
          Arrays.stream(option.names())
              .forEach(
                  name ->
                      places
                          .computeIfAbsent(action(command, option), _ -> new ArrayList<>())
                          .add(command.qualifiedName() + " " + name));
        }
      }
    }
    out.append("  case \"$path $prev\" in\n");
    places.forEach((action, names) -> arm("    ", names, action));
    out.append("  esac\n")
        .append("  if [ -n \"$files\" ]; then COMPREPLY=($(compgen -f -- \"$cur\")); return; fi\n")
        .append("  if [ -n \"$words\" ]; then\n")
        .append("    [ \"$words\" = \" \" ] || COMPREPLY=($(compgen -W \"$words\" -- \"$cur\"))\n")
        .append("    return\n  fi\n");
  }

  private static String action(CommandSpec command, ArgSpec arg) {
    if (Candidates.isFile(arg)) {
      return "files=yes";
    }
    List<String> words = Candidates.of(command, arg);
    return "words=" + quoted(words.isEmpty() ? " " : String.join(" ", words));
  }

  /** What a command may be followed by. */
  private void words(CommandSpec command) {
    TreeSet<String> options = new TreeSet<>();
    command.options().stream()
        .filter(option -> !option.hidden())
        .forEach(option -> options.add(option.longestName()));
    List<String> others = new ArrayList<>(visible(command).map(CommandSpec::name).toList());
    boolean files = false;
    for (ArgSpec argument : command.positionalParameters()) {
      files |= Candidates.isFile(argument);
      others.addAll(
          Candidates.isFilter(argument)
              ? Filter.keys().stream().map(key -> key + ":").toList()
              : Candidates.of(command, argument));
    }
    String other = files ? "files=yes" : "words=" + quoted(String.join(" ", others));
    out.append("    ")
        .append(quoted(command.qualifiedName()))
        .append(")\n      case \"$cur\" in\n        -*) words=")
        .append(quoted(String.join(" ", options)))
        .append(" ;;\n        *) ")
        .append(other)
        .append(" ;;\n      esac\n      ;;\n");
  }

  private void arm(String indent, List<String> patterns, String action) {
    out.append(indent)
        .append(patterns.stream().map(CompletionScript::quoted).collect(Collectors.joining(" | ")))
        .append(") ")
        .append(action)
        .append(" ;;\n");
  }

  private static Stream<CommandSpec> all(CommandSpec command) {
    return Stream.concat(Stream.of(command), visible(command).flatMap(CompletionScript::all));
  }

  private static Stream<CommandSpec> visible(CommandSpec command) {
    return command.subcommands().values().stream()
        .map(CommandLine::getCommandSpec)
        .filter(spec -> !spec.usageMessage().hidden());
  }

  /** Our own words only: letters, digits and a few signs, none of which a shell takes apart. */
  private static String quoted(String words) {
    return '"' + words + '"';
  }
}
