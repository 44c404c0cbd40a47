package dev.hammer.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the scripts of the root look for a JDK, with folders that look like one. */
class ToolsScriptTest {
  private static final Path TOOLS = Path.of("..", ".mvn", "tools.sh").toAbsolutePath().normalize();

  @TempDir Path folder;

  @Test
  void namedHomeWins() throws Exception {
    String named = jdk("named here", "25.0.3");
    String other = jdk("other", "25.0.1");
    assertThat(found(Map.of("JAVA25_HOME", named, "JAVA_HOME", other))).isEqualTo(named);
  }

  @Test
  void wrongAndMissingHomesArePassedOver() throws Exception {
    String right = jdk("right", "25");
    for (String wrong :
        List.of(jdk("old", "17.0.15"), jdk("new", "26.0.1"), jdk("odd", "250"), "/missing", "")) {
      assertThat(found(Map.of("JAVA25_HOME", wrong, "JAVA_HOME", right))).isEqualTo(right);
    }
  }

  @Test
  void javaOnPathIsFoundBehindLinks() throws Exception {
    String home = jdk("real home", "25.0.3");
    Path links = Files.createDirectory(folder.resolve("links"));
    Files.createSymbolicLink(links.resolve("first"), Path.of("..", "real home", "bin", "java"));
    Files.createSymbolicLink(links.resolve("java"), Path.of("first"));
    String path = links + ":" + System.getenv("PATH");
    Path found = Path.of(found(Map.of("PATH", path, "JAVA_HOME", "")));
    assertThat(found.toRealPath()).isEqualTo(Path.of(home).toRealPath());
  }

  @Test
  void noJavaStartsToBeAsked() throws Exception {
    String home = jdk("home", "25.0.3");
    Path trace = folder.resolve("started");
    Files.writeString(Path.of(home, "bin", "java"), "#!/bin/sh\ntouch '" + trace + "'\n");
    assertThat(found(Map.of("JAVA_HOME", home))).isEqualTo(home);
    assertThat(trace).doesNotExist();
  }

  private String jdk(String name, String version) throws IOException {
    Path home = Files.createDirectories(folder.resolve(name));
    Path bin = Files.createDirectories(home.resolve("bin"));
    var executable =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.createFile(bin.resolve("java"), executable);
    Files.writeString(
        home.resolve("release"), "IMPLEMENTOR=\"X\"\nJAVA_VERSION=\"" + version + "\"\n");
    return home.toString();
  }

  /** What every shell on this machine finds, which must be the same. */
  private static String found(Map<String, String> environment) throws Exception {
    var answers = Stream.of("sh", "bash", "dash").filter(ToolsScriptTest::exists).toList();
    assertThat(answers).contains("sh");
    var homes = new TreeSet<String>();
    for (String shell : answers) {
      homes.add(found(shell, environment));
    }
    assertThat(homes).hasSize(1);
    return homes.first();
  }

  private static String found(String shell, Map<String, String> environment) throws Exception {
    var builder =
        new ProcessBuilder(
            shell,
            "-c",
            "set -u; root=.; . \"$0\"; find_java25 java; printf %s \"$java25\"",
            TOOLS.toString());
    builder.environment().keySet().removeAll(List.of("JAVA_HOME", "JAVA25_HOME"));
    builder.environment().putAll(environment);
    Process process = builder.redirectErrorStream(true).start();
    return new String(process.getInputStream().readAllBytes(), UTF_8);
  }

  private static boolean exists(String shell) {
    return Stream.of(System.getenv("PATH").split(":", -1))
        .map(folder -> Path.of(folder, shell))
        .anyMatch(Files::isExecutable);
  }
}
