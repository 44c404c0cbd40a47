package dev.hammer.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What bash answers to a tab, asked by the script that was printed. */
class CompletionTest {
  private static final Path BASH = Path.of("/bin/bash");

  @TempDir private Path folder;

  @BeforeEach
  void printScript() throws IOException {
    Shell.Ended ended = new Shell(folder).run("completion", "bash");
    assertThat(ended.code()).isZero();
    assertThat(ended.err()).isEmpty();
    Files.writeString(folder.resolve("hammer.bash"), ended.out());
  }

  @Test
  void commandsAndThoseBelowThem() throws Exception {
    assertThat(tab("s")).containsExactly("scan", "show", "store");
    assertThat(tab("config", "m")).containsExactly("migrate");
    assertThat(tab("whitelist", "")).contains("add", "remove", "list");
    assertThat(tab("help", "fil")).containsExactly("filter");
  }

  @Test
  void optionsAlsoThoseOfEveryCommand() throws Exception {
    assertThat(tab("scan", "--fail")).containsExactly("--fail-on", "--fail-on-new");
    assertThat(tab("config", "init", "--")).contains("--to", "--config", "--output", "--help");
    assertThat(tab("-q", "iss")).containsExactly("issues");
  }

  @Test
  void valuesThatAreKnown() throws Exception {
    assertThat(tab("scan", "--fail-on", "h")).containsExactly("high");
    assertThat(tab("scan", "--check", "s3_b")).containsExactly("s3_bucket_acl", "s3_bucket_policy");
    assertThat(tab("issues", "-o", ""))
        .containsExactly("text", "wide", "json", "jsonl", "id", "csv");
    assertThat(tab("issues", "--output", "=", "w")).containsExactly("wide");
    assertThat(tab("issues", "--group-by", "acc")).containsExactly("account");
    assertThat(tab("checks", "explain", "cloud")).containsExactly("cloudtrails");
    assertThat(tab("config", "reference", "aws.se")).containsExactly("aws.session_minutes");
    assertThat(tab("scan", "--account", "")).isEmpty();
  }

  @Test
  void keysOfAFilterAndWhatStandsBehindThem() throws Exception {
    assertThat(tab("issues", "sev")).containsExactly("severity:");
    assertThat(tab("issues", "severity", ":", "cr")).containsExactly("critical");
    assertThat(tab("issues", "is", ":")).contains("open", "whitelisted", "new");
    assertThat(tab("issues", "-check", ":", "ebs_p")).containsExactly("ebs_public_snapshot");
  }

  @Test
  void filesWhereAFileIsMeant() throws Exception {
    Files.writeString(folder.resolve("policy.json"), "{}");

    assertThat(tab("judge", "pol")).containsExactly("policy.json");
    assertThat(tab("scan", "-c", "pol")).containsExactly("policy.json");
  }

  @Test
  void zshRunsTheSameScript() {
    Shell.Ended zsh = new Shell(folder).run("completion", "zsh");

    assertThat(zsh.out()).startsWith("#compdef hammer\nautoload -Uz bashcompinit");
    assertThat(new Shell(folder).run("completion", "fish").err())
        .contains("\"fish\" is none of bash, zsh");
  }

  private List<String> tab(String... words) throws IOException, InterruptedException {
    assumeTrue(Files.isExecutable(BASH), "needs bash");
    StringBuilder line = new StringBuilder("source ./hammer.bash; COMP_WORDS=(hammer");
    for (String word : words) {
      line.append(" '").append(word).append('\'');
    }
    line.append("); COMP_CWORD=").append(words.length);
    line.append("; _hammer; printf '%s\\n' \"${COMPREPLY[@]}\"");
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    Process bash =
        new ProcessBuilder(BASH.toString(), "--norc", "-u", "-c", line.toString())
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    assertThat(bash.waitFor(20, TimeUnit.SECONDS)).isTrue();
    // compopt complains outside of a completion that the shell itself began.
    assertThat(Files.readAllLines(err))
        .allMatch(text -> text.contains("compopt: not currently executing completion function"));
    return Files.readAllLines(out).stream().filter(text -> !text.isEmpty()).toList();
  }
}
