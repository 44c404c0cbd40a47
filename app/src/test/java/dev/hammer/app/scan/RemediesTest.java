package dev.hammer.app.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hammer.app.config.AwsSection;
import dev.hammer.app.config.ConfigLoader;
import dev.hammer.app.config.OrganizationsSection;
import dev.hammer.checks.Catalogue;
import dev.hammer.core.reading.ApiCall;
import dev.hammer.core.reading.ReadFailure;
import dev.hammer.core.resource.Region;
import dev.hammer.core.scan.Unit;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RemediesTest {
  private static final AwsSection NO_ROLE = ConfigLoader.defaults(Catalogue.infos()).aws();
  private static final ApiCall LIST = ApiCall.of("s3", "ListBuckets", "s3:ListAllMyBuckets");
  private static final ApiCall REGIONS = ApiCall.of("ec2", "DescribeRegions");

  @Test
  void deniedCallNamesTheActionAndWhoLacksIt() {
    ReadFailure denied = ReadFailure.of(LIST, ReadFailure.Kind.DENIED, "denied");

    assertThat(Remedies.of(denied, NO_ROLE)).isEqualTo("Add s3:ListAllMyBuckets to the identity");
    assertThat(Remedies.of(denied, withRole(Optional.empty())))
        .isEqualTo("Add s3:ListAllMyBuckets to role hammer-identify");
  }

  @ParameterizedTest
  @EnumSource(ReadFailure.Kind.class)
  void everyFailureHasARemedyInOneSentence(ReadFailure.Kind kind) {
    assertThat(Remedies.of(ReadFailure.of(LIST, kind, "x"), NO_ROLE))
        .matches("[A-Z].*[^.]")
        .doesNotContain("\n");
    assertThat(Remedies.of(Doors.refusal(kind), NO_ROLE)).matches("[A-Z].*[^.]");
  }

  @ParameterizedTest
  @EnumSource(ReadFailure.Kind.class)
  void everyFailureHasOneOfFourReasons(ReadFailure.Kind kind) {
    NotCovered gap =
        new NotCovered(
            new Unit(Doors.DATA.account(), Region.GLOBAL, "s3"),
            true,
            ReadFailure.of(LIST, kind, "x"));

    assertThat(gap.reason())
        .isEqualTo(
            switch (kind) {
              case DENIED, THROTTLED, NOT_REACHED -> kind.name().toLowerCase(Locale.ROOT);
              default -> "error";
            });
  }

  @Test
  void refusedRoleAsksForItsTrustPolicyAndExternalId() {
    ReadFailure refused = Doors.refusal(ReadFailure.Kind.DENIED);

    assertThat(Remedies.of(refused, withRole(Optional.empty())))
        .startsWith("Let the role's trust policy name your identity");
    assertThat(Remedies.of(refused, withRole(Optional.of("secret-id"))))
        .isEqualTo("Compare the role's trust policy with your identity and aws.external_id")
        .doesNotContain("secret-id");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DENIED      | Allow ec2:DescribeRegions, or name regions in aws.regions",
        "CREDENTIALS | Renew the credentials",
        "UNREACHABLE | Check the network and the proxy (HTTPS_PROXY), then try again: hammer doctor",
        "NOT_REACHED | Go on: hammer scan --resume",
        "THROTTLED   | Try again: hammer doctor",
      })
  void regionsThatCannotBeListedHaveARemedyOfTheirOwn(ReadFailure.Kind kind, String remedy) {
    assertThat(Readiness.remedy(ReadFailure.of(REGIONS, kind, "x"), NO_ROLE)).isEqualTo(remedy);
  }

  @Test
  void readinessNamesTheAccountAndWhatStandsInTheWay() {
    assertThat(Readiness.of(Doors.shut(Doors.DATA), withRole(Optional.empty())))
        .returns(false, Readiness::isReady)
        .returns(
            "cannot assume hammer-identify in data (222222222222): for some reason",
            Readiness::text);
    assertThat(
            Readiness.why(
                Doors.MAIN, ReadFailure.of(REGIONS, ReadFailure.Kind.DENIED, "denied"), NO_ROLE))
        .isEqualTo("cannot list the regions of main (123456789012): denied");
    assertThat(Readiness.of(Doors.open(Doors.MAIN, "eu-west-1"), NO_ROLE))
        .returns(true, Readiness::isReady)
        .returns("", Readiness::remedy);
  }

  private static AwsSection withRole(Optional<String> externalId) {
    return new AwsSection(
        new TreeMap<>(),
        Optional.empty(),
        Optional.of("hammer-identify"),
        Optional.empty(),
        externalId,
        Duration.ofHours(1),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        OrganizationsSection.OFF,
        List.of());
  }
}
