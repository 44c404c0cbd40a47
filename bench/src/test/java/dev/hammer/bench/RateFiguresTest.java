package dev.hammer.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hammer.testing.stub.Call;
import dev.hammer.testing.stub.Rate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RateFiguresTest {
  private static final Rate EC2 = Rate.each("ec2", "*", 10, 20);

  @Test
  void boundIsThatOfTheSlowestLine() {
    assertThat(bound(Map.of("r ec2:DescribeVolumes", 110))).isCloseTo(10, within(1e-9));
    assertThat(bound(Map.of("r iam:ListAccessKeys", 90, "r iam:ListUsers", 20)))
        .isCloseTo(20, within(1e-9));
    assertThat(bound(Map.of("r s3:GetBucketAcl", 4000, "r s3:GetBucketPolicy", 4000)))
        .isCloseTo(30, within(1e-9));
    assertThat(bound(Map.of("r s3:GetBucketAcl", 4000, "q s3:GetBucketAcl", 4000)))
        .isCloseTo(15, within(1e-9));
  }

  @Test
  void steadyCallsAtTheShareAreExactlyTheShare() {
    assertThat(RateFigures.mostOverShare(calls(10, 0.1, 300), EC2, 0.5)).isCloseTo(1, within(1e-6));
  }

  @Test
  void tenFastSecondsAmongManySlowOnesAreSeen() {
    List<Call> calls = calls(10, 0.1, 300);
    double last = calls.getLast().startedNanos() / 1e9;
    for (int i = 1; i <= 220; i++) {
      calls.add(call(last + i * 0.05));
    }
    assertThat(RateFigures.mostOverShare(calls, EC2, 0.5)).isCloseTo(2, within(1e-6));
  }

  @Test
  void burstAloneIsNoRate() {
    assertThat(RateFigures.mostOverShare(calls(10, 0.1, 0), EC2, 0.5)).isZero();
  }

  private static double bound(Map<String, Integer> calls) {
    return RateFigures.boundSeconds(
        new TreeMap<>(calls),
        List.of(EC2),
        0.5,
        List.of(Rate.shared("iam", "*", 10, 5)),
        Duration.ofMillis(30));
  }

  private static List<Call> calls(int burst, double apart, int steady) {
    List<Call> calls = new ArrayList<>();
    for (int i = 0; i < burst; i++) {
      calls.add(call(i * 0.001));
    }
    for (int i = 1; i <= steady; i++) {
      calls.add(call(i * apart));
    }
    return calls;
  }

  private static Call call(double seconds) {
    long nanos = Math.round(seconds * 1e9);
    return new Call("1", "r", "ec2", "DescribeVolumes", 1, nanos, nanos, 200, false);
  }
}
