package dev.hammer.app.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hammer.app.CommandFailure;
import dev.hammer.app.Estate;
import dev.hammer.app.Office;
import dev.hammer.aws.OrganizationAccount;
import dev.hammer.core.issue.Issue;
import dev.hammer.core.resource.AccountId;
import dev.hammer.testing.stub.Question;
import dev.hammer.testing.stub.WireReply;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Scans of an organization, with rules of every kind, and of one that cannot be read. */
class OrganizationScanTest {
  private static final AccountId DATA = Estate.DATA;
  private static final AccountId PAY = AccountId.of("333333333333");
  private static final AccountId LAB = AccountId.of("444444444444");
  private static final AccountId OLD = AccountId.of("555555555555");
  private static final String ALL = organizations("enabled: true");

  @TempDir private Path folder;
  private Estate estate = new Estate();
  private Office office = new Office(Path.of("target"), estate);
  private Organization organization = new Organization(estate);

  private final Set<String> assumed = ConcurrentHashMap.newKeySet();

  @BeforeEach
  void open() {
    estate.close();
    estate = new Estate();
    office = new Office(folder, estate);
    organization =
        new Organization(estate)
            .with(DATA, "acme-data", "ACTIVE", Organization.WORKLOADS)
            .with(PAY, "acme-pay", "ACTIVE", Organization.PROD)
            .with(LAB, "acme-lab", "ACTIVE", "root")
            .with(OLD, "acme-old", "SUSPENDED", Organization.PROD)
            .tagged(PAY, "team", "payments")
            .tagged(LAB, "team", "research");
    estate.stub().scripts().answer("sts", "AssumeRole", this::remember);
  }

  @AfterEach
  void close() {
    office.close();
    estate.close();
  }

  @Test
  void everyAccountIsLookedAtAndSuspendedOnesAreSaidToBeSkipped() {
    office.configure(ALL);

    ScanReport report = office.scan(ScanRequest.WHOLE);

    assertThat(accounts(report)).containsExactly(Estate.MAIN, DATA, PAY, LAB);
    assertThat(report.plan().roster().skipped())
        .containsExactly(
            new LeftOut(
                OLD, "acme-old", OrganizationAccount.State.SUSPENDED, LeftOut.Reason.STATE));
    assertThat(report.coverage().isFull()).isTrue();
    assertThat(calls()).containsOnlyKeys("organizations:ListAccounts").containsValue(1L);
    assertThat(office.books().accountName(PAY)).isEqualTo("acme-pay");
  }

  @Test
  void newAccountIsIncludedByItselfAndLeavesNoOtherBehind() {
    office.configure(ALL);
    office.scan(ScanRequest.WHOLE);
    AccountId fresh = AccountId.of("666666666666");
    organization.with(fresh, "acme-new");
    estate.plainBucket(fresh, "born-today");

    ScanReport report = office.scan(ScanRequest.WHOLE);

    assertThat(accounts(report)).contains(fresh).hasSize(5);
    assertThat(report.news()).extracting(issue -> issue.resource().id()).contains("born-today");
    Issue issue = office.issue("born-today");
    assertThat(office.books().isVerified(issue)).isTrue();
    assertThat(office.books().accountName(fresh)).isEqualTo("acme-new");
  }

  @Test
  void accountThatLeavesKeepsItsIssuesUnverified() {
    estate.plainBucket(LAB, "left-behind");
    office.configure(ALL);
    office.scan(ScanRequest.WHOLE);
    organization.with(LAB, "acme-lab", "CLOSED", "root");

    ScanReport report = office.scan(ScanRequest.WHOLE);

    assertThat(accounts(report)).doesNotContain(LAB);
    assertThat(office.issue("left-behind").status().word()).isEqualTo("open");
    assertThat(office.books().isVerified(office.issue("left-behind"))).isFalse();
    assertThat(office.books().coverage().isFull()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "include: [ou-ab12-00000001] | 222222222222 333333333333",
        "include: ['ou:ou-ab12-00000002'] | 333333333333",
        "include: [222222222222, acme-L*] | 222222222222 444444444444",
        "exclude: [acme-main, ou-ab12-00000001] | 444444444444",
        "include: ['*'], exclude: ['tag:team=*'] | 123456789012 222222222222",
        "tags: {team: [payments, research]} | 333333333333 444444444444",
        "tags: {team: pay*} | 333333333333",
        "include: [ou-ab12-00000001], tags: {team: '*'} | 333333333333",
      })
  void rulesSayWhichAccountsAreIn(String rules, String expected) {
    office.configure(organizations("enabled: true, " + rules));

    ScanReport report = office.scan(ScanRequest.WHOLE);

    assertThat(accounts(report)).extracting(AccountId::id).containsExactly(expected.split(" ", -1));
  }

