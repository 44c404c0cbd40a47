package dev.hammer.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.hammer.core.reading.ApiCall;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublishedRateTest {
  private static final ApiCall ATTRIBUTE = ApiCall.of("ec2", "DescribeSnapshotAttribute");

  private final SimulatedTime time = new SimulatedTime();

  @ParameterizedTest
  @CsvSource({
    "ec2, DescribeSecurityGroups, 100, 20",
    "ec2, GetManagedPrefixListEntries, 100, 20",
    "sts, AssumeRole, 600, 600",
    "cloudtrail, GetTrailStatus, 10, 10",
    "organizations, ListAccounts, 12, 8",
    "organizations, ListAccountsForParent, 8, 5",
    "organizations, ListTagsForResource, 15, 10",
    "kms, ListAliases, 500, 500",
  })
  void ratesAreThoseOfTheDocumentation(
      String service, String operation, double size, double perSecond) {
    PublishedRate rate = PublishedRates.of(ApiCall.of(service, operation)).orElseThrow();
    assertThat(rate.size()).isEqualTo(size);
    assertThat(rate.perSecond()).isEqualTo(perSecond);
  }

  @ParameterizedTest
  @CsvSource({
    "iam, ListUsers",
    "s3, GetBucketAcl",
    "s3control, GetPublicAccessBlock",
    "sqs, GetQueueAttributes",
    "rds, DescribeDBSnapshots",
    "ec2, ModifySnapshotAttribute",
    "organizations, ListOrganizationalUnitsForParent",
  })
  void othersHaveNone(String service, String operation) {
    assertThat(PublishedRates.of(ApiCall.of(service, operation))).isEmpty();
  }

  @Test
  void ec2HasABucketForEachCallAndCloudTrailOneForAllThatRead() {
    assertThat(bucket("ec2", "DescribeImages")).isNotEqualTo(bucket("ec2", "DescribeVolumes"));
    assertThat(bucket("cloudtrail", "ListTrails"))
        .isEqualTo(bucket("cloudtrail", "GetEventSelectors"))
        .isNotEqualTo(bucket("cloudtrail", "LookupEvents"));
    assertThat(bucket("sts", "AssumeRole")).isEqualTo(bucket("sts", "GetCallerIdentity"));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 101})
  void budgetIsFromOneToAHundred(int percent) {
    assertThatThrownBy(() -> new Budget(percent)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 10, 33, 50, 100})
  void fromTheBurstOnNoWindowHoldsMoreThanTheShare(int percent) {
    Budget budget = new Budget(percent);
    double share = budget.share() * 20;
    List<Double> sent = saturated(budget, (int) (98 + share * 100));
    List<Double> steady = sent.subList(98, sent.size());
    for (int from = 0; from < steady.size(); from++) {
      for (int to = from + 1; to < steady.size(); to++) {
        double window = steady.get(to) - steady.get(from);
        assertThat(to - from).isLessThanOrEqualTo((int) (share * window + 1.001));
      }
    }
  }

  @Test
  void burstIsUsedAtOnceAndTheShareToTheFull() {
    List<Double> sent = saturated(Budget.THIRD, 98 + 600);
    assertThat(sent.get(97)).isLessThan(98 * 0.03 / 8 * 1.3);
    assertThat(sent.getLast() - sent.get(97)).isBetween(89.0, 91.0);
  }

  @Test
  void burstDoesNotComeBack() {
    var service = new SimulatedService(time, desk(Budget.THIRD), 100, 20, 1);
    service.ask("111111111111", ATTRIBUTE, 98);
    time.pass(Duration.ofMinutes(10));
    service.ask("111111111111", ATTRIBUTE, 20);
    double began = time.nanos() / 1e9;
    time.pass(Duration.ofMinutes(10));
    assertThat(service.requests().getLast().seconds() - began).isGreaterThan(19 / 6.67);
  }

  /** Whoever else calls in the account, AWS sees no more of us than the budget says. */
  @Test
  void neverThrottledAloneEvenWithTheWholeBudget() {
    var service = new SimulatedService(time, desk(new Budget(100)), 100, 20, 3);
    service.ask("111111111111", ATTRIBUTE, 2000);
    time.pass(Duration.ofMinutes(5));
    assertThat(service.done()).isEqualTo(2000);
    assertThat(service.throttledSince(0)).isZero();
  }

  /** Others use the account up but for a few calls a second: less than our share. */
  @Test
  void whoIsThrottledBelowTheShareSlowsDown() {
    var service = new SimulatedService(time, desk(Budget.THIRD), 5, 3, 3);
    service.ask("111111111111", ATTRIBUTE, 10_000);
    time.pass(Duration.ofMinutes(1));
    double minute = 60;
    time.pass(Duration.ofMinutes(4));
    assertThat((double) service.throttledSince(minute) / service.since(minute)).isLessThan(0.01);
    assertThat(service.since(minute)).isGreaterThan((long) (4 * 60 * 3 / 1.2));
  }

  @Test
  void throttledCallSlowsItsOwnBucketOnly() {
    Desk desk = desk(Budget.THIRD);
    Line one = desk.line("1", "eu-west-1", ATTRIBUTE, 0);
    Line image = desk.line("1", "eu-west-1", ApiCall.of("ec2", "DescribeImages"), 0);
    Line there = desk.line("1", "us-east-1", ATTRIBUTE, 0);
    Line other = desk.line("2", "eu-west-1", ATTRIBUTE, 0);
    one.tempo().throttled(0, 1_000_000, 1);
    assertThat(one.tempo().perSecond(1_000_000)).isCloseTo(20 / 6.0, within(1e-9));
    for (Line untouched : List.of(image, there, other)) {
      assertThat(untouched.tempo().perSecond(1_000_000)).isCloseTo(20 / 3.0, within(1e-9));
    }
  }

  /** Whatever the pauses between calls: over all, a burst and the share; later only the share. */
  @Property(tries = 300)
  void tokensAreNeverMoreThanTheShare(
      @ForAll @DoubleRange(min = 1, max = 500) double size,
      @ForAll @DoubleRange(min = 0.1, max = 600) double perSecond,
      @ForAll @IntRange(min = 1, max = 100) int percent,
      @ForAll @Size(min = 20, max = 300)
          List<@LongRange(min = 0, max = 2_000_000_000) Long> pauses) {
    Budget budget = new Budget(percent);
    double share = budget.share() * perSecond;
    double most = Math.max(1, share / 20);
    var rate = new PublishedRate("any", size, perSecond, false);
    Tempo tempo = Tempo.of(Optional.of(rate), budget, 0);
    long now = 0;
    int taken = 0;
    for (long pause : pauses) {
      now += pause;
      while (tempo.readyAt(now) <= now) {
        tempo.take(now);
        taken++;
        assertThat(taken - share * now / 1e9).isLessThanOrEqualTo(Math.max(most, size) + 1e-6);
      }
    }
  }

  @Property(tries = 300)
  void windowsAfterTheBurstHoldTheShare(
      @ForAll @DoubleRange(min = 0.1, max = 600) double perSecond,
      @ForAll @Size(min = 20, max = 200) List<@LongRange(min = 0, max = 700_000_000) Long> pauses) {
    double share = perSecond / 3;
    double most = Math.max(1, share / 20);
    Tempo tempo =
        Tempo.of(Optional.of(new PublishedRate("any", 1, perSecond, false)), Budget.THIRD, 0);
    long now = 0;
    int[] taken = new int[pauses.size()];
    long[] at = new long[pauses.size()];
    for (int i = 0; i < pauses.size(); i++) {
      now += pauses.get(i);
      at[i] = now;
      while (tempo.readyAt(now) <= now) {
        tempo.take(now);
        taken[i]++;
      }
    }
    for (int from = 0; from < at.length; from++) {
      int sum = 0;
      for (int to = from; to < at.length; to++) {
        sum += taken[to];
        assertThat((double) sum)
            .isLessThanOrEqualTo(share * (at[to] - at[from]) / 1e9 + most + 1e-6);
      }
    }
  }

  private List<Double> saturated(Budget budget, int calls) {
    var service = new SimulatedService(time, desk(budget), 1e9, 1e9, 1);
    List<Double> sent = service.admissions();
    service.ask("111111111111", ATTRIBUTE, calls);
    time.passAll();
    return sent;
  }

  private static Desk desk(Budget budget) {
    return new Desk(budget, 64, 8);
  }

  private static String bucket(String service, String operation) {
    return PublishedRates.of(ApiCall.of(service, operation)).orElseThrow().bucket();
  }
}
