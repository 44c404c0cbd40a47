package dev.hammer.app.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hammer.app.CommandFailure;
import dev.hammer.app.Estate;
import dev.hammer.app.Office;
import dev.hammer.app.config.Gaps;
import dev.hammer.core.reading.ReadFailure;
import dev.hammer.core.resource.AccountId;
import dev.hammer.core.resource.Region;
import dev.hammer.core.scan.Slice;
import dev.hammer.core.scan.SliceOutcome;
import dev.hammer.core.scan.SliceState;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScanPlannerTest {
  private static final List<Target> TARGETS = List.of(Doors.MAIN, Doors.DATA);
  private static final Entered MAIN_OPEN = Doors.open(Doors.MAIN, "eu-north-1", "eu-west-1");
  private static final Entered DATA_OPEN = Doors.open(Doors.DATA, "eu-west-1", "us-east-1");
  private static final Entered DATA_SHUT = Doors.shut(Doors.DATA);
  private static final String MAIN_BUCKETS =
      "123456789012 global s3 [s3_bucket_policy, s3_encryption]";
  private static final String DATA_BUCKETS =
      "222222222222 global s3 [s3_bucket_policy, s3_encryption]";

  @TempDir private Path folder;
  private final Estate estate = new Estate();
  private Office office = new Office(Path.of("target"), estate);

  @BeforeEach
  void open() {
    office = new Office(folder, estate);
  }

  @AfterEach
  void close() {
    office.close();
    estate.close();
  }

  @Test
  void wholeScopeIsEveryCheckThatIsOnInEveryAccountAndItsRegions() {
    ScanPlan plan = plan(Ask.whole(), MAIN_OPEN, DATA_OPEN);

    assertThat(units(plan))
        .containsExactly(
            "123456789012 eu-north-1 sqs [sqs_public_access]",
            "123456789012 eu-west-1 sqs [sqs_public_access]",
            MAIN_BUCKETS,
            "222222222222 eu-west-1 sqs [sqs_public_access]",
            DATA_BUCKETS,
            "222222222222 us-east-1 sqs [sqs_public_access]");
    assertThat(planned(plan)).containsExactlyInAnyOrderElementsOf(slices(plan));
    assertThat(plan.regions())
        .extracting(Region::name)
        .containsExactly("eu-north-1", "eu-west-1", "us-east-1");
    assertThat(plan.checks())
        .containsExactly("s3_bucket_policy", "s3_encryption", "sqs_public_access");
    assertThat(plan.disabled()).hasSize(10).contains("s3_bucket_acl");
    assertThat(plan.shut()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"data", "DATA", "222222222222", "d*", "2222*"})
  void accountsAreNamedByIdNameOrGlob(String name) {
    assertThat(choose(Ask.whole().accounts(name))).containsExactly(Doors.DATA);
    assertThat(choose(Ask.whole().notAccounts(name))).containsExactly(Doors.MAIN);
  }

  @Test
  void accountsOfSeveralPatternsAreChosenOnceInTheirOrder() {
    assertThat(choose(Ask.whole().accounts("data", "*"))).isEqualTo(TARGETS);
    assertThat(choose(Ask.whole().accounts("*").notAccounts("main"))).containsExactly(Doors.DATA);
  }

  @Test
  void accountThatIsNotInScopeIsAnErrorWithTheNearestName() {
    assertThatThrownBy(() -> choose(Ask.whole().accounts("dota")))
        .isInstanceOf(CommandFailure.class)
        .hasMessage("--account dota matches no account in scope; did you mean data?")
        .extracting("code", "remedy")
        .containsExactly("scope.account", "In scope: main, 123456789012, data, 222222222222");
    assertThatThrownBy(() -> choose(Ask.whole().notAccounts("sandbox")))
        .hasMessage("--not-account sandbox matches no account in scope");
  }

  @Test
  void leavingOutEveryAccountIsAnError() {
    assertThatThrownBy(() -> choose(Ask.whole().notAccounts("*")))
        .isInstanceOf(CommandFailure.class)
        .hasMessage("no account is left to look at")
        .extracting("remedy")
        .isEqualTo("In scope: main (123456789012), data (222222222222)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"eu-west-1", "EU-WEST-1", "eu-w*"})
  void regionsNarrowRegionalChecksOnly(String pattern) {
    ScanPlan plan = plan(Ask.whole().regions(pattern), MAIN_OPEN, DATA_OPEN);

    assertThat(units(plan))
        .containsExactly(
            "123456789012 eu-west-1 sqs [sqs_public_access]",
            MAIN_BUCKETS,
            "222222222222 eu-west-1 sqs [sqs_public_access]",
            DATA_BUCKETS);
    assertThat(plan.regions()).extracting(Region::name).containsExactly("eu-west-1");
  }

  @Test
  void allRegionsNarrowNothing() {
    ScanRequest request = Ask.whole().regions("eu-west-1", "all").request();

    assertThat(request.isWhole()).isTrue();
    assertThat(request.regions()).isEmpty();
  }

  @Test
  void regionThatNoAccountHasEnabledIsAnErrorThatNamesThoseItHas() {
    assertThatThrownBy(() -> plan(Ask.whole().regions("af-south-1"), MAIN_OPEN, DATA_OPEN))
        .isInstanceOf(CommandFailure.class)
        .hasMessage("--region af-south-1 matches no region in scope")
        .extracting("remedy")
        .isEqualTo("In scope: eu-north-1, eu-west-1, us-east-1");
    assertThatThrownBy(() -> plan(Ask.whole().regions("eu-wset-1"), MAIN_OPEN))
        .hasMessageEndingWith("did you mean eu-west-1?");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "s3_encryption    |      | 123456789012 global s3 [s3_encryption]",
        "s3_*             |      | 123456789012 global s3 [s3_bucket_policy, s3_encryption]",
        "*encryption      |      | 123456789012 global s3 [s3_encryption]",
        "                 | sqs  | 123456789012 eu-west-1 sqs [sqs_public_access]",
        "*                | s3   | 123456789012 global s3 [s3_bucket_policy, s3_encryption]",
      })
  void checksAndServicesNarrow(@Nullable String check, @Nullable String service, String expected) {
    Ask ask = Ask.whole().accounts("main").regions("eu-west-1");
    if (check != null) {
      ask.checks(check);
    }
    if (service != null) {
      ask.services(service);
    }

    assertThat(units(plan(ask, MAIN_OPEN))).containsExactly(expected);
  }

  @Test
  void checksThatNameNothingAreAnError() {
    assertThatThrownBy(() -> plan(Ask.whole().checks("s3_encription"), MAIN_OPEN))
        .hasMessage("--check s3_encription matches no check in scope; did you mean s3_encryption?");
    assertThatThrownBy(() -> plan(Ask.whole().services("lambda"), MAIN_OPEN))
        .isInstanceOf(CommandFailure.class)
        .hasMessage("--service lambda matches no service in scope")
        .extracting("remedy")
        .isEqualTo("In scope: cloudtrail, ec2, iam, rds, s3, sqs");
    assertThatThrownBy(() -> plan(Ask.whole().checks("s3_*").services("sqs"), MAIN_OPEN))
        .hasMessage("no check is left to look with");
  }

  @Test
  void checkThatIsOffIsUsedOnlyIfAskedFor() {
    Ask off = Ask.whole().checks("s3_bucket_acl");

    assertThatThrownBy(() -> plan(off, MAIN_OPEN))
        .isInstanceOf(CommandFailure.class)
        .hasMessage("switched off in the configuration: s3_bucket_acl")
        .extracting("remedy")
        .isEqualTo("Add --include-disabled");
    ScanPlan plan = plan(off.includingDisabled(), MAIN_OPEN);
    assertThat(units(plan)).containsExactly("123456789012 global s3 [s3_bucket_acl]");
    assertThat(planned(plan)).containsAll(slices(plan));
  }

  @Test
  void disabledChecksJoinTheWholeScopeIfAskedFor() {
    assertThat(units(plan(Ask.whole().includingDisabled().services("s3"), MAIN_OPEN)))
        .containsExactly("123456789012 global s3 [s3_bucket_acl, s3_bucket_policy, s3_encryption]");
  }

  @Test
  void sectionsNameTheAccountsTheirCheckLooksAt() {
    office.configure(
        Office.TWO_ACCOUNTS
            + """
            s3_encryption: {accounts: ["222222222222"]}
            s3_bucket_policy: {ignore_accounts: ["222222222222"]}
            sqs_public_access: {accounts: []}
            """);

    ScanPlan plan = plan(Ask.whole(), MAIN_OPEN, DATA_OPEN);

    assertThat(units(plan))
        .containsExactly(
            "123456789012 global s3 [s3_bucket_policy]", "222222222222 global s3 [s3_encryption]");
    assertThat(planned(plan)).containsExactlyInAnyOrderElementsOf(slices(plan));
  }

  @Test
  void scopeInWhichNothingIsLeftIsAnError() {
    office.configure(Office.TWO_ACCOUNTS + "sqs_public_access: {accounts: []}\n");

    assertThatThrownBy(() -> plan(Ask.whole().services("sqs"), MAIN_OPEN, DATA_OPEN))
        .isInstanceOf(CommandFailure.class)
        .hasMessage("no check that was asked for looks at these accounts and regions")
        .extracting("code")
        .isEqualTo("scope.empty");
  }

  @Test
  void emptyListOfRegionsMeansNone() {
    Entered nowhere = Doors.open(Doors.MAIN);

    assertThat(units(plan(Ask.whole(), nowhere))).containsExactly(MAIN_BUCKETS);
    assertThatThrownBy(() -> plan(Ask.whole().regions("eu-west-1"), nowhere))
        .hasMessage("--region eu-west-1 matches no region in scope");
  }

  @Test
  void resourceNarrowsToItsServiceAccountAndRegion() {
    ResourcePlace queue =
        new ResourcePlace(
            "sqs", Optional.of(Doors.DATA.account()), Optional.of(Region.of("us-east-1")));
    Ask ask = Ask.whole().resource("jobs");

    assertThat(ScanPlanner.choose(ask.request(), TARGETS, Optional.of(queue)))
        .containsExactly(Doors.DATA);
    assertThat(units(plan(ask, Optional.of(queue), List.of(), DATA_OPEN)))
        .containsExactly("222222222222 us-east-1 sqs [sqs_public_access]");
  }

  @Test
  void resourceOutsideTheRegionsInScopeIsAnError() {
    ResourcePlace queue =
        new ResourcePlace("sqs", Optional.empty(), Optional.of(Region.of("af-south-1")));

    assertThatThrownBy(
            () -> plan(Ask.whole().resource("jobs"), Optional.of(queue), List.of(), MAIN_OPEN))
        .isInstanceOf(CommandFailure.class)
        .hasMessage("the resource is in af-south-1, which is not in scope")
        .extracting("remedy")
        .isEqualTo("In scope: eu-north-1, eu-west-1");
  }

  @Test
  void resourceOfAnAccountOutOfScopeIsAnError() {
    ResourcePlace place =
        new ResourcePlace("s3", Optional.of(AccountId.of("333333333333")), Optional.empty());

    assertThatThrownBy(
            () ->
                ScanPlanner.choose(
                    Ask.whole().resource("x").request(), TARGETS, Optional.of(place)))
        .hasMessage("no account is left to look at");
  }

  @Test
  void narrowedScanPlansTheRestOfTheScopeAsNotReached() {
    ScanPlan whole = plan(Ask.whole(), MAIN_OPEN, DATA_OPEN);
    ScanPlan one =
        plan(Ask.whole().checks("s3_encryption").accounts("main").regions("eu-west-1"), MAIN_OPEN);

    assertThat(units(one)).containsExactly("123456789012 global s3 [s3_encryption]");
    assertThat(planned(one))
        .filteredOn(slice -> slice.account().equals(Doors.MAIN.account()))
        .containsExactlyElementsOf(
            planned(whole).stream()
                .filter(slice -> slice.account().equals(Doors.MAIN.account()))
                .toList());
    assertThat(planned(one))
        .contains(new Slice(Doors.DATA.account(), Region.UNKNOWN, "sqs_public_access"));
    assertThat(one.accounts().values())
        .flatExtracting(AccountPlan::whole)
        .allMatch(state -> state.outcome() == SliceOutcome.NOT_REACHED);
  }

  @Test
  void accountThatCannotBeEnteredIsPlannedWithItsLastRegions() {
    List<SliceState> known =
        List.of(known("eu-west-1"), known("ap-south-1"), known(Region.GLOBAL.name()));

    ScanPlan plan = plan(Ask.whole(), Optional.empty(), known, MAIN_OPEN, DATA_SHUT);

    assertThat(units(plan))
        .contains(
            "222222222222 ap-south-1 sqs [sqs_public_access]",
            "222222222222 eu-west-1 sqs [sqs_public_access]",
            DATA_BUCKETS);
    assertThat(plan.shut()).containsOnlyKeys(Doors.DATA);
    assertThat(plan.shutUnits()).hasSize(3);
    assertThat(plan.regions()).extracting(Region::name).containsExactly("eu-north-1", "eu-west-1");
  }

  @Test
  void lastRegionsOfAShutAccountAreNarrowedLikeAnyOther() {
    List<SliceState> known = List.of(known("eu-west-1"), known("ap-south-1"));

    ScanPlan plan =
        plan(
            Ask.whole().regions("eu-west-1").services("sqs"),
            Optional.empty(),
            known,
            MAIN_OPEN,
            DATA_SHUT);

    assertThat(plan.shutUnits().keySet())
        .extracting(unit -> unit.region().name())
        .containsExactly("eu-west-1");
  }

  @Test
  void accountOfUnknownRegionsCountsWithAStandIn() {
    ScanPlan plan = plan(Ask.whole(), DATA_SHUT);

    assertThat(units(plan)).containsExactly("222222222222 * sqs [sqs_public_access]", DATA_BUCKETS);
    assertThat(plan.regions()).isEmpty();
  }

  @Test
  void configuredRegionsHoldForShutAccountsToo() {
    office.configure(Office.TWO_ACCOUNTS + "  regions: [eu-west-1]\n");

    assertThat(units(plan(Ask.whole(), Optional.empty(), List.of(known("us-east-1")), DATA_SHUT)))
        .containsExactly("222222222222 eu-west-1 sqs [sqs_public_access]", DATA_BUCKETS);
  }

  @Test
  void reasonOfAShutAccountIsKept() {
    assertThat(plan(Ask.whole(), MAIN_OPEN, DATA_SHUT).targets().get(Doors.DATA))
        .contains(Doors.refusal(ReadFailure.Kind.DENIED));
  }

  private static List<Target> choose(Ask ask) {
    return ScanPlanner.choose(ask.request(), TARGETS, Optional.empty());
  }

  private ScanPlan plan(Ask ask, Entered... entered) {
    return plan(ask, Optional.empty(), List.of(), entered);
  }

  private ScanPlan plan(
      Ask ask, Optional<ResourcePlace> place, List<SliceState> known, Entered... entered) {
    return new ScanPlanner(
            office.configuration(),
            KnownRegions.of(known.stream().map(SliceState::slice).toList()),
            Gaps.at(office.configuration().aws().acceptedGaps(), office.clock().instant()))
        .plan(
            "s-00000001",
            Doors.IDENTITY,
            ask.request(),
            Roster.of(TARGETS),
            List.of(entered),
            place);
  }

  private static List<String> units(ScanPlan plan) {
    return plan.units()
        .map(
            unit ->
                unit.account()
                    + " "
                    + unit.region()
                    + " "
                    + unit.service()
                    + " "
                    + plan.slicesOf(unit).stream().map(Slice::check).toList())
        .toList();
  }

  private static List<Slice> slices(ScanPlan plan) {
    List<Slice> slices = plan.units().flatMap(u -> plan.slicesOf(u).stream()).toList();
    assertThat(slices).allMatch(plan::asks);
    return slices;
  }

  private static List<Slice> planned(ScanPlan plan) {
    return plan.accounts().values().stream()
        .flatMap(account -> account.whole().stream())
        .map(SliceState::slice)
        .toList();
  }

  private static SliceState known(String region) {
    return SliceState.planned(
        new Slice(Doors.DATA.account(), Region.of(region), "sqs_public_access"), "sqs");
  }
}
