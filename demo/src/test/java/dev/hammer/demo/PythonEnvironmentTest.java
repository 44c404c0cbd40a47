package dev.hammer.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PythonEnvironmentTest {
  @TempDir Path cache;

  private final List<String> progress = new ArrayList<>();

  @Test
  @Tag("moto")
  void isBuiltOnceWithProgressThenFound() throws Exception {
    var built = PythonEnvironment.prepare(cache, progress::add);
    assertThat(built.python()).isExecutable();
    assertThat(progress).anyMatch(it -> it.contains("30 Python packages"));
    progress.clear();

    var found = PythonEnvironment.prepare(cache, progress::add);
    assertThat(found.python()).isEqualTo(built.python());
    assertThat(progress).isEmpty();
    assertThat(cache.resolve("moto"))
        .isDirectoryNotContaining(it -> it.getFileName().toString().startsWith("draft-"));
    deleteLinks(built.python().resolveSibling("."));
  }

  /** JUnit warns about links out of its folder. */
  private static void deleteLinks(Path folder) throws Exception {
    try (var files = Files.newDirectoryStream(folder, Files::isSymbolicLink)) {
      for (var link : files) {
        Files.delete(link);
      }
    }
  }

  @Test
  void missingPythonSaysWhatWasLookedForAndWhatToDo() throws Exception {
    var nowhere = Map.of("PATH", cache.toString(), "HOME", cache.toString());
    script("python3", "exit 127"); // what a pyenv shim does when its Python is gone
    script("python3.12", "echo python 3 9 " + cache + "/python3.12");
    assertThatThrownBy(() -> Python.find(nowhere))
        .isInstanceOf(EmulatorUnavailable.class)
        .hasMessageContaining("needs Python 3.11 or newer")
        .hasMessageContaining("python3.13")
        .hasMessageContaining("Too old: " + cache + "/python3.12 (3.9)")
        .hasMessageContaining("apt install python3 python3-venv")
        .hasMessageContaining("HAMMER_PYTHON");
  }

  @Test
  void namedPythonThatIsNoneIsRefused() throws Exception {
    var named = script("not-python", "echo hello");
    assertThatThrownBy(() -> Python.find(Map.of("HAMMER_PYTHON", named.toString())))
        .isInstanceOf(EmulatorUnavailable.class)
        .hasMessageContaining("HAMMER_PYTHON is " + named);
  }

  @Test
  void namedPythonWins() throws Exception {
    script("python3.13", "echo python 3 13 /first/python3.13");
    var named = script("mine", "echo python 3 12 /mine/python3.12");
    var variables = Map.of("HAMMER_PYTHON", named.toString(), "PATH", cache.toString());
    assertThat(Python.find(variables).executable()).isEqualTo(Path.of("/mine/python3.12"));
  }

  @Test
  void pythonWithoutVenvSaysWhatToInstall() throws Exception {
    var python = fake("case \"$*\" in *venv*) echo ensurepip is not available; exit 1;; esac");
    assertThatThrownBy(() -> PythonEnvironment.prepare(cache, progress::add, python))
        .isInstanceOf(EmulatorUnavailable.class)
        .hasMessageContaining("ensurepip is not available")
        .hasMessageContaining("apt install python3-venv");
    assertNothingLooksReady();
  }

  @Test
  void failedInstallationSaysWhyAndIsNotTakenForReady() throws Exception {
    var python =
        fake(
            "case \"$*\" in *install*) echo no route to index; exit 1;; "
                + "*venv*) for it; do :; done; mkdir -p \"$it/bin\"; "
                + "touch \"$it/bin/python\"; chmod +x \"$it/bin/python\";; esac");
    assertThatThrownBy(() -> PythonEnvironment.prepare(cache, progress::add, python))
        .isInstanceOf(EmulatorUnavailable.class)
        .hasMessageContaining("no route to index")
        .hasMessageContaining("PIP_INDEX_URL");
    assertNothingLooksReady();
  }

  private void assertNothingLooksReady() {
    assertThat(cache.resolve("moto"))
        .isDirectoryNotContaining(it -> it.getFileName().toString().matches("[0-9a-f]+-py3.12"));
  }

  @Test
  void unwritableCacheIsNamed() throws Exception {
    var file = Files.writeString(cache.resolve("file"), "");
    var variables = new HashMap<>(System.getenv());
    variables.put("HAMMER_PYTHON", script("p", "echo python 3 12 /p").toString());
    assertThatThrownBy(() -> PythonEnvironment.prepare(file, progress::add, variables))
        .isInstanceOf(EmulatorUnavailable.class)
        .hasMessageContaining("HAMMER_CACHE");
  }

  /** A Python 3.12 as far as the question for its version goes. */
  private Map<String, String> fake(String rest) throws Exception {
    var path = cache.resolve("fake");
    script("fake", "case \"$*\" in *version_info*) echo python 3 12 " + path + ";; esac\n" + rest);
    return Map.of("HAMMER_PYTHON", path.toString());
  }

  private Path script(String name, String body) throws Exception {
    var file = Files.writeString(cache.resolve(name), "#!/bin/sh\n" + body + "\n");
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
