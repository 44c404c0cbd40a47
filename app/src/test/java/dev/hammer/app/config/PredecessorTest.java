package dev.hammer.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hammer.core.resource.AccountId;
import dev.hammer.core.resource.Region;
import dev.hammer.core.whitelist.WhitelistEntry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PredecessorTest {
  @TempDir private Path folder;

  @Test
  void completeSetOfFilesIsReadAsItIs() {
    LoadedConfig loaded = load();

    assertThat(Desk.lines(loaded))
        .containsExactly(
            "config.json:115:16: warning: ec2_public_ami.enabled is the string \"true\";"
                + " write true without quotes",
            "config.json:143:3: warning: there is no check redshift_logging yet;"
                + " the section is ignored");
    Configuration configuration = loaded.configuration();
    assertThat(configuration.checks()).hasSize(13).allMatch(CheckSection::enabled);
    assertThat(configuration.aws().accounts())
        .containsEntry(AccountId.of("222222222222"), "prod-web")
        .hasSize(3);
    assertThat(configuration.aws().region()).contains(Region.of("eu-west-1"));
    assertThat(configuration.aws().identificationRole()).contains("hammer-acme-crossact-id");
    assertThat(configuration.aws().backupBucket()).contains("acme-hammer-backup");
  }

  @Test
  void sectionsKeepTheirValues() {
    Configuration configuration = load().configuration();

    CheckSection groups = configuration.check("secgrp_unrestricted_access").orElseThrow();
    assertThat(groups.retention()).isEqualTo(Duration.ofDays(21));
    assertThat(groups.remediationAccounts().orElseThrow())
        .containsExactly(AccountId.of("222222222222"), AccountId.of("333333333333"));
    assertThat(groups.settings().get(SampleChecks.RESTRICTED_PORTS)).hasSize(11).contains(2375);
    CheckSection keys = configuration.check("user_inactivekeys").orElseThrow();
    assertThat(keys.settings().get(SampleChecks.INACTIVE)).isEqualTo(1);
    assertThat(keys.covers(AccountId.of("333333333333"))).isFalse();
    assertThat(configuration.check("sqs_public_access").orElseThrow().reporting()).isTrue();
  }

  @Test
  void whitelistKeepsCheckAccountResourceAndPlace() {
    List<WhitelistEntry> entries = load().configuration().whitelist().entries();

    assertThat(entries)
        .extracting(
            e ->
                e.scope().check()
                    + " "
                    + e.scope().accounts()
                    + " "
                    + e.scope().resource()
                    + " "
                    + e.source())
        .containsExactly(
            "s3_bucket_policy 222222222222 acme-www whitelist.json:5",
            "s3_bucket_policy 222222222222 acme-downloads whitelist.json:5",
            "secgrp_unrestricted_access 222222222222 sg-0a1b2c3d whitelist.json:8",
            "secgrp_unrestricted_access 222222222222 vpc-0a1b2c3d4e5f60718:bastion"
                + " whitelist.json:8",
            "user_keysrotation 111111111111 ci whitelist.json:10",
            "user_keysrotation 111111111111 AKIAIOSFODNN7EXAMPLE whitelist.json:10",
            "cloudtrails 333333333333 us-east-1 whitelist.json:11",
            "sqs_public_access 222222222222"
                + " https://sqs.eu-west-1.amazonaws.com/222222222222/orders whitelist.json:14",
            "sqs_public_access 222222222222 arn:aws:sqs:eu-west-1:222222222222:events"
                + " whitelist.json:15",
            "ec2_public_ami 222222222222 ami-0a1b2c3d whitelist.json:18",
            "rds_encryption 222222222222 arn:aws:rds:eu-west-1:222222222222:db:legacy"
                + " whitelist.json:21");
  }

  @Test
  void entryWithReasonKeepsAllOfIt() {
    WhitelistEntry entry = load().configuration().whitelist().entries().getLast();

    assertThat(entry.reason()).isEqualTo("to be switched off");
    assertThat(entry.owner()).isEqualTo("lea@acme.example");
    assertThat(entry.ticket()).contains("SEC-17");
    assertThat(entry.expires()).contains(Instant.parse("2027-02-22T00:00:00Z"));
  }

  @Test
  void idsOfEntriesStayTheSame() {
    List<String> first = ids(load());

    assertThat(first).allMatch(id -> id.matches("w-[0-9a-hjkmnp-tv-z]{8}")).doesNotHaveDuplicates();
    assertThat(ids(load())).isEqualTo(first);
    assertThat(first.getFirst()).isEqualTo("w-w01m15b5");
  }

  private static List<String> ids(LoadedConfig loaded) {
    return loaded.configuration().whitelist().entries().stream().map(WhitelistEntry::id).toList();
  }

  private LoadedConfig load() {
    return new Desk(folder)
        .with("config.json", PredecessorFiles.CONFIG)
        .with("whitelist.json", PredecessorFiles.WHITELIST)
        .with("ticket_owners.json", PredecessorFiles.OWNERS)
        .with("fixnow.json", PredecessorFiles.FIXNOW)
        .loadPredecessor();
  }
}
