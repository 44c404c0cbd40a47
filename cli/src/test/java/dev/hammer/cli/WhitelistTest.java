package dev.hammer.cli;

import static dev.hammer.testing.store.IssueBuilder.issue;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hammer.core.issue.Issue;
import dev.hammer.core.issue.Status;
import dev.hammer.core.issue.Store;
import dev.hammer.core.value.Value;
import dev.hammer.json.JsonText;
import dev.hammer.stores.sqlite.SqliteStore;
import dev.hammer.testing.store.HostileText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WhitelistTest {
  private static final Issue WWW = issue("acme-www").build();
  private static final Issue LOGS = issue("logs-eu").build();
  private static final Issue LOGS_US = issue("logs-us").account("222222222222").build();
  private static final Issue MORE_LOGS = issue("logs-asia").build();

  private static final Issue TAGGED = issue("dev-data").tags(Map.of("env", "dev")).build();

  @TempDir private Path folder;
  private Shell shell;

  @BeforeEach
  void sitDown() {
    shell =
        new Shell(folder)
            .write(
                "hammer.yaml",
                """
                aws:
                  accounts: {"111111111111": prod-web, "222222222222": prod-data}
                  role_name_identification: hammer-identify
                """)
            .seed(WWW, LOGS, LOGS_US, MORE_LOGS);
  }

  @Test
  void issueIsAcceptedByItsRef() {
    Golden.assertScreens(
        "whitelist-add",
        shell.run("whitelist", "add", WWW.ref().shown(), "--reason", "public web site"),
        shell.run(
            "whitelist",
            "add",
            "s3_bucket_acl",
            "arn-to-come",
            "--account",
            "prod-web",
            "--reason",
            "comes tomorrow",
            "--expires",
            "2027-02-22",
            "--owner",
            "team-web",
            "--ticket",
            "SEC-1"),
        shell.run(
            "whitelist", "add", "s3_bucket_acl", "logs-us", "--reason", "r", "--expires", "never"));
    assertThat(status(WWW)).isEqualTo(Status.WHITELISTED);
    assertThat(status(LOGS_US)).isEqualTo(Status.WHITELISTED);
    assertThat(status(LOGS)).isEqualTo(Status.OPEN);
  }

  @Test
  void patternThatMatchesMoreThanOneAsks() {
    String[] add = {"whitelist", "add", "s3_bucket_acl", "logs-*", "--reason", "old", "--account"};

    Golden.assertScreens(
        "whitelist-add-pattern",
        shell.piped().run(with(add, "prod-web")),
        shell.wide(100).run(with(add, "prod-web", "--no-input")),
        shell.typing("n\n").run(with(add, "prod-web")),
        shell.typing("").run(with(add, "prod-web")),
        shell.typing("yes\n").run(with(add, "prod-web")));
    assertThat(status(LOGS)).isEqualTo(Status.WHITELISTED);
    assertThat(status(MORE_LOGS)).isEqualTo(Status.WHITELISTED);
    assertThat(status(LOGS_US)).isEqualTo(Status.OPEN);
  }

  @Test
  void filterMakesOneEntryForEachIssueItSelects() {
    Golden.assertScreens(
        "whitelist-add-filter",
        shell
            .wide(100)
            .run("whitelist", "add", "account:prod-web", "logs", "--reason", "old", "--yes"),
        shell.run("whitelist", "add", "resource:logs-us", "--reason", "old", "-o", "id"),
        shell.run("whitelist", "add", "resource:none", "--reason", "r"),
        shell.run("whitelist", "add", "resource:acme-www", "--tag", "a=b", "--reason", "r"),
        shell.run("whitelist", "add", "sevrity:high", "--reason", "r"));
    assertThat(status(LOGS)).isEqualTo(Status.WHITELISTED);
    assertThat(status(MORE_LOGS)).isEqualTo(Status.WHITELISTED);
    assertThat(status(WWW)).isEqualTo(Status.OPEN);
  }

  @Test
  void checksTagsAndUnitsArePatternsToo() {
    shell.seed(TAGGED);

    Golden.assertScreens(
        "whitelist-add-scopes",
        shell.run("whitelist", "add", "s3_*", "--tag", "env=d*", "--account", "*", "--reason", "r"),
        shell.run(
            "whitelist", "add", "s3_*", "logs-*", "--ou", "ou-ab12-cdef3456", "--reason", "r"),
        shell.run("whitelist", "add", "s3_*", "l*", "--account", "ou:r-ab12", "--reason", "r"),
        shell.wide(120).run("whitelist", "list"),
        shell.piped().run("whitelist", "list"),
        shell.run("whitelist", "add", "s4_*", "x", "--reason", "r"),
        shell.run("whitelist", "add", "s3_*", "x", "--ou", "prod", "--reason", "r"),
        shell.run("whitelist", "add", "s3_*", "x", "--account", "prod-*", "--reason", "r"),
        shell.run("whitelist", "add", "s3_*", "x", "--tag", "env", "--reason", "r"),
        shell.run("whitelist", "add", "s3_*", "x", "--tag", "a=1", "--tag", "a=2", "--reason", "r"),
        shell.run(
            "whitelist",
            "add",
            "s3_*",
            "x",
            "--ou",
            "r-ab12",
            "--account",
            "prod-web",
            "--reason",
            "r"),
        shell.run("whitelist", "add", "s3_bucket_acl", "a", "b", "--reason", "r"));
    assertThat(status(TAGGED)).isEqualTo(Status.WHITELISTED);
    assertThat(status(LOGS)).isEqualTo(Status.OPEN);
  }

  @Test
  void everythingIsNotAcceptedByALetter() {
    String[] add = {"whitelist", "add", "*", "*", "--account", "prod-data", "--reason", "r"};

    Golden.assertScreens(
        "whitelist-too-broad",
        shell.typing("y\n").run(add),
        shell.typing("too broad\n").run(add),
        shell.wide(100).run("whitelist", "list"),
        shell.piped().run(add),
        shell.run(with(add, "--yes", "-o", "id")));
    assertThat(status(LOGS_US)).isEqualTo(Status.WHITELISTED);
    assertThat(status(LOGS)).isEqualTo(Status.OPEN);
  }

  @Test
  void endIsMovedAndNothingElse() {
    shell.run("whitelist", "add", WWW.ref().shown(), "--reason", "r", "--expires", "20d");

    Golden.assertScreens(
        "whitelist-expire",
        shell.wide(100).run("whitelist", "expire", "w-00000001", "--at", "10d"),
        shell.run("whitelist", "list", "--expiring", "14d"),
        shell.wide(100).run("issues", "is:whitelisted"),
        shell.wide(100).run("show", WWW.ref().shown()),
        shell.run("whitelist", "expire", "w-00000001", "--at", "never"),
        shell.run("whitelist", "expire", "w-00000001", "--at", "2026-11-01"),
        shell.run("whitelist", "expire", "w-00000001", "--at", "soon"),
        shell.run("whitelist", "expire", "w-00000001"),
        shell.run("whitelist", "expire", "w-00000001", "--at", "90d"),
        shell.run("whitelist", "expire", "w-00000002"));
    assertThat(status(WWW)).isEqualTo(Status.OPEN);
  }

  @Test
  void trialChangesNothing() {
    shell.seed(TAGGED);
    shell.run("whitelist", "add", WWW.ref().shown(), "--reason", "r");
    shell.run("whitelist", "add", "s3_encryption", "x", "--account", "prod-web", "--reason", "r");

    Golden.assertScreens(
        "whitelist-test",
        shell.wide(100).run("whitelist", "test", "s3_*", "*", "--account", "*"),
        shell.run("whitelist", "test", "w-00000001"),
        shell.run("whitelist", "test", "w-00000002"),
        shell.run("whitelist", "test", "s3_*", "--tag", "env=dev", "--account", "*"),
        shell.run("whitelist", "test", "s3_*", "*", "--ou", "ou-ab12-cdef3456", "-o", "json"),
        shell.run("whitelist", "test", "s3_*", "logs-*", "--account", "prod-web", "-o", "id"),
        shell.run("whitelist", "test", "*", "*", "--account", "prod-data"),
        shell.run("whitelist", "test", "w-00000009"),
        shell.run("whitelist", "test", "w-00000001", "--ou", "r-ab12"));
    assertThat(shell.run("whitelist", "list", "-o", "id").out().lines()).hasSize(2);
    assertThat(status(TAGGED)).isEqualTo(Status.OPEN);
    assertThat(status(LOGS)).isEqualTo(Status.OPEN);
  }

  @Test
  void refusedQuestionChangesNothing() {
    Shell.Ended ended =
        shell
            .piped()
            .run(
                "whitelist",
                "add",
                "s3_bucket_acl",
                "logs-*",
                "--account",
                "111111111111",
                "--reason",
                "r",
                "-o",
                "json");

    assertThat(ended.code()).isEqualTo(5);
    assertThat(((Value.Fields) JsonText.parse(ended.out())).text("schema"))
        .hasValue("hammer/error/1");
    assertThat(ended.err()).contains("--yes");
    assertThat(status(LOGS)).isEqualTo(Status.OPEN);
    assertThat(shell.run("whitelist", "list", "-o", "id").out()).isEmpty();
    assertThat(
            shell
                .run(
                    "whitelist",
                    "add",
                    "s3_bucket_acl",
                    "logs-*",
                    "--account",
                    "111111111111",
                    "--reason",
                    "r",
                    "--yes")
                .code())
        .isZero();
  }

  @Test
  void whatMakesNoSenseIsTold() {
    Golden.assertScreens(
        "whitelist-bad-input",
        shell.run("whitelist", "add", "s3_bucket_acl", "acme-www"),
        shell.run("whitelist", "add", "s3_bucket_acll", "acme-www", "--reason", "r"),
        shell.run("whitelist", "add", "s3_bucket_acl", "--reason", "r"),
        shell.run("whitelist", "add", "zzzz", "--reason", "r"),
        shell.run("whitelist", "add", WWW.ref().shown(), "--reason", " "),
        shell.run("whitelist", "add", "s3_bucket_acl", "new", "--reason", "r"),
        shell.run("whitelist", "add", "s3_bucket_acl", "logs-*", "--reason", "r"),
        shell.run(
            "whitelist", "add", "s3_bucket_acl", "x", "--account", "prod-wep", "--reason", "r"),
        shell.run("whitelist", "add", WWW.ref().text(), "--account", "prod-data", "--reason", "r"),
        shell.run("whitelist", "add", WWW.ref().text(), "--reason", "r", "--expires", "soon"),
        shell.run("whitelist", "add", WWW.ref().text(), "--reason", "r", "--expires", "2026-11-24"),
        shell.run("whitelist", "remove", "w-nothing"),
        shell.run("whitelist", "list", "--expiring", "soon"),
        shell.run("whitelist"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1d", "90d", "2027-02-22", "2027-02-22T10:00:00+01:00", "never"})
  void endsAreUnderstood(String end) {
    assertThat(
            shell
                .run("whitelist", "add", WWW.ref().text(), "--reason", "r", "--expires", end)
                .code())
        .isZero();
  }

  @Test
  void removedEntryGivesIssuesBack() {
    shell.run("whitelist", "add", WWW.ref().shown(), "--reason", "public web site");

    Golden.assertScreens(
        "whitelist-remove",
        shell.run("whitelist", "remove", "w-00000001"),
        shell.run("whitelist", "remove", "00000001"),
        shell.run("whitelist", "remove", "w-00000002"));
    assertThat(status(WWW)).isEqualTo(Status.OPEN);
  }

  @Test
  void lapsedEntryGivesIssuesBackAndStaysInTheList() {
    shell.run("whitelist", "add", WWW.ref().shown(), "--reason", "r", "--expires", "3d");
    assertThat(shell.run("whitelist", "list", "--expiring", "2d", "-o", "id").out()).isEmpty();
    assertThat(shell.run("whitelist", "list", "--expiring", "3d", "-o", "id").out())
        .isEqualTo("w-00000001\n");

    shell.clock().advance(Duration.ofDays(4));
    shell.run("whitelist", "add", LOGS.ref().shown(), "--reason", "r");

    assertThat(status(WWW)).isEqualTo(Status.OPEN);
    assertThat(shell.run("whitelist", "list").out()).contains("expired").contains("1 in force");
    assertThat(shell.run("whitelist", "list", "--expiring", "3d", "-o", "id").out()).isEmpty();
  }

  @Test
  void listHasFilesAndStore() throws Exception {
    shell.write(
        "whitelist.json",
        """
        {
          "s3_bucket_acl": {
            "222222222222": [
              "logs-us",
              {"id": "old", "reason": "migration", "expires": "2026-11-30", "ticket": "SEC-9"}
            ]
          }
        }
        """);
    Files.setLastModifiedTime(
        folder.resolve("whitelist.json"), FileTime.from(shell.clock().instant()));
    shell.run("whitelist", "add", WWW.ref().shown(), "--reason", "public web site");
    String fileEntry =
        shell.run("whitelist", "list", "-o", "id").out().lines().findFirst().orElseThrow();

    Golden.assertScreens(
        "whitelist-list",
        shell.wide(100).run("whitelist", "list"),
        shell.wide(60).run("whitelist", "list"),
        shell.wide(200).run("whitelist", "list"),
        shell.piped().run("whitelist", "list"),
        shell.wide(100).run("whitelist", "list", "--expiring", "14d", "-o", "json"),
        shell.run("whitelist", "list", "--expiring", "1d"),
        shell.run("whitelist", "remove", fileEntry));
  }

  @Test
  void emptyListSaysSo() {
    assertThat(shell.run("whitelist", "list").out()).isEqualTo("No risk is accepted.\n");
    Shell.Ended piped = shell.piped().run("whitelist", "list");
    assertThat(piped.out()).isEmpty();
    assertThat(piped.err()).isEqualTo("No risk is accepted.\n");
  }

  @Test
  void addedEntryIsOneDocument() {
    Golden.assertScreens(
        "whitelist-json",
        shell.run("whitelist", "add", WWW.ref().shown(), "--reason", "r", "-o", "json"),
        shell.run("whitelist", "remove", "w-00000001", "-o", "json"));
  }

  @Test
  void hostileTextsMoveNothing() {
    List<String> texts =
        HostileText.ids().stream().filter(text -> text.chars().noneMatch(c -> c == 0)).toList();
    for (String text : texts) {
      shell.run(
          "whitelist",
          "add",
          "s3_bucket_acl",
          "x" + text,
          "--account",
          "111111111111",
          "--reason",
          "r" + text,
          "--owner",
          "o" + text,
          "--ticket",
          "t" + text,
          "--yes");
    }
    assertThat(shell.run("whitelist", "list", "-o", "id").out().lines()).hasSize(texts.size());
    assertThat(shell.piped().run("whitelist", "list").out().lines()).hasSize(texts.size());
    for (Shell.Ended ended :
        List.of(
            shell.wide(100).run("whitelist", "list"),
            shell.piped().run("whitelist", "list"),
            shell.run("whitelist", "remove", "w-00000003"))) {
      assertThat(ended.out().chars())
          .noneMatch(c -> c != '\n' && c != '\t' && Character.isISOControl(c))
          .noneMatch(c -> c == 0x202e || c == 0x2028);
    }
  }

  private Status status(Issue issue) {
    try (Store store = SqliteStore.open(shell.storeFile(), shell.clock())) {
      return store.issues(List.of(issue.key())).getFirst().status();
    }
  }

  private static String[] with(String[] words, String... more) {
    String[] all = Arrays.copyOf(words, words.length + more.length);
    System.arraycopy(more, 0, all, words.length, more.length);
    return all;
  }
}