  @Test
  void onlyWhatRulesNameIsAsked() {
    office.configure(
        organizations("enabled: true, include: [ou-ab12-00000002, 'ou:ou-ab12-00000002']"));
    office.scan(ScanRequest.WHOLE);

    assertThat(calls())
        .isEqualTo(
            Map.of(
                "organizations:ListAccounts", 1L,
                "organizations:ListAccountsForParent", 1L,
                "organizations:ListOrganizationalUnitsForParent", 1L));
    assertThat(office.configuration().aws().organizations().calls())
        .extracting(call -> call.action())
        .containsExactly(
            "organizations:ListAccounts",
            "organizations:ListAccountsForParent",
            "organizations:ListOrganizationalUnitsForParent");
  }

  @Test
  void namedAccountsAreMergedKeepTheirNamesAndAreInWhateverRulesSay() {
    AccountId outside = AccountId.of("999999999999");
    office.configure(
        """
        aws:
          accounts: {"222222222222": data, "999999999999": partner}
          role_name_identification: hammer-identify
          organizations: {enabled: true, include: [acme-pay], exclude: [222222222222]}
        """);

    ScanReport report = office.scan(ScanRequest.WHOLE);

    assertThat(report.plan().roster().targets())
        .extracting(Target::shown)
        .containsExactly(
            "data (222222222222)", "acme-pay (333333333333)", "partner (999999999999)");
    assertThat(accounts(report)).contains(outside);
  }

  @Test
  void ruleSaysByWhichRoleItsAccountsAreEntered() {
    office.configure(
        organizations(
            "enabled: true, include: [{match: acme-pay, role_name_identification: payer,"
                + " external_id: x-42, session_minutes: 15}, '*']"));

    office.scan(ScanRequest.WHOLE);

    assertThat(assumed)
        .contains(
            "arn:aws:iam::333333333333:role/payer x-42 900",
            "arn:aws:iam::222222222222:role/hammer-identify - 3600");
  }

  @Test
  void organizationThatDeniesIsAnErrorWhereNoAccountIsNamed() {
    organization.denying("ListAccounts");
    office.configure(ALL);

    assertThatThrownBy(() -> office.scan(ScanRequest.WHOLE))
        .isInstanceOf(CommandFailure.class)
        .hasMessage(
            "Cannot read the accounts of the organization: denied (AccessDeniedException),"
                + " organizations:ListAccounts.")
        .extracting("kind")
        .isEqualTo(CommandFailure.Kind.INCOMPLETE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ListAccounts | include: ['*']",
        "ListAccountsForParent | include: [ou-ab12-00000001]",
        "ListOrganizationalUnitsForParent | exclude: [ou-ab12-00000001]",
        "ListTagsForResource | tags: {team: payments}"
      })
  void organizationThatDeniesCostsNothingElseWhereAccountsAreNamed(String operation, String rules) {
    organization.denying(operation);
    office.configure(
        """
        aws:
          accounts: {"123456789012": main, "222222222222": data}
          role_name_identification: hammer-identify
          organizations: {enabled: true, %s}
        """
            .formatted(rules));

    ScanReport report = office.scan(ScanRequest.WHOLE);

    assertThat(accounts(report)).containsExactly(Estate.MAIN, DATA);
    assertThat(report.plan().roster().unread().orElseThrow().call().action())
        .isEqualTo("organizations:" + operation);
    assertThat(report.isBroken()).isFalse();
    assertThat(new ScanGate(Optional.empty(), Optional.empty(), Optional.empty()))
        .matches(gate -> !gate.isIncomplete(report));
    assertThat(new ScanGate(Optional.empty(), Optional.empty(), Optional.of(50.0)))
        .matches(gate -> gate.isIncomplete(report));
  }

