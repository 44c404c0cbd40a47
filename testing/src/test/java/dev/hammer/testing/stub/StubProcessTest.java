package dev.hammer.testing.stub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hammer.testing.LocalClients;
import java.io.BufferedReader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StubProcessTest {
  @TempDir Path folder;

  @Test
  void answersFromItsFolderAndLeavesTheLogWhenItEnds() throws Exception {
    Files.writeString(folder.resolve("iam.ListUsers.three.txt"), Answers.users(3));
    Process process = start("--answers", folder.toString(), "--page-size", "2");
    try (BufferedReader output = process.inputReader();
        var clients = new LocalClients(URI.create(output.readLine()))) {
      var iam = clients.in("222222222222", "eu-west-1").iam();
      assertThat(iam.listUsersPaginator().users().stream()).hasSize(3);
      process.toHandle().destroy(); // unlike Process.destroy, leaves the output to be read
      assertThat(output.lines().collect(Collectors.joining()))
          .contains("\"count\":2", "\"iam:ListUsers\":2", "\"account\":\"222222222222\"");
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void unknownOptionEndsIt() throws Exception {
    Process process = start("--pagesize", "2");
    assertThat(process.inputReader().readLine()).contains("--pagesize", "--page-size");
    assertThat(process.waitFor()).isEqualTo(1);
  }

  private static Process start(String... arguments) throws Exception {
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                StubProcess.class.getName()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }
}
