package dev.hammer.demo;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A Python interpreter that is new enough for the emulator. */
record Python(Path executable, int minor) {
  private static final int OLDEST_MINOR = 11;
  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final Pattern ANSWER = Pattern.compile("python (\\d+) (\\d+) (.+)");
  private static final String QUESTION =
      "import sys; print('python', sys.version_info[0], sys.version_info[1], sys.executable)";

  /** Tried in this order: those with which the pinned packages were tried come first. */
  private static final List<String> NAMES =
      List.of("python3.13", "python3.12", "python3.11", "python3.14", "python3", "python");

  /** "3.12". */
  String version() {
    return "3." + minor;
  }

  /** The interpreter of HAMMER_PYTHON, else the first on the PATH (or of pyenv) that fits. */
  static Python find(Map<String, String> environment) {
    var named = environment.getOrDefault("HAMMER_PYTHON", "");
    if (!named.isBlank()) {
      return ask(Path.of(named)).filter(Python::isNewEnough).orElseThrow(() -> refused(named));
    }
    var found = candidates(environment).map(Python::ask).flatMap(Optional::stream).toList();
    return found.stream().filter(Python::isNewEnough).findFirst().orElseThrow(() -> missing(found));
  }

  private boolean isNewEnough() {
    return minor >= OLDEST_MINOR;
  }

  /** Starting it is the only honest test: a pyenv shim exists even where its Python does not. */
  private static Optional<Python> ask(Path executable) {
    var answer = ANSWER.matcher(Subprocess.run(LIMIT, executable, "-c", QUESTION).output().strip());
    return answer.matches() && answer.group(1).equals("3")
        ? Optional.of(new Python(Path.of(answer.group(3)), Integer.parseInt(answer.group(2))))
        : Optional.empty();
  }

  private static Stream<Path> candidates(Map<String, String> environment) {
    var folders = new ArrayList<Path>();
    for (var folder : environment.getOrDefault("PATH", "").split(":", -1)) {
      if (!folder.isBlank()) {
        folders.add(Path.of(folder));
      }
    }
    var home = environment.getOrDefault("HOME", "");
    var pyenv = environment.getOrDefault("PYENV_ROOT", home + "/.pyenv");
    folders.add(Path.of(pyenv, "shims"));
    folders.add(Path.of("/opt/homebrew/bin"));
    folders.add(Path.of("/usr/local/bin"));
    return NAMES.stream()
        .flatMap(name -> folders.stream().map(folder -> folder.resolve(name)))
        .filter(Files::isExecutable)
        .distinct();
  }

  private static EmulatorUnavailable refused(String named) {
    return new EmulatorUnavailable(
        "HAMMER_PYTHON is " + named + ", which is not a Python 3.11 or newer.",
        "Set it to the path of such an interpreter, or unset it to have one looked for.");
  }

  private static EmulatorUnavailable missing(List<Python> tooOld) {
    var seen =
        tooOld.isEmpty()
            ? ""
            : "\nToo old: "
                + String.join(
                    ", ",
                    tooOld.stream()
                        .map(it -> it.executable + " (" + it.version() + ")")
                        .distinct()
                        .toList());
    return new EmulatorUnavailable(
        "The pretend AWS needs Python 3.11 or newer. Looked on the PATH, in pyenv, /opt/homebrew/bin"
            + " and /usr/local/bin for "
            + String.join(", ", NAMES)
            + "."
            + seen,
        "Install one (Debian, Ubuntu: apt install python3 python3-venv; macOS: brew install python),"
            + " or name one: HAMMER_PYTHON=/path/to/python3.");
  }
}
