package dev.hammer.checks.s3;

import static dev.hammer.checks.s3.BucketSample.ALL_USERS;
import static dev.hammer.checks.s3.BucketSample.ANY_ACCOUNT;
import static dev.hammer.checks.s3.BucketSample.IGNORING;
import static dev.hammer.checks.s3.BucketSample.LOG_DELIVERY;
import static dev.hammer.checks.s3.BucketSample.plain;

import dev.hammer.checks.CheckTester;
import dev.hammer.checks.Facets;
import dev.hammer.core.check.Severity;
import dev.hammer.core.reading.ReadFailure;
import dev.hammer.core.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublicBucketAclTest {
  private final CheckTester<Bucket> check = CheckTester.of(PublicBucketAcl.TYPE);

  @ParameterizedTest
  @CsvSource({
    "READ, HIGH",
    "READ_ACP, HIGH",
    "WRITE, CRITICAL",
    "WRITE_ACP, CRITICAL",
    "FULL_CONTROL, CRITICAL",
    "SOMETHING_NEW, CRITICAL"
  })
  void everyPermissionOfEitherGroupCounts(String permission, Severity severity) {
    for (String group : List.of(ALL_USERS, ANY_ACCOUNT)) {
      check.judging(plain().granting(group, permission).read()).violates(severity);
    }
  }

  @Test
  void grantsAreToldByGroup() {
    Bucket bucket =
        plain()
            .granting(ANY_ACCOUNT, "WRITE", "READ")
            .granting(ALL_USERS, "READ", "READ")
            .granting(LOG_DELIVERY, "WRITE")
            .read();

    check
        .judging(bucket)
        .violates(Severity.CRITICAL)
        .saying("everyone has READ; every AWS account has READ, WRITE")
        .because("WRITE lets strangers change")
        .withDetail(
            "public_acls",
            Value.fields()
                .put("AllUsers", Value.texts(List.of("READ")))
                .put("AuthenticatedUsers", Value.texts(List.of("READ", "WRITE")))
                .build())
        .withDetail("owner", "platform")
        .withDetail("tags", Value.fields().put("owner", "ann").build())
        .reading("acl", "ownership", "account_access_block", "access_block", "tags");
  }

  @ParameterizedTest
  @CsvSource({
    "http://acs.amazonaws.com/groups/s3/LogDelivery",
    "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb",
    "AllUsers",
    "http://acs.amazonaws.com/groups/global/NotAllUsers"
  })
  void otherGranteesAreNoStrangers(String grantee) {
    check
        .judging(plain().granting(grantee, "FULL_CONTROL").read())
        .isCompliant("no grant to everyone")
        .reading("acl");
  }

  @Test
  void switchedOffAclsLetNobodyIn() {
    Bucket bucket =
        plain().granting(ALL_USERS, "READ").owned(Optional.of("BucketOwnerEnforced")).read();

    check.judging(bucket).isCompliant("switched off").reading("acl", "ownership");
  }

  @Test
  void bucketsFromBeforeTheOwnershipSettingHaveAclsInForce() {
    check
        .judging(plain().granting(ALL_USERS, "READ").owned(Optional.empty()).read())
        .violates(Severity.HIGH);
  }

  @Test
  void ignoredByTheAccountIsLatentAndCostsNoCallPerBucket() {
    Bucket bucket = plain().granting(ALL_USERS, "WRITE").blocked(AccessBlock.NONE, IGNORING).read();

    check
        .judging(bucket)
        .isLatent(Severity.LOW)
        .saying("everyone has WRITE")
        .reading("acl", "ownership", "account_access_block", "tags");
  }

  @Test
  void ignoredByTheBucketIsLatent() {
    check
        .judging(plain().granting(ALL_USERS, "WRITE").blocked(IGNORING, AccessBlock.NONE).read())
        .isLatent(Severity.LOW);
  }

  @Test
  void restrictedPoliciesDoNotGuardAcls() {
    check
        .judging(
            plain()
                .granting(ALL_USERS, "READ")
                .blocked(BucketSample.RESTRICTING, BucketSample.RESTRICTING)
                .read())
        .violates(Severity.HIGH);
  }

  @Test
  void aDeniedAclIsUnknown() {
    check
        .judging(plain().with(Facets.refusing("acl")))
        .isUnknown(ReadFailure.Kind.DENIED, S3Calls.GET_ACL);
  }

  @Test
  void onlyTheAclDecides() {
    check.deniedTable(
        plain().granting(ALL_USERS, "READ")::with,
        Map.of(
            "acl", "unknown",
            "ownership", "high",
            "policy", "high",
            "policy_status", "high",
            "encryption", "high",
            "access_block", "high",
            "account_access_block", "high",
            "tags", "high"));
  }

  @Test
  void aDeniedGuardIsNamed() {
    BucketSample open = plain().granting(ALL_USERS, "READ");

    check
        .judging(open.with(Facets.refusing("ownership", "access_block")))
        .violates(Severity.HIGH)
        .without(S3Calls.GET_OWNERSHIP, S3Calls.GET_BUCKET_BLOCK);
    check
        .judging(open.with(Facets.refusing("account_access_block")))
        .violates(Severity.HIGH)
        .without(S3Calls.GET_ACCOUNT_BLOCK);
  }

  @Test
  void oneGuardThatBlocksIsEnoughWhenTheOtherIsDenied() {
    BucketSample open = plain().granting(ALL_USERS, "READ").blocked(IGNORING, IGNORING);

    for (String denied : List.of("access_block", "account_access_block")) {
      check.judging(open.with(Facets.refusing(denied))).isLatent(Severity.LOW).without();
    }
  }
}
