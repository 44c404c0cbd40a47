package dev.hammer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hammer.core.reading.ApiCall;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was not read is named once, and what to type is what fits the command. */
class UnreadTest {
  private static final ApiCall GET_ACL = ApiCall.of("s3", "GetBucketAcl");
  private static final ApiCall GET_POLICY = ApiCall.of("s3", "GetBucketPolicy");

  @TempDir private Path folder;

  @Test
  void aUnitIsNamedOnceWithAllThatWasDenied() {
    Shell.Ended ended =
        LookedAt.in(
                new Shell(folder),
                List.of(),
                LookedAt.denied(LookedAt.ACLS, GET_ACL),
                LookedAt.denied(LookedAt.POLICIES, GET_POLICY))
            .run("issues");

    assertThat(ended.out().lines())
        .containsOnlyOnce(
            "Not read     1 unit, s3: denied: s3:GetBucketAcl, s3:GetBucketPolicy",
            "See          hammer doctor");
  }

  @Test
  void tryingAnAcceptanceNamesNoCommandThatAddsOne() {
    Shell shell = LookedAt.in(new Shell(folder), List.of());

    assertThat(shell.run("whitelist", "test", "s3_bucket_acl").err())
        .contains("s3_bucket_acl RESOURCE")
        .doesNotContain(" add");
    assertThat(shell.run("whitelist", "test", "s3_bucket_acl", "x").err())
        .contains("--account")
        .doesNotContainIgnoringCase("add");
  }
}
