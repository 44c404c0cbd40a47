package dev.hammer.app.doctor;

import static dev.hammer.app.Estate.DATA;
import static dev.hammer.app.Estate.MAIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.hammer.app.CommandFailure;
import dev.hammer.app.Estate;
import dev.hammer.app.Office;
import dev.hammer.app.scan.ScanRequest;
import dev.hammer.testing.stub.Fault;
import dev.hammer.testing.stub.FaultAnswer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorTest {
  private static final Examination ALL = new Examination(false, List.of(), List.of());

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
  void everythingIsWell() {
    estate.plainBucket(MAIN, "logs");
    office.scan(ScanRequest.WHOLE);

    Diagnosis diagnosis = examine(ALL);

    assertThat(diagnosis.proven())
        .extracting(Proven::name, Proven::state)
        .containsExactly(
            tuple("config", Proven.State.OK),
            tuple("store", Proven.State.OK),
            tuple("identity", Proven.State.OK),
            tuple("accounts", Proven.State.OK));
    assertThat(proven(diagnosis, "config").text()).endsWith("hammer.yaml   3 checks on");
    assertThat(proven(diagnosis, "store").text())
        .startsWith("sqlite:" + folder)
        .contains("1 open issue ", "writable");
    assertThat(proven(diagnosis, "identity").text())
        .isEqualTo("arn:aws:iam::123456789012:user/hammer");
    assertThat(proven(diagnosis, "accounts").text()).isEqualTo("2 of 2 ready");
    assertThat(diagnosis.problems()).isZero();
    assertThat(diagnosis.cost()).isEmpty();
  }

  @Test
  void configurationWithErrorsIsNamedAndNoAccountIsTried() {
    office.configureExactly("s3_encryption: {enabled: perhaps}\naws: {regions: 7}\n");

    Diagnosis diagnosis = examine(ALL);

    assertThat(proven(diagnosis, "config"))
        .returns(Proven.State.FAIL, Proven::state)
        .returns("hammer config validate", Proven::remedy)
        .returns(Optional.of(CommandFailure.Kind.USAGE), Proven::failure)
        .matches(config -> config.text().endsWith("2 errors"));
    assertThat(proven(diagnosis, "accounts").state()).isEqualTo(Proven.State.SKIP);
    assertThat(proven(diagnosis, "identity").state()).isEqualTo(Proven.State.OK);
    assertThat(diagnosis.cost()).isEqualTo("nothing that needs the configuration starts");
  }

  @Test
  void configurationWithWarningsIsWellButSaysSo() {
    office.configure("made_up: {}\n");

    assertThat(proven(examine(offline()), "config").text())
        .endsWith("1 warning: hammer config validate");
  }

  @Test
  void storeThatCannotBeUsedIsNamedWithItsRemedy() throws IOException {
    Files.createDirectory(folder.resolve("a-folder"));
    office.configure("store: \"sqlite:a-folder\"\n");

    Diagnosis diagnosis = examine(offline());

    assertThat(proven(diagnosis, "store"))
        .returns(Proven.State.FAIL, Proven::state)
        .matches(store -> store.text().endsWith("a-folder is a folder"))
        .matches(store -> store.remedy().startsWith("Name a file"));
    assertThat(diagnosis.cost()).isEqualTo("nothing can be remembered, so no scan starts");
  }

  @Test
  void storeThatIsNoStoreIsNamedWithItsRemedy() throws IOException {
    Files.writeString(folder.resolve("hammer.db"), "this is no database, just some text");
    office.configure("store: \"sqlite:hammer.db\"\n");

    assertThat(proven(examine(offline()), "store"))
        .returns(Proven.State.FAIL, Proven::state)
        .matches(store -> !store.remedy().isEmpty());
  }

  @Test
  void identityThatAwsRejectsIsNamedAndNoAccountIsTried() {
    estate.stub().faults().add(Fault.always("sts", "GetCallerIdentity", FaultAnswer.expired()));

    Diagnosis diagnosis = examine(ALL);

    assertThat(proven(diagnosis, "identity"))
        .returns(Proven.State.FAIL, Proven::state)
        .returns(Optional.of(CommandFailure.Kind.NOBODY), Proven::failure)
        .matches(identity -> identity.text().contains("credentials"))
        .matches(identity -> identity.remedy().startsWith("Renew them"));
    assertThat(proven(diagnosis, "accounts").state()).isEqualTo(Proven.State.SKIP);
    assertThat(diagnosis.cost()).isEqualTo("no account can be read");
  }

  @Test
  void unitsThatOnlyTheWhitelistNamesAreTried() {
    office.write(
        "whitelist.json",
        """
        {"s3_encryption": {"ou:ou-ab12-cdef3456": [{"id": "*-logs", "reason": "none"}]}}
        """);
    estate
        .stub()
        .faults()
        .add(Fault.always("organizations", "ListAccountsForParent", FaultAnswer.denied()));

    assertThat(proven(examine(ALL), "accounts").parts())
        .singleElement()
        .returns(
            "Cannot read the organization's units: denied (AccessDeniedException),"
                + " organizations:ListAccountsForParent: whitelist entries by unit accept nothing"
                + " new",
            Proven.Part::text)
        .matches(part -> part.remedy().startsWith("Allow organizations:ListAccountsForParent"));
  }

  @Test
  void accountThatRefusesIsNamedAndTheOthersAreReady() {
    estate.closing(DATA);

    Diagnosis diagnosis = examine(ALL);

    Proven accounts = proven(diagnosis, "accounts");
    assertThat(accounts.text()).isEqualTo("1 of 2 ready");
    assertThat(accounts.parts())
        .singleElement()
        .returns(
            "cannot assume hammer-identify in data (222222222222): denied (AccessDenied)",
            Proven.Part::text)
        .matches(part -> part.remedy().startsWith("Let the role's trust policy name"));
    assertThat(diagnosis.problems()).isEqualTo(1);
    assertThat(diagnosis.cost()).startsWith("these accounts stay unread");
  }

  @Test
  void regionsThatCannotBeListedAreAProblemOfTheirAccount() {
    estate
        .stub()
        .faults()
        .add(Fault.always("ec2", "DescribeRegions", FaultAnswer.denied()).inAccount(DATA.id()));

    assertThat(proven(examine(ALL), "accounts").parts())
        .singleElement()
        .matches(part -> part.text().startsWith("cannot list the regions of data"))
        .returns("Allow ec2:DescribeRegions, or name regions in aws.regions", Proven.Part::remedy);
  }

  @Test
  void membersWithoutARoleAreAProblemOfTheConfiguration() {
    office.configure("aws: {accounts: {\"222222222222\": data}}\n");

    assertThat(proven(examine(ALL), "accounts"))
        .returns(Proven.State.FAIL, Proven::state)
        .returns(Optional.of(CommandFailure.Kind.USAGE), Proven::failure)
        .returns("Set aws.role_name_identification", Proven::remedy);
  }

  @Test
  void offlineLeavesOutWhatNeedsAws() {
    assertThat(examine(offline()).proven())
        .extracting(Proven::name, Proven::state)
        .endsWith(tuple("identity", Proven.State.SKIP), tuple("accounts", Proven.State.SKIP));
    assertThat(estate.stub().calls().size()).isZero();
  }

  @Test
  void onlyWhatWasAskedForIsLookedAt() {
    assertThat(examine(new Examination(false, List.of("store"), List.of())).proven())
        .extracting(Proven::name)
        .containsExactly("store");
    assertThat(estate.stub().calls().size()).isZero();
    assertThatThrownBy(() -> new Examination(false, List.of("stoer"), List.of()))
        .hasMessageEndingWith("did you mean store?");
  }

  @Test
  void onlyTheAccountsAskedForAreTried() {
    estate.closing(DATA);

    assertThat(
            proven(examine(new Examination(false, List.of(), List.of("main"))), "accounts").text())
        .isEqualTo("1 of 1 ready");
    assertThatThrownBy(() -> examine(new Examination(false, List.of(), List.of("sandbox"))))
        .hasMessageStartingWith("--account sandbox matches no account");
  }

  private Diagnosis examine(Examination asked) {
    return new Doctor(office.workspace()).examine(asked);
  }

  private static Examination offline() {
    return new Examination(true, List.of(), List.of());
  }

  private static Proven proven(Diagnosis diagnosis, String name) {
    return diagnosis.proven().stream()
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
