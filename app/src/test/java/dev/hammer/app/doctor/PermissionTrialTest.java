package dev.hammer.app.doctor;

import static dev.hammer.app.Estate.DATA;
import static dev.hammer.app.Estate.MAIN;
import static dev.hammer.app.Estate.NORTH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hammer.app.CommandFailure;
import dev.hammer.app.Estate;
import dev.hammer.app.Office;
import dev.hammer.app.permissions.AccountPermissions;
import dev.hammer.app.permissions.Need;
import dev.hammer.app.record.DoctorRecord;
import dev.hammer.app.scan.Target;
import dev.hammer.checks.Catalogue;
import dev.hammer.checks.Trial;
import dev.hammer.core.check.CheckInfo;
import dev.hammer.core.reading.ApiCall;
import dev.hammer.core.reading.ReadFailure;
import dev.hammer.core.resource.Region;
import dev.hammer.json.JsonText;
import dev.hammer.testing.stub.Fault;
import dev.hammer.testing.stub.FaultAnswer;
import dev.hammer.testing.stub.Question;
import dev.hammer.testing.stub.WireReply;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PermissionTrialTest {
  private static final Examination DEEP = new Examination(false, List.of(), List.of()).deep();

  @TempDir private Path folder;
  private final Estate estate = new Estate();
  private Office office = new Office(Path.of("target"), estate);

  @BeforeEach
  void open() {
    office = new Office(folder, estate);
    for (var account : List.of(MAIN, DATA)) {
      estate.plainBucket(account, "logs-" + account.id()).openQueue(account, NORTH, "orders");
    }
    estate
        .stub()
        .scripts()
        .answer("s3", "GetBucketPolicyStatus", q -> q.error(404, "NoSuchBucketPolicy", "none"))
        .answer("s3", "GetPublicAccessBlock", PermissionTrialTest::noBlock)
        .answer("s3control", "GetPublicAccessBlock", PermissionTrialTest::noBlock);
  }

  @AfterEach
  void close() {
    office.close();
    estate.close();
  }

  private static WireReply noBlock(Question question) {
    return question.error(404, "NoSuchPublicAccessBlockConfiguration", "none");
  }

  static List<ApiCall> callsOfTheOffice() {
    return Catalogue.infos().stream()
        .filter(info -> Office.CHECKS.contains(info.id()))
        .flatMap(info -> info.calls().stream())
        .distinct()
        .toList();
  }

  static List<Need> needs() {
    return Need.of(Catalogue.infos(), false);
  }

  @Test
  void accountsThatRefuseNothingAreWell() {
    Diagnosis diagnosis = examine(DEEP);

    assertThat(actions(diagnosis))
        .returns(Proven.State.OK, Proven::state)
        .returns("2 of 2 accounts refuse nothing", Proven::text);
    assertThat(diagnosis.permissions()).hasSize(2);
    assertThat(estate.stub().calls().all()).allMatch(call -> isReading(call.target().operation()));
  }

  @ParameterizedTest
  @MethodSource("callsOfTheOffice")
  void exactlyTheDeniedActionIsNamedWithTheAccountAndTheChecks(ApiCall call) {
    estate
        .stub()
        .faults()
        .add(
            Fault.always(call.service(), call.operation(), FaultAnswer.denied())
                .inAccount(DATA.id()));

    Diagnosis diagnosis = examine(DEEP);

    assertThat(actions(diagnosis).parts())
        .singleElement()
        .matches(
            part ->
                part.text()
                    .startsWith(
                        "data (222222222222): hammer-identify lacks 1 of 11 actions: "
                            + call.action()
                            + ". "))
        .returns("Allow them: hammer policy --account 222222222222", Proven.Part::remedy);
    assertThat(diagnosis.permissions().getLast())
        .matches(one -> one.blinded().equals(inOffice(ids(call, CheckInfo::decides))));
    assertThat(diagnosis.problems()).isEqualTo(1);
  }

  @ParameterizedTest
  @MethodSource("needs")
  void everyActionOfTheCatalogueBlindsTheChecksThatItDecides(Need denied) {
    AccountPermissions account =
        new AccountPermissions(
            new Target(MAIN, "main", true),
            needs(),
            needs().stream()
                .flatMap(need -> need.calls().stream())
                .map(call -> trial(call, call.action().equals(denied.action())))
                .toList());

    assertThat(account.denied()).containsExactly(denied);
    assertThat(account.blinded()).isEqualTo(ids(denied.calls().first(), CheckInfo::decides));
    assertThat(account.dulled())
        .containsExactlyInAnyOrderElementsOf(
            ids(denied.calls().first(), CheckInfo::explains).stream()
                .filter(id -> !account.blinded().contains(id))
                .toList());
  }

  @Test
  void jsonNamesWhatIsDeniedAndWhatIsNotProved() {
    estate.withoutBucket(DATA, "logs-222222222222");
    estate.stub().faults().add(Fault.always("sqs", "ListQueueTags", FaultAnswer.denied()));

    assertThat(JsonText.write(DoctorRecord.of(examine(DEEP), office.clock().instant())))
        .contains("\"denied\":[{\"action\":\"sqs:ListQueueTags\"")
        .contains("\"less_exact\":[\"sqs_public_access\"]")
        .contains("\"why\":\"there is no bucket to try it on\"");
  }

  @Test
  void accountThatCannotBeEnteredIsNotTried() {
    estate.closing(DATA);

    Diagnosis diagnosis = examine(new Examination(false, List.of("actions"), List.of("data")));

    assertThat(diagnosis.proven()).extracting(Proven::name).containsExactly("accounts", "actions");
    assertThat(actions(diagnosis)).returns(Proven.State.SKIP, Proven::state);
  }

  @Test
  void whatIsMissingIsIncomplete() {
    estate.stub().faults().add(Fault.always("s3", "ListBuckets", FaultAnswer.denied()));

    Diagnosis diagnosis = examine(DEEP);

    assertThat(actions(diagnosis).failure()).hasValue(CommandFailure.Kind.INCOMPLETE);
    assertThat(diagnosis.cost()).isEqualTo("blind checks decide nothing there");
  }

  @Test
  void withoutBeingAskedNoActionIsTried() {
    Diagnosis diagnosis = examine(new Examination(false, List.of(), List.of()));

    assertThat(diagnosis.permissions()).isEmpty();
    assertThat(estate.stub().calls().count("s3", "ListBuckets")).isZero();
  }

  private Diagnosis examine(Examination asked) {
    return new Doctor(office.workspace()).examine(asked);
  }

  private static Proven actions(Diagnosis diagnosis) {
    return diagnosis.proven().getLast();
  }

  private static Trial trial(ApiCall call, boolean denied) {
    ReadFailure why =
        new ReadFailure(call, ReadFailure.Kind.DENIED, "AccessDenied", "denied", Optional.empty());
    return new Trial(
        call, Region.GLOBAL, denied ? new Trial.Outcome.Denied(why) : new Trial.Outcome.Allowed());
  }

  private static Set<String> ids(ApiCall call, Function<CheckInfo, List<ApiCall>> declared) {
    return Catalogue.infos().stream()
        .filter(info -> declared.apply(info).contains(call))
        .map(CheckInfo::id)
        .collect(Collectors.toSet());
  }

  private static Set<String> inOffice(Set<String> ids) {
    return ids.stream().filter(Office.CHECKS::contains).collect(Collectors.toSet());
  }

  private static boolean isReading(String operation) {
    return operation.matches("(Get|List|Describe)\\w+|AssumeRole");
  }
}
