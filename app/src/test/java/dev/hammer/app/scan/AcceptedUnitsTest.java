package dev.hammer.app.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hammer.app.CommandFailure;
import dev.hammer.app.Estate;
import dev.hammer.app.Office;
import dev.hammer.app.issues.Filters;
import dev.hammer.app.whitelisting.WhitelistDesk;
import dev.hammer.core.issue.HistoryEntry;
import dev.hammer.core.issue.Issue;
import dev.hammer.core.issue.Status;
import dev.hammer.core.resource.AccountId;
import dev.hammer.core.whitelist.AccountScope;
import dev.hammer.core.whitelist.TagScope;
import dev.hammer.core.whitelist.WhitelistEntry;
import dev.hammer.core.whitelist.WhitelistScope;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Risks that are accepted wherever an account is below a unit of the organization. */
class AcceptedUnitsTest {
  private static final AccountId PAY = AccountId.of("333333333333");
  private static final AccountId LAB = AccountId.of("444444444444");
  private static final String BELOW = "ListAccountsForParent";

  @TempDir private Path folder;
  private Estate estate = new Estate();
  private Office office = new Office(Path.of("target"), estate);
  private Organization organization = new Organization(estate);

  @BeforeEach
  void open() {
    estate.close();
    estate = new Estate().plainBucket(PAY, "pay-data").plainBucket(LAB, "lab-data");
    office = new Office(folder, estate);
    office.configure(
        "aws:\n  role_name_identification: hammer-identify\n  organizations: {enabled: true}\n");
    organization =
        new Organization(estate)
            .with(PAY, "acme-pay", "ACTIVE", Organization.PROD)
            .with(LAB, "acme-lab", "ACTIVE", "root");
  }

  @AfterEach
  void close() {
    office.close();
    estate.close();
  }

  @Test
  void nextScanAcceptsWhatIsBelowTheUnitAndNothingElse() {
    office.scan(ScanRequest.WHOLE);
    assertThat(accept(Organization.WORKLOADS)).isEmpty();

    ScanReport report = office.scan(ScanRequest.WHOLE);

    assertThat(office.issue("pay-data").whitelistId()).contains("w-unit0000");
    assertThat(office.issue("lab-data").status()).isEqualTo(Status.OPEN);
    assertThat(report.whitelisted()).isEqualTo(1);
    assertThat(report.unproved()).isZero();
    assertThat(report.plan().roster().unitsUnread()).isEmpty();
  }

  @Test
  void unitsThatAreKnownAcceptAtOnce() {
    accept("ou-ab12-0000ffff");
    accept(Organization.WORKLOADS);
    office.scan(ScanRequest.WHOLE);
    desk().end("w-unit0000", "lea");
    assertThat(office.issue("pay-data").status()).isEqualTo(Status.OPEN);

    List<Issue> changed = accept("w-unit0001", Organization.PROD);

    assertThat(changed).extracting(issue -> issue.resource().id()).containsExactly("pay-data");
    assertThat(office.issue("pay-data").status()).isEqualTo(Status.WHITELISTED);
  }

  @Test
  void organizationThatCannotBeReadDecidesNothing() {
    accept(Organization.WORKLOADS);
    office.scan(ScanRequest.WHOLE);
    organization.denying(BELOW);
    estate.plainBucket(PAY, "pay-more");

    ScanReport report = office.scan(ScanRequest.WHOLE);

    assertThat(office.issue("pay-data").status()).isEqualTo(Status.WHITELISTED);
    assertThat(office.issue("pay-more").status()).isEqualTo(Status.OPEN);
    assertThat(report.unproved()).isEqualTo(1);
    assertThat(report.plan().roster().unitsUnread().orElseThrow().call().operation())
        .isEqualTo(BELOW);
    assertThat(report.coverage().isFull()).isTrue();
    assertThat(desk().lapse()).isEmpty();

    organization.allowing(BELOW);
    ScanReport again = office.scan(ScanRequest.WHOLE);

    assertThat(again.unproved()).isZero();
    assertThat(office.issue("pay-more").status()).isEqualTo(Status.WHITELISTED);
  }

