package dev.hammer.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hammer.app.CommandFailure;
import dev.hammer.checks.Catalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationTest {
  @TempDir private Path folder;

  @Test
  void aWholeSetOfFilesMeansTheSameAfterwards() throws IOException {
    Desk desk = whole();
    Files.setLastModifiedTime(
        desk.path("whitelist.json"), FileTime.from(Instant.parse("2026-01-02T03:04:05Z")));
    Migration migration = migration(desk);
    Files.createDirectories(desk.path("new"));

    List<Path> made = migration.make().writeTo(desk.path("new/hammer.yaml"));

    assertThat(made)
        .extracting(path -> path.getFileName().toString())
        .containsExactly("hammer.yaml", "whitelist.json", "fixnow.json", "ticket_owners.json");
    LoadedConfig after = load(desk, "new/hammer.yaml");
    Configuration before = migration.loaded().configuration();
    assertThat(after.problems()).isEmpty();
    assertThat(after.configuration().sha256()).isEqualTo(before.sha256());
    assertThat(after.configuration().aws()).isEqualTo(before.aws());
    assertThat(Migration.meaning(after.configuration())).isEqualTo(Migration.meaning(before));
    assertThat(Migration.entries(after.configuration()))
        .isEqualTo(Migration.entries(before))
        .hasSize(11);
  }

  @Test
  void notesSayWhatChangedWhatIsMissingAndWhatToDecide() {
    Migrated migrated = migration(whole().with("config.ini", "LOG_GROUP=/hammer\n")).make();

    assertThat(lines(migrated))
        .containsExactly(
            "CHANGED whitelisting_procedure_url: was an empty text, which means none; left out",
            "CHANGED user_inactivekeys.inactive_criteria_days: \"1\" is now written 1",
            "CHANGED ec2_public_ami.enabled: \"true\" is now written true",
            "CHANGED __comment__: comments are not taken over",
            "NO_COUNTERPART redshift_logging: there is no check of this name yet; kept as a"
                + " comment",
            "NO_COUNTERPART api, bu_list, credentials, cronjobs, csv, jira, slack: kept and"
                + " proved; nothing acts on them yet",
            "NO_COUNTERPART reporting: true: in rds_encryption, s3_encryption, sqs_public_access:"
                + " Hammer tells nobody by itself yet",
            "NO_COUNTERPART config.ini: not read: Hammer writes no log group; its talk is on"
                + " stderr",
            "DECIDE store: issues would be kept in a file of this machine; to go on with the"
                + " predecessor's tables, add store: dynamodb:hammer-",
            "DECIDE secgrp_unrestricted_access.restricted_ports: a list of 11 as before; without"
                + " the key it would be a list of 28",
            "DECIDE user_inactivekeys.inactive_criteria_days: 1 as before; without the key it"
                + " would be 45",
            "DECIDE user_keysrotation.rotation_criteria_days: 10 as before; without the key it"
                + " would be 90",
            "DECIDE whitelist.json: 10 entries never end; an entry may have expires, reason and"
                + " owner");
  }

  @Test
  void checksThatWereOffForLackOfASectionStayOff() {
    Desk desk =
        new Desk(folder)
            .with(
                "config.json",
                """
                {"aws": {"accounts": {"111111111111": "main"}, "external_id": "hush"},
                 "public_ami_issues": {"slack_lable": "Images", "colour": "green"}}
                """);
    Migrated migrated = migration(desk).make();

    assertThat(migrated.text())
        .startsWith(
            """
            # Made of config.json, and means the same.

            aws:
              accounts:
                "111111111111": main
              external_id: hush

            ec2_public_ami:
              slack_label: Images
              # colour: green

            # These checks have no section in config.json, so they were off there.
            cloudtrails:
              enabled: false
            ebs_public_snapshot:
              enabled: false
            """);
    assertThat(lines(migrated))
        .contains(
            "CHANGED public_ami_issues: is now called ec2_public_ami",
            "CHANGED ec2_public_ami.slack_lable: is now spelt slack_label",
            "NO_COUNTERPART ec2_public_ami.colour: nothing has this name; kept as a comment")
        .noneMatch(line -> line.contains("hush"));
  }

  @Test
  void whatIsThereAlreadyStaysAndAllOfItIsNamed() throws IOException {
    Desk desk = whole().with("new/hammer.yaml", "# mine\n").with("new/fixnow.json", "{}");
    Migrated migrated = migration(desk).make();

    assertThatThrownBy(() -> migrated.writeTo(desk.path("new/hammer.yaml")))
        .isInstanceOf(CommandFailure.class)
        .hasMessageContainingAll("new/hammer.yaml", "new/fixnow.json", "there already");
    assertThat(desk.path("new/hammer.yaml")).hasContent("# mine");
    assertThat(desk.path("new/whitelist.json")).doesNotExist();
  }

  @Test
  void besideTheOldFileNothingIsCopied() throws IOException {
    Desk desk = whole();

    assertThat(migration(desk).make().writeTo(desk.path("hammer.yaml")))
        .containsExactly(desk.path("hammer.yaml"));
    assertThat(load(desk, "hammer.yaml").configuration().whitelist().entries()).hasSize(11);
    assertThat(desk.path("config.json")).hasContent(PredecessorFiles.CONFIG.stripTrailing());
  }

  @Test
  void aNameForJsonIsRefused() {
    Desk desk = whole();
    Migrated migrated = migration(desk).make();

    assertThatThrownBy(() -> migrated.writeTo(desk.path("hammer.json")))
        .hasMessageContaining("this name is for JSON");
  }

  @Test
  void aFolderStandsForItsFileAndOtherNamesAreRefused() {
    Desk desk = whole().with("other.json", "{}");

    assertThat(Migration.of(desk.sources(), Path.of("."), Catalogue.infos()).shown())
        .isEqualTo("config.json");
    assertThatThrownBy(() -> Migration.of(desk.sources(), Path.of("other.json"), Catalogue.infos()))
        .hasMessage("other.json is not called config.json");
  }

  private Desk whole() {
    return new Desk(folder)
        .with("config.json", PredecessorFiles.CONFIG)
        .with("whitelist.json", PredecessorFiles.WHITELIST)
        .with("ticket_owners.json", PredecessorFiles.OWNERS)
        .with("fixnow.json", PredecessorFiles.FIXNOW);
  }

  private static Migration migration(Desk desk) {
    return Migration.of(desk.sources(), Path.of("config.json"), Catalogue.infos());
  }

  private static LoadedConfig load(Desk desk, String file) {
    return ConfigLoader.load(desk.sources().withConfig(Path.of(file)), Catalogue.infos());
  }

  private static List<String> lines(Migrated migrated) {
    return migrated.notes().stream()
        .map(note -> note.kind() + " " + note.about() + ": " + note.text())
        .toList();
  }
}
