package dev.hammer.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was verified is started without another build; anything else never is. */
class VerifiedBuildTest {
  private static final Path SCRIPTS = Path.of("..").toAbsolutePath().normalize();
  private static final String MAVEN =
      """
      #!/bin/sh
      case $* in *-version*) echo "Apache Maven 3.9.9"; exit 0 ;; esac
      echo "$*" >>"$ROOT/builds"
      mkdir -p "$ROOT/cli/target/hammer/lib"
      cat "$ROOT/core/src/main/Code.java" >"$ROOT/cli/target/hammer/lib/hammer-core.jar"
      if [ -e "$ROOT/edit" ]; then
        sleep 0.1
        echo edited >"$ROOT/core/src/main/Code.java"
        rm "$ROOT/edit"
      fi
      if [ -e "$ROOT/fail" ]; then exit 1; fi
      """;

  @TempDir private Path folder;
  private Path root = Path.of("");
  private Path code = Path.of("");

  @BeforeEach
  void project() throws IOException {
    root = Files.createDirectories(folder.resolve("project"));
    for (String script : List.of("hammer", "verify", ".mvn/tools.sh")) {
      Path copy = root.resolve(script);
      Files.createDirectories(Objects.requireNonNull(copy.getParent()));
      Files.copy(SCRIPTS.resolve(script), copy);
    }
    code = file("core/src/main/Code.java", "first");
    file("pom.xml", "");
    Instant old = Instant.now().minusSeconds(60);
    for (Path source : List.of(code, root.resolve("pom.xml"), root.resolve("core/src/main"))) {
      Files.setLastModifiedTime(source, FileTime.from(old));
    }
    executable("jdk/bin/javac", "#!/bin/sh\n");
    executable(
        "jdk/bin/java",
        "#!/bin/sh\ncat \"$ROOT\"/cli/target/hammer/lib/*\necho \"$*\" >\"$ROOT/started\"\n");
    file("jdk/release", "JAVA_VERSION=\"25.0.1\"\n");
    executable("bin/mvn", MAVEN);
  }

  @Test
  void isStartedWithoutABuild() throws IOException {
    run("verify", "--without-moto").exits(0);

    assertThat(run("hammer").exits(0).out()).isEqualTo("first");
    assertThat(builds()).containsExactly("-B -Dstyle.color=never -Dwithout.moto verify");
  }

  @Test
  void isBuiltAgainWhereTheSourcesChangedMeanwhile() throws IOException {
    file("edit", "");
    run("verify", "--without-moto").exits(0);

    assertThat(run("hammer").exits(0).out()).isEqualTo("edited\n");
    assertThat(builds()).hasSize(2);
  }

  @Test
  void isBuiltAgainWhereItFailed() throws IOException {
    file("fail", "");
    run("verify", "--without-moto").exits(1);
    Files.delete(root.resolve("fail"));

    assertThat(run("hammer").exits(0).out()).isEqualTo("first");
    assertThat(builds()).hasSize(2);
  }

  @Test
  void aFailedTestLeavesWhatTheLauncherBuilt() throws IOException {
    run("hammer").exits(0);
    file("fail", "");
    run("verify", "--without-moto").exits(1);

    assertThat(run("hammer").exits(0).out()).isEqualTo("first");
    assertThat(builds()).hasSize(2);
  }

  @Test
  void aJarOfAnotherBuildIsGone() throws IOException {
    file("cli/target/hammer/lib/a-library-1.0.jar", "stale");

    run("verify", "--without-moto").exits(0);

    assertThat(run("hammer").exits(0).out()).isEqualTo("first");
  }

  @Test
  void aLockOfOneThatIsGoneIsTakenAway() throws IOException {
    Files.createDirectories(root.resolve("cli/target"));
    Files.createSymbolicLink(root.resolve("cli/target/hammer.lock"), Path.of("999999999"));

    run("verify", "--without-moto").exits(0);

    assertThat(root.resolve("cli/target")).isDirectoryContaining("glob:**hammer");
    assertThat(Files.isSymbolicLink(root.resolve("cli/target/hammer.lock"))).isFalse();
  }

  @Test
  void theProgramKnowsOfWhichCommitItIs() throws IOException {
    run("hammer").exits(0);
    assertThat(started()).as("no git").contains("-Dhammer.commit= ").doesNotContain("modified");

    git("init", "-q");
    git("add", "core", "pom.xml");
    git("commit", "-q", "-m", "first");
    String commit = git("rev-parse", "HEAD").strip();
    file("notes", "no source");
    run("verify", "--without-moto").exits(0);
    run("hammer").exits(0);
    assertThat(started()).as("built before").doesNotContain(commit);

    Files.setLastModifiedTime(code, FileTime.from(Instant.now().plusSeconds(1)));
    run("verify", "--without-moto").exits(0);
    Files.setLastModifiedTime(code, FileTime.from(Instant.now().minusSeconds(60)));
    run("hammer").exits(0);
    assertThat(started()).contains("-Dhammer.commit=" + commit + " ").doesNotContain("modified");

    file("core/src/main/More.java", "more");
    run("hammer").exits(0);
    assertThat(started()).contains("-Dhammer.commit=" + commit + " modified");
  }

  private String started() throws IOException {
    return Files.readString(root.resolve("started"));
  }

  private String git(String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(List.of("git", "-c", "user.name=a", "-c", "user.email=a@b.c"));
    command.addAll(List.of(arguments));
    return run(command, arguments).exits(0).out();
  }

  private List<String> builds() throws IOException {
    return Files.readAllLines(root.resolve("builds"));
  }

  private Path file(String name, String text) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    return Files.writeString(file, text);
  }

  private void executable(String name, String text) throws IOException {
    Files.setPosixFilePermissions(file(name, text), PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private Outcome run(String script, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of("/bin/sh", "./" + script));
    command.addAll(List.of(arguments));
    return run(command, arguments);
  }

  private Outcome run(List<String> command, String... arguments) throws IOException {
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(root.toFile())
            .redirectInput(Path.of("/dev/null").toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    String path = Objects.requireNonNullElse(System.getenv("PATH"), "/usr/bin:/bin");
    Map<String, String> environment = new TreeMap<>();
    environment.put("HOME", folder.toString());
    environment.put("JAVA25_HOME", root.resolve("jdk").toString());
    environment.put("PATH", root.resolve("bin") + ":" + path);
    environment.put("ROOT", root.toString());
    environment.put("HAMMER_NO_CACHE", "1");
    builder.environment().clear();
    builder.environment().putAll(environment);
    return new Running(List.of(arguments), builder.start(), out, err).await();
  }
}
