package dev.hammer.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hammer.core.reading.UnreadableException;
import dev.hammer.core.resource.Region;
import dev.hammer.testing.stub.Fault;
import dev.hammer.testing.stub.FaultAnswer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert;
import org.junit.jupiter.api.Test;

class SecretsTest {
  /** Key, secret, session, external id, signature, and what a service quoted. */
  private static final String[] SECRETS = {
    StubAws.KEY.id(),
    StubAws.KEY.secret(),
    "ASIA2222",
    "SessionToken",
    "shared-42",
    "Signature=",
    "Authorization",
    "quoted by the service",
  };

  @Test
  void nothingThatIsPrintedHoldsASecret() {
    List<String> printed = new ArrayList<>();
    try (var aws = new StubAws()) {
      for (FaultAnswer answer : faults()) {
        aws.stub().faults().clear();
        aws.stub().faults().add(Fault.always("*", "*", answer));
        printed.add(told(() -> aws.connection().identity()));
        printed.add(told(() -> aws.connection().member(StubAws.MEMBER, StubAws.ROLE)));
        printed.add(told(() -> Service.EC2.count(aws.scope())));
      }
      aws.stub().faults().clear();
      aws.stub()
          .scripts()
          .answer("ec2", "*", question -> question.error(403, "Odd", "quoted by the service"));
      AccountAccess member = aws.connection().member(StubAws.MEMBER, StubAws.ROLE);
      AwsScope scope = member.in(Region.of("eu-west-1"));
      printed.add(told(() -> Service.EC2.count(scope)));
      printed.addAll(aws.calls().ended());
      AwsOptions options = StubAws.options(aws.stub().endpoint(), Duration.ofSeconds(1));
      printed.add("" + options + StubAws.ROLE + StubAws.KEY);
      printed.add("" + CallerCredentials.of(options) + aws.connection().identity());
    }
    assertThat(printed).hasSizeGreaterThan(40);
    for (String text : printed) {
      assertThat(text).doesNotContain(SECRETS);
    }
  }

  private static List<FaultAnswer> faults() {
    return List.of(
        FaultAnswer.denied(),
        FaultAnswer.throttled(),
        FaultAnswer.expired(),
        FaultAnswer.regionNotEnabled(),
        FaultAnswer.disconnected(),
        FaultAnswer.empty(),
        FaultAnswer.html(200),
        FaultAnswer.html(403));
  }

  private static String told(ThrowableAssert.ThrowingCallable call) {
    UnreadableException thrown = Assertions.catchThrowableOfType(UnreadableException.class, call);
    StringWriter trace = new StringWriter();
    thrown.printStackTrace(new PrintWriter(trace));
    return trace + " " + thrown.failure();
  }
}
