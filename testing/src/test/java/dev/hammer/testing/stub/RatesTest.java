package dev.hammer.testing.stub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hammer.testing.LocalClients;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;

class RatesTest {
  private static final long SECOND = 1_000_000_000;

  private final WireStub stub = WireStub.alone();

  @AfterEach
  void close() {
    stub.close();
  }

  @Test
  void bucketGivesItsSizeAtOnceAndThenWhatComesBack() {
    Rates rates = stub.rates().enforce(Rate.each("ec2", "Describe*", 3, 2));
    Target target = new Target("1", "r", "ec2", "DescribeVolumes");
    assertThat(admitted(rates, target, 10, 0)).isEqualTo(3);
    assertThat(admitted(rates, target, 10, SECOND / 2)).isEqualTo(1);
    assertThat(admitted(rates, target, 10, SECOND)).isEqualTo(1);
    assertThat(admitted(rates, target, 10, 100 * SECOND)).isEqualTo(3);
  }

  @Test
  void accountsRegionsAndOperationsHaveBucketsOfTheirOwn() {
    Rates rates = stub.rates().enforce(Rate.each("ec2", "*", 1, 1));
    assertThat(admitted(rates, new Target("1", "r", "ec2", "DescribeVolumes"), 2, 0)).isOne();
    assertThat(admitted(rates, new Target("2", "r", "ec2", "DescribeVolumes"), 2, 0)).isOne();
    assertThat(admitted(rates, new Target("1", "s", "ec2", "DescribeVolumes"), 2, 0)).isOne();
    assertThat(admitted(rates, new Target("1", "r", "ec2", "DescribeImages"), 2, 0)).isOne();
    assertThat(admitted(rates, new Target("1", "r", "iam", "ListUsers"), 2, 0)).isEqualTo(2);
  }

  @Test
  void operationsThatShareABucketUseItUpTogether() {
    Rates rates = stub.rates().enforce(Rate.shared("cloudtrail", "*", 2, 1));
    assertThat(admitted(rates, new Target("1", "r", "cloudtrail", "GetTrail"), 2, 0)).isEqualTo(2);
    assertThat(admitted(rates, new Target("1", "r", "cloudtrail", "ListTrails"), 2, 0)).isZero();
  }

  @Test
  void whatIsTooFastIsThrottledInTheWordsOfTheServiceAndCounted() {
    Answers.script(stub.scripts(), 7);
    stub.rates().enforce(Rate.each("ec2", "*", 2, 0.001));
    try (var clients = new LocalClients(stub.endpoint())) {
      var ec2 = clients.in(WireStub.MAIN_ACCOUNT, "eu-west-1").ec2();
      assertThat(ec2.describeSecurityGroups().securityGroups()).hasSize(7);
      assertThat(ec2.describeSecurityGroups().securityGroups()).hasSize(7);
      assertThatThrownBy(ec2::describeSecurityGroups)
          .isInstanceOfSatisfying(
              Ec2Exception.class,
              refused -> {
                assertThat(refused.awsErrorDetails().errorCode()).isEqualTo("RequestLimitExceeded");
                assertThat(refused.statusCode()).isEqualTo(503);
              });
    }
    assertThat(stub.calls().all().stream().map(Call::throttled)).startsWith(false, false, true);
    assertThat(stub.calls().throttledBySecond().values()).isNotEmpty();
    assertThat(stub.calls().json()).contains("\"throttled\":true");
    stub.reset();
    assertThat(admitted(stub.rates(), new Target("1", "r", "ec2", "x"), 5, 0)).isEqualTo(5);
  }

  @Test
  void rateIsReadFromALine() {
    assertThat(Rate.parse(" each ec2 Describe*  100 20"))
        .isEqualTo(Rate.each("ec2", "Describe*", 100, 20));
    assertThat(Rate.parse("shared sqs * 5 0.5")).isEqualTo(Rate.shared("sqs", "*", 5, 0.5));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "all ec2 * 1 1", "each ec2 * 1", "each ec2 * 0 1", "each ec2 * 1 0"})
  void lineThatIsNoRateIsRefused(String line) {
    assertThatThrownBy(() -> Rate.parse(line)).isInstanceOf(IllegalArgumentException.class);
  }

  private static long admitted(Rates rates, Target target, int calls, long now) {
    int admitted = 0;
    for (int i = 0; i < calls; i++) {
      admitted += rates.admits(target, now) ? 1 : 0;
    }
    return admitted;
  }
}
