package dev.hammer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hammer.core.issue.Store;
import dev.hammer.core.reading.ApiCall;
import dev.hammer.core.reading.ReadFailure;
import dev.hammer.core.value.Value;
import dev.hammer.json.JsonText;
import dev.hammer.stores.sqlite.SqliteStore;
import dev.hammer.testing.store.SliceBuilder;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyCommandTest {
  private static final String COMPANY =
      """
      aws:
        main_account_id: "111111111111"
        accounts: {"111111111111": main, "222222222222": data, "333333333333": web}
        role_name_identification: hammer-identify
        external_id: s3cret-between-us
      """;

  @TempDir private Path folder;
  private Shell shell;

  @BeforeEach
  void sitDown() {
    shell = new Shell(folder);
  }

  @Test
  void policyOfAllChecksAndOfOne() {
    Golden.assertScreens("policy-all", shell.run("policy"));
    Golden.assertScreens(
        "policy-one", shell.run("policy", "--check", "s3_bucket_acl", "--account", "222222222222"));
  }

  @Test
  void companyGetsAPolicyForTheRoleAndOneToEnterIt() {
    shell.write("hammer.yaml", COMPANY);

    Golden.assertScreens(
        "policy-company", shell.run("policy", "--check", "ebs_unencrypted_volume"));
  }

  @Test
  void templatesOfTheRole() {
    shell.write("hammer.yaml", COMPANY);

    Golden.assertScreens(
        "policy-templates",
        shell.run("policy", "--check", "s3_encryption,sqs_*", "--format", "cloudformation"),
        shell.run("policy", "--check", "s3_encryption,sqs_*", "--format", "terraform"));
  }

  @Test
  void explanationSaysWhatEachActionIsFor() {
    Golden.assertScreens(
        "policy-explain",
        shell.run("policy", "--explain"),
        shell.wide(60).run("policy", "--explain", "--check", "s3_bucket_acl"),
        shell.piped().run("policy", "--explain", "--check", "s3_bucket_acl"));
  }

  @Test
  void pipedPolicyIsOneDocumentThatIamTakes() {
    Shell.Ended ended = shell.piped().run("policy");
    Value.Fields policy = (Value.Fields) JsonText.parse(ended.out());

    assertThat(policy.text("Version")).hasValue("2012-10-17");
    assertThat(ended.err()).startsWith("For role hammer-identify");
    assertThat(shell.run("policy", "--quiet").err()).isEmpty();
  }

  @Test
  void jsonIsOneDocumentWithItsSchema() {
    shell.write("hammer.yaml", COMPANY);
    Shell.Ended ended =
        shell.run("policy", "-o", "json", "--check", "s3_encryption", "--format", "cloudformation");
    Value.Fields document = (Value.Fields) JsonText.parse(ended.out());

    assertThat(document.text("schema")).hasValue("hammer/policy/1");
    assertThat(document.get("template")).containsInstanceOf(Value.Fields.class);
    assertThat(ended.out()).contains("\"for\": \"main\"").doesNotContain("s3cret");
    assertThat(shell.run("policy", "-o", "id", "--check", "ebs_unencrypted_volume").out())
        .isEqualTo("ec2:DescribeRegions\nec2:DescribeVolumes\n");
  }

  @Test
  void missingIsWhatTheLastLookWasDenied() {
    assertThat(shell.run("policy", "--missing").err())
        .isEqualTo(
            "Nothing has been scanned yet, so nothing was denied. Try: hammer doctor --deep\n");
    deny(ApiCall.of("s3", "GetBucketAcl"));

    Golden.assertScreens(
        "policy-missing",
        shell.run("policy", "--missing"),
        shell.run("policy", "--missing", "--explain"),
        shell.run("policy", "--missing", "--format", "terraform"));
  }

  @Test
  void badInputIsTold() {
    Golden.assertScreens(
        "policy-bad-input",
        shell.run("policy", "--check", "s3_bucket_acll"),
        shell.run("policy", "--account", "prod-*"),
        shell.run("policy", "--format", "yaml"),
        shell.run("policy", "--role", "fix"));
  }

  private void deny(ApiCall call) {
    ReadFailure why =
        new ReadFailure(call, ReadFailure.Kind.DENIED, "AccessDenied", "denied", Optional.empty());
    try (Store store = SqliteStore.open(shell.storeFile(), shell.clock())) {
      store.record(
          SliceBuilder.look(Instant.parse("2026-11-24T08:00:00Z"))
              .of(SliceBuilder.slice("222222222222", "global", "s3_bucket_acl"))
              .failed(why)
              .build());
    }
  }
}
