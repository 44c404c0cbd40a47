package dev.hammer.checks;

import dev.hammer.aws.AccessKey;
import dev.hammer.aws.AccountAccess;
import dev.hammer.aws.AwsConnection;
import dev.hammer.aws.AwsOptions;
import dev.hammer.aws.AwsScope;
import dev.hammer.aws.CallLog;
import dev.hammer.aws.CallerIdentity;
import dev.hammer.core.resource.AccountId;
import dev.hammer.core.resource.Region;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Scopes for readers whose clients are fakes: limits and error classes are real, no network. */
public final class TestScope {
  public static final AccountId ACCOUNT = AccountId.of("111111111111");
  public static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

  /** With a key of its own nobody looks for one, or for a region, outside of this machine. */
  private static final AwsOptions PRETENDED =
      new AwsOptions(
          Optional.empty(),
          Optional.empty(),
          Optional.of("eu-west-1"),
          Optional.of(new AccessKey("HAMMERTESTS000000000", "false")),
          Duration.ofSeconds(5));

  private TestScope() {}

  /** The test's account seen from a region. */
  public static AwsScope in(String region) {
    return in(Region.of(region), CallLog.NONE);
  }

  /** The test's account seen from a region, with somebody who hears of every call. */
  public static AwsScope in(Region region, CallLog log) {
    AwsConnection connection = new AwsConnection(PRETENDED, () -> NOW, log);
    AccountAccess access =
        connection.own(
            new CallerIdentity(ACCOUNT, "arn:aws:iam::111111111111:root", Optional.empty()));
    return access.in(region);
  }
}