  @Test
  void unreadOrganizationForgetsNoAccountThatItHadBefore() {
    office.configure(
        """
        aws:
          accounts: {"123456789012": main}
          role_name_identification: hammer-identify
          organizations: {enabled: true}
        """);
    estate.plainBucket(PAY, "still-there");
    office.scan(ScanRequest.WHOLE);
    organization.denying("ListAccounts");

    ScanReport report = office.scan(ScanRequest.WHOLE);

    assertThat(accounts(report)).containsExactly(Estate.MAIN);
    assertThat(office.issue("still-there").status().word()).isEqualTo("open");
    assertThat(office.books().isVerified(office.issue("still-there"))).isTrue();
    assertThat(office.books().accountName(PAY)).isEqualTo("acme-pay");
  }

  @Test
  void tenRolesOfWhichThreeAreRefusedCostTheThreeOnly() {
    List<AccountId> ten =
        IntStream.range(0, 10).mapToObj(i -> AccountId.of("70000000000" + i)).toList();
    ten.forEach(account -> organization.with(account, "team-" + account));
    List<AccountId> refused = List.of(ten.get(2), ten.get(5), ten.get(9));
    refused.forEach(estate::closing);
    office.configure(organizations("enabled: true, include: [team-*]"));

    ScanReport report = office.scan(ScanRequest.WHOLE);

    assertThat(accounts(report)).containsExactlyElementsOf(ten);
    assertThat(report.plan().shut().keySet())
        .extracting(Target::account)
        .containsExactlyElementsOf(refused);
    assertThat(report.isBroken()).isTrue();
    assertThat(report.notCovered())
        .extracting(gap -> gap.unit().account())
        .hasSameElementsAs(refused);
    assertThat(report.coverage().complete()).isPositive();
  }

  @ParameterizedTest
  @CsvSource({
    "ou:ou-ab12-00000001, 222222222222 333333333333",
    "ou-ab12-00000002, 333333333333",
    "tag:team=research, 444444444444"
  })
  void unitsAndTagsSelectAccountsOfAScan(String selector, String expected) {
    office.configure(ALL);

    ScanReport only = office.scan(Ask.whole().accounts(selector).request());
    ScanReport without = office.scan(Ask.whole().notAccounts(selector).request());

    List<String> ids = List.of(expected.split(" ", -1));
    assertThat(accounts(only)).extracting(AccountId::id).containsExactlyElementsOf(ids);
    assertThat(accounts(without)).extracting(AccountId::id).doesNotContainAnyElementsOf(ids);
    assertThat(only.scan().whole()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ou:sandbox | --account ou:sandbox names no accounts",
        "ou:ou-ab12-99999999 | --account ou-ab12-99999999: the organization has no such unit",
        "tag:team=nobody | --account tag:team=nobody matches no account in scope",
        "tag:team | --account tag:team names no accounts"
      })
  void selectorThatMeansNobodyIsAnError(String selector, String message) {
    office.configure(ALL);

    assertThatThrownBy(() -> office.scan(Ask.whole().accounts(selector).request()))
        .isInstanceOf(CommandFailure.class)
        .hasMessage(message)
        .extracting("kind")
        .isEqualTo(CommandFailure.Kind.USAGE);
  }

  @Test
  void rulesThatLeaveNobodyAreAnError() {
    office.configure(organizations("enabled: true, include: [nobody-*]"));

    assertThatThrownBy(() -> office.scan(ScanRequest.WHOLE))
        .hasMessage("aws.organizations matches none of the 5 accounts of the organization");
  }

  @Test
  void unitThatDoesNotExistIsAnErrorThatNamesIt() {
    office.configure(organizations("enabled: true, exclude: [ou-ab12-99999999]"));

    assertThatThrownBy(() -> office.scan(ScanRequest.WHOLE))
        .hasMessage(
            "aws.organizations names ou-ab12-99999999, which the organization does not have");
  }

  private static String organizations(String rules) {
    return "aws:\n  role_name_identification: hammer-identify\n  organizations: {" + rules + "}\n";
  }

  private static List<AccountId> accounts(ScanReport report) {
    return report.plan().targets().keySet().stream().map(Target::account).toList();
  }

  private Map<String, Long> calls() {
    Map<String, Long> calls = new TreeMap<>(estate.stub().calls().countsByOperation());
    calls.keySet().removeIf(name -> !name.startsWith("organizations:"));
    return calls;
  }

  private WireReply remember(Question question) {
    assumed.add(
        question.parameter("RoleArn").orElse("-")
            + " "
            + question.parameter("ExternalId").orElse("-")
            + " "
            + question.parameter("DurationSeconds").orElse("-"));
    return question.truth();
  }
}
