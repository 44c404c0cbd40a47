package dev.hammer.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The Python packages of the emulator, pinned by hash, in a folder of their own below the cache.
 *
 * <p>The folder is named after the list and the Python version, so a new pin is a new folder and
 * two releases do not break each other. It is made under another name and renamed when complete.
 */
public final class PythonEnvironment {
  private static final Duration LIMIT = Duration.ofMinutes(10);
  private static final String LIST = Resources.text("requirements.txt");
  private static final String NAME = Resources.hash(LIST);

  private final Path folder;

  private PythonEnvironment(Path folder) {
    this.folder = folder;
  }

  /** The interpreter that sees the pinned packages. */
  public Path python() {
    return folder.resolve("bin/python");
  }

  /** Finds the environment below the cache folder, or builds it: up to a minute or two. */
  public static PythonEnvironment prepare(Path cacheFolder, Progress progress) {
    return prepare(cacheFolder, progress, System.getenv());
  }

  static PythonEnvironment prepare(
      Path cacheFolder, Progress progress, Map<String, String> variables) {
    var home = cacheFolder.resolve("moto");
    if (variables.getOrDefault("HAMMER_PYTHON", "").isBlank()) {
      var ready = anyReady(home); // asking no interpreter saves a tenth of a second
      if (ready.isPresent()) {
        return ready.get();
      }
    }
    var python = Python.find(variables);
    var environment = new PythonEnvironment(home.resolve(NAME + "-py" + python.version()));
    if (environment.isReady()) {
      return environment;
    }
    var waiting = "Waiting for another process that sets up the Python environment";
    try (var _ = FolderLock.take(home.resolve(NAME + ".lock"), waiting, progress)) {
      if (!environment.isReady()) {
        environment.build(python, progress);
      }
      return environment;
    }
  }

  private static Optional<PythonEnvironment> anyReady(Path home) {
    if (!Files.isDirectory(home)) {
      return Optional.empty();
    }
    try (var folders = Files.newDirectoryStream(home, NAME + "-py*")) {
      for (var folder : folders) {
        var environment = new PythonEnvironment(folder);
        if (environment.isReady()) {
          return Optional.of(environment);
        }
      }
      return Optional.empty();
    } catch (IOException problem) {
      throw EmulatorUnavailable.unwritable(home, problem);
    }
  }

  /** False also when the interpreter it was built from has been removed: the link dangles. */
  private boolean isReady() {
    return Files.isExecutable(python());
  }

  private void build(Python python, Progress progress) {
    var draft = folder.resolveSibling("draft-" + folder.getFileName());
    try {
      delete(draft);
      delete(folder);
      progress.line("Setting up the pretend AWS below " + folder.getParent() + " (first use only)");
      var pip = emptyEnvironment(python, draft);
      install(pip, draft, progress);
      Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
      progress.line("The Python environment is ready");
    } catch (IOException problem) {
      throw EmulatorUnavailable.unwritable(folder, problem);
    }
  }

  /**
   * Makes the folder; returns the pip command for it: the interpreter's own if it can, else one
   * inside.
   */
  private static List<String> emptyEnvironment(Python python, Path draft) {
    if (canInstallElsewhere(python)) {
      venv(python, "--without-pip", draft.toString()); // works without Debian's python3-venv
      return List.of(python.executable().toString(), "-m", "pip", "--python", bin(draft));
    }
    venv(python, draft.toString());
    return List.of(bin(draft), "-m", "pip");
  }

  private static String bin(Path draft) {
    return draft.resolve("bin/python").toString();
  }

  private static boolean canInstallElsewhere(Python python) {
    var probe =
        "import pip; raise SystemExit(tuple(map(int, pip.__version__.split('.')[:2])) < (22, 3))";
    return Subprocess.run(LIMIT, python.executable(), "-c", probe).succeeded();
  }

  private static void venv(Python python, String... arguments) {
    var command = new String[arguments.length + 2];
    command[0] = "-m";
    command[1] = "venv";
    System.arraycopy(arguments, 0, command, 2, arguments.length);
    var made = Subprocess.run(LIMIT, python.executable(), command);
    if (!made.succeeded()) {
      throw new EmulatorUnavailable(
          python.executable()
              + " (Python "
              + python.version()
              + ") cannot make a virtual environment: "
              + made.lastLines(),
          "Debian, Ubuntu: apt install python3-venv. Or name another interpreter in HAMMER_PYTHON.");
    }
  }

  private static void install(List<String> pip, Path draft, Progress progress) throws IOException {
    var list = Files.writeString(draft.resolve("requirements.txt"), LIST, StandardCharsets.UTF_8);
    var count = LIST.lines().filter(line -> line.contains("==")).count();
    progress.line("Fetching " + count + " Python packages, about 31 MB");
    var arguments = new ArrayList<String>(pip.subList(1, pip.size()));
    arguments.addAll(
        List.of("--disable-pip-version-check", "install", "--quiet", "--require-hashes"));
    arguments.addAll(List.of("--only-binary", ":all:", "-r", list.toString()));
    var installed =
        Subprocess.run(LIMIT, Path.of(pip.getFirst()), arguments.toArray(String[]::new));
    if (!installed.succeeded()) {
      throw new EmulatorUnavailable(
          "Cannot install the Python packages of the pretend AWS: " + installed.lastLines(),
          "They come from the package index that pip is set up for: check the network, a proxy"
              + " (HTTPS_PROXY) or a mirror (PIP_INDEX_URL), and try again.");
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
