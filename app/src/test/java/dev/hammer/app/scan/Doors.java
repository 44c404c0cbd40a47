package dev.hammer.app.scan;

import dev.hammer.aws.AccessKey;
import dev.hammer.aws.AwsConnection;
import dev.hammer.aws.AwsOptions;
import dev.hammer.aws.CallLog;
import dev.hammer.aws.CallerIdentity;
import dev.hammer.core.reading.ApiCall;
import dev.hammer.core.reading.ReadFailure;
import dev.hammer.core.resource.AccountId;
import dev.hammer.core.resource.Region;
import dev.hammer.testing.AccountClients;
import dev.hammer.testing.stub.WireStub;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.stream.Stream;

/** Accounts as they are found when somebody wants to enter; nothing is ever sent. */
final class Doors {
  static final Target MAIN = new Target(AccountId.of(WireStub.MAIN_ACCOUNT), "main", true);
  static final Target DATA = new Target(AccountId.of("222222222222"), "data", false);
  static final CallerIdentity IDENTITY =
      new CallerIdentity(MAIN.account(), "arn:aws:iam::123456789012:user/lea", Optional.empty());

  private static final AwsOptions PRETENDED =
      new AwsOptions(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.of(new AccessKey(AccountClients.ACCESS_KEY, "false")),
          Duration.ofSeconds(5));

  private Doors() {}

  static Entered open(Target target, String... regions) {
    AwsConnection nobody = new AwsConnection(PRETENDED, InstantSource.system(), CallLog.NONE);
    return new Entered.Open(
        target, nobody.own(IDENTITY), Stream.of(regions).map(Region::of).toList());
  }

  static Entered shut(Target target) {
    return new Entered.Shut(target, refusal(ReadFailure.Kind.DENIED));
  }

  /** Why a role could not be assumed. */
  static ReadFailure refusal(ReadFailure.Kind kind) {
    return new ReadFailure(
        ApiCall.of("sts", "AssumeRole"), kind, "Code", "for some reason", Optional.empty());
  }
}