  @Test
  void accountThatLeavesTheUnitGetsItsIssuesBack() {
    accept(Organization.WORKLOADS);
    office.scan(ScanRequest.WHOLE);
    organization.with(PAY, "acme-pay", "ACTIVE", "root");

    office.scan(ScanRequest.WHOLE);

    Issue issue = office.issue("pay-data");
    assertThat(issue.status()).isEqualTo(Status.OPEN);
    assertThat(office.store().history(issue.key()).getLast())
        .returns("entry w-unit0000 does not cover it any more", HistoryEntry::text);
  }

  @Test
  void unitThatIsGoneHasNoAccounts() {
    accept("ou-ab12-99999999");

    ScanReport report = office.scan(ScanRequest.WHOLE);

    assertThat(report.plan().roster().unitsUnread()).isEmpty();
    assertThat(report.plan().roster().units().knows("ou-ab12-99999999")).isTrue();
    assertThat(office.issue("pay-data").status()).isEqualTo(Status.OPEN);
  }

  @Test
  void nothingIsAskedForAnEntryThatEnded() {
    accept(Organization.WORKLOADS);
    desk().end("w-unit0000", "lea");

    office.scan(ScanRequest.WHOLE);

    assertThat(asked(BELOW)).isZero();
  }

  @Test
  void configurationThatAsksNoOrganizationStillKnowsUnitsThatEntriesName() {
    office.configure(
        """
        aws:
          accounts: {"333333333333": pay, "444444444444": lab}
          role_name_identification: hammer-identify
        """);
    accept(Organization.WORKLOADS);

    office.scan(ScanRequest.WHOLE);

    assertThat(office.issue("pay-data").status()).isEqualTo(Status.WHITELISTED);
    assertThat(office.issue("lab-data").status()).isEqualTo(Status.OPEN);
    assertThat(asked("ListAccounts")).isZero();
    assertThat(office.books().coverage().isFull()).isTrue();
  }

  @Test
  void issuesAreFoundByUnitWithoutAws() {
    accept(Organization.WORKLOADS);
    office.scan(ScanRequest.WHOLE);

    assertThat(found("is:open,whitelisted ou:" + Organization.PROD)).containsExactly("pay-data");
    assertThat(found("is:open,whitelisted ou:" + Organization.WORKLOADS))
        .containsExactly("pay-data");
    assertThat(found("is:open,whitelisted -ou:" + Organization.PROD)).containsExactly("lab-data");
    assertThat(found("is:open,whitelisted ou:*")).containsExactly("pay-data");
    assertThatThrownBy(() -> found("ou:ou-ab12-0000ffff"))
        .isInstanceOf(CommandFailure.class)
        .hasMessage("Filter: which accounts are below ou-ab12-0000ffff is not known");
  }

  private List<String> found(String filter) {
    return office.workspace().issues().listing(Filters.parse(List.of(filter))).issues().stream()
        .map(issue -> issue.resource().id())
        .toList();
  }

  private long asked(String operation) {
    return estate.stub().calls().countsByOperation().getOrDefault("organizations:" + operation, 0L);
  }

  private WhitelistDesk desk() {
    return office.workspace().whitelist();
  }

  private List<Issue> accept(String unit) {
    return accept(unit.equals(Organization.WORKLOADS) ? "w-unit0000" : "w-" + unit, unit);
  }

  private List<Issue> accept(String id, String unit) {
    WhitelistScope scope =
        new WhitelistScope("s3_*", new AccountScope.Below(unit), "*", TagScope.of(Map.of()));
    Instant now = office.clock().instant();
    WhitelistEntry entry =
        new WhitelistEntry(
            id,
            scope,
            "known",
            "lea",
            Optional.empty(),
            now,
            Optional.empty(),
            WhitelistEntry.STORE);
    return desk().add(List.of(entry), "lea");
  }
}
