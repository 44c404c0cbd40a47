package dev.hammer.app.permissions;

import static dev.hammer.app.Estate.DATA;
import static dev.hammer.app.Estate.MAIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hammer.app.Estate;
import dev.hammer.app.Office;
import dev.hammer.app.scan.ScanRequest;
import dev.hammer.core.value.Value;
import dev.hammer.json.JsonText;
import dev.hammer.testing.stub.Fault;
import dev.hammer.testing.stub.FaultAnswer;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PermissionDeskTest {
  private static final PolicyRequest ALL = new PolicyRequest(List.of(), List.of());

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
  void onlyWhatIsOnIsNeeded() {
    assertThat(actions(needed(ALL)))
        .containsExactly(
            "ec2:DescribeRegions",
            "s3:GetAccountPublicAccessBlock",
            "s3:GetBucketPolicy",
            "s3:GetBucketPolicyStatus",
            "s3:GetBucketPublicAccessBlock",
            "s3:GetBucketTagging",
            "s3:GetEncryptionConfiguration",
            "s3:ListAllMyBuckets",
            "sqs:GetQueueAttributes",
            "sqs:ListQueueTags",
            "sqs:ListQueues");
  }

  @Test
  void checkAskedForIsNeededWhetherOrNotItIsOn() {
    assertThat(actions(needed(new PolicyRequest(List.of("ebs_unenc*"), List.of()))))
        .containsExactly("ec2:DescribeRegions", "ec2:DescribeVolumes");
    assertThatThrownBy(() -> needed(new PolicyRequest(List.of("ebs_unencrypted_volum"), List.of())))
        .hasMessageContaining("did you mean ebs_unencrypted_volume?");
  }

  @Test
  void regionsNamedNeedNotBeAskedFor() {
    office.configure("aws: {regions: [eu-west-1]}\n");

    assertThat(actions(needed(ALL))).doesNotContain("ec2:DescribeRegions");
  }

  @Test
  void checksThatDoNotLookAtTheAccountAreLeftOut() {
    office.configureExactly(
        Office.TWO_ACCOUNTS + "ebs_unencrypted_volume: {ignore_accounts: [\"222222222222\"]}\n");

    assertThat(actions(needed(new PolicyRequest(List.of(), List.of("data")))))
        .doesNotContain("ec2:DescribeVolumes");
    assertThat(actions(needed(new PolicyRequest(List.of(), List.of("main")))))
        .contains("ec2:DescribeVolumes");
    assertThat(actions(needed(ALL))).contains("ec2:DescribeVolumes");
  }

  @Test
  void mainIdentityEntersTheRolesOfMembersOnly() {
    office.configure(Office.TWO_ACCOUNTS + "  main_account_id: \"123456789012\"\n");
    assertThat(office.configuration().aws().mainAccount()).isPresent();

    PermissionPlan plan = needed(ALL);

    assertThat(plan.entering()).hasSize(1);
    assertThat(JsonText.write(plan.document(plan.entering().getFirst())))
        .contains("\"Action\":[\"sts:AssumeRole\"]")
        .contains("\"Resource\":[\"arn:aws:iam::222222222222:role/hammer-identify\"]");
  }

  @Test
  void accountsOfAnOrganizationAreEnteredWhereverTheyAre() {
    office.configure(
        "aws: {role_name_identification: hammer-identify, organizations: {enabled: true}}\n");

    assertThat(entering(needed(ALL)))
        .contains("\"Resource\":[\"arn:aws:iam::*:role/hammer-identify\"]")
        .contains("\"Action\":[\"organizations:ListAccounts\"]");
  }

  @Test
  void mainIdentityAsksTheOrganizationForWhatRulesSelectorsAndAcceptancesName() {
    String accounts = "organizations:ListAccounts\"";
    String units = "organizations:ListAccountsForParent\"";
    String unitsBelow = "organizations:ListOrganizationalUnitsForParent\"";
    String tags = "organizations:ListTagsForResource\"";
    office.configure(Office.TWO_ACCOUNTS);
    assertThat(entering(needed(ALL))).doesNotContain("organizations:");
    assertThat(entering(needed(new PolicyRequest(List.of(), List.of("ou:ou-ab12-cdef3456")))))
        .contains(units, unitsBelow, "arn:aws:iam::222222222222:role/hammer-identify")
        .doesNotContain(accounts, tags);
    assertThat(entering(needed(new PolicyRequest(List.of(), List.of("tag:env=prod")))))
        .contains(tags)
        .doesNotContain(accounts, units);
    PermissionPlan accepting =
        new PermissionDesk(office.configuration(), true)
            .needed(new PolicyRequest(List.of(), List.of("data")));
    assertThat(entering(accepting)).contains(units, unitsBelow).doesNotContain(accounts);

    office.configure(
        "aws: {role_name_identification: hammer-identify, organizations: {enabled: true,"
            + " exclude: [\"ou:ou-ab12-cdef3456\"], tags: {env: [prod]}}}\n");
    assertThat(entering(needed(ALL))).contains(accounts, units, unitsBelow, tags);
  }

  @Test
  void resourcesAreThoseOfTheOneAccountAskedFor() {
    assertThat(text(needed(new PolicyRequest(List.of(), List.of("data")))))
        .contains("arn:aws:sqs:*:222222222222:*")
        .contains("arn:aws:s3:::*");
    assertThat(text(needed(ALL))).contains("arn:aws:sqs:*:*:*");
  }

  @Test
  void accountNobodyNamedIsTakenByItsIdIfTheConfigurationNamesNone() {
    office.configure("");

    assertThat(text(needed(new PolicyRequest(List.of(), List.of("333333333333")))))
        .contains("arn:aws:sqs:*:333333333333:*");
    assertThatThrownBy(() -> needed(new PolicyRequest(List.of(), List.of("prod-*"))))
        .hasMessageContaining("the configuration names no accounts");
  }

  @Test
  void partitionIsThatOfTheHomeRegion() {
    office.configure("aws: {region: cn-north-1}\n");

    assertThat(text(needed(ALL))).contains("arn:aws-cn:s3:::*").doesNotContain("arn:aws:");
  }

  @Test
  void nothingIsMissingBeforeTheFirstScanAndAfterAScanThatWasDeniedNothing() {
    assertThat(missing(ALL))
        .returns(true, PermissionPlan::isEmpty)
        .matches(p -> p.looked().isEmpty());

    estate.plainBucket(MAIN, "logs");
    office.scan(ScanRequest.WHOLE);

    assertThat(missing(ALL))
        .returns(true, PermissionPlan::isEmpty)
        .matches(p -> p.looked().isPresent());
  }

  @Test
  void missingIsWhatTheLastScanWasDenied() {
    estate.plainBucket(DATA, "logs");
    estate
        .stub()
        .faults()
        .add(Fault.always("s3", "GetBucketEncryption", FaultAnswer.denied()))
        .add(Fault.always("sqs", "ListQueues", FaultAnswer.denied()).inAccount(DATA.id()));
    office.scan(ScanRequest.WHOLE);

    assertThat(actions(missing(ALL)))
        .containsExactly("s3:GetEncryptionConfiguration", "sqs:ListQueues");
    assertThat(missing(ALL).entering()).isEmpty();
    assertThat(missing(new PolicyRequest(List.of(), List.of("main"))))
        .returns(true, PermissionPlan::isEmpty);
    assertThat(actions(missing(new PolicyRequest(List.of("sqs_*"), List.of()))))
        .containsExactly("sqs:ListQueues");
  }

  @Test
  void roleThatLetsNobodyInIsMissingOfTheMainIdentity() {
    estate.closing(DATA);
    office.scan(ScanRequest.WHOLE);

    PermissionPlan plan = missing(ALL);

    assertThat(plan.reading()).isEmpty();
    assertThat(plan.entering())
        .singleElement()
        .extracting(policy -> JsonText.write(plan.document(policy)))
        .asString()
        .contains("arn:aws:iam::222222222222:role/hammer-identify");
  }

  @Test
  void templatesNeverHoldTheExternalId() {
    office.configure(Office.TWO_ACCOUNTS + "  external_id: s3cret-between-us\n");

    PermissionPlan plan = needed(ALL);

    assertThat(JsonText.write(CloudFormationTemplate.of(plan)))
        .contains("sts:ExternalId", "\"NoEcho\":true")
        .doesNotContain("s3cret");
    assertThat(TerraformModule.of(plan))
        .contains("var.external_id", "sensitive   = true")
        .doesNotContain("s3cret");
    assertThat(plan.toString()).doesNotContain("s3cret");
  }

  @Test
  void roleWithoutExternalIdAsksForNone() {
    PermissionPlan plan = needed(ALL);

    assertThat(JsonText.write(CloudFormationTemplate.of(plan))).doesNotContain("ExternalId");
    assertThat(TerraformModule.of(plan)).doesNotContain("external_id");
  }

  @Test
  void whatIsMissingIsAddedToTheRoleThatIsThere() {
    estate.plainBucket(MAIN, "logs");
    estate.stub().faults().add(Fault.always("s3", "GetBucketEncryption", FaultAnswer.denied()));
    office.scan(ScanRequest.WHOLE);

    Value.Fields template = CloudFormationTemplate.of(missing(ALL));

    assertThat(template.get("Parameters")).isEmpty();
    assertThat(JsonText.write(template))
        .contains("\"Roles\":[\"hammer-identify\"]")
        .doesNotContain("AWS::IAM::Role\"");
    assertThat(TerraformModule.of(missing(ALL)))
        .contains("role       = \"hammer-identify\"")
        .doesNotContain("resource \"aws_iam_role\"");
  }

  @Test
  void roleIsCalledAsConfigured() {
    office.configure(Office.TWO_ACCOUNTS.replace("hammer-identify", "security-reader"));

    PermissionPlan plan = needed(ALL);

    assertThat(plan.role().name()).isEqualTo("security-reader");
    assertThat(plan.entering())
        .extracting(policy -> JsonText.write(plan.document(policy)))
        .allMatch(text -> text.contains(":role/security-reader\""));
  }

  private static String entering(PermissionPlan plan) {
    return plan.entering().stream()
        .map(policy -> JsonText.write(plan.document(policy)))
        .collect(Collectors.joining());
  }

  private PermissionPlan needed(PolicyRequest asked) {
    return new PermissionDesk(office.configuration()).needed(asked);
  }

  private PermissionPlan missing(PolicyRequest asked) {
    return new PermissionDesk(office.configuration()).missing(asked, office.store().slices());
  }

  private static List<String> actions(PermissionPlan plan) {
    return plan.needs().stream().map(Need::action).toList();
  }

  private static String text(PermissionPlan plan) {
    return plan.reading().stream()
        .map(policy -> JsonText.write(plan.document(policy)))
        .reduce("", String::concat);
  }
}
