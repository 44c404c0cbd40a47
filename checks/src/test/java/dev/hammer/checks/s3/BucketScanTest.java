package dev.hammer.checks.s3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hammer.checks.CheckContext;
import dev.hammer.checks.MotoScan;
import dev.hammer.core.reading.ListingEnd;
import dev.hammer.core.reading.ReadFailure;
import dev.hammer.core.scan.Look;
import dev.hammer.core.scan.Undecided;
import dev.hammer.core.value.Value;
import dev.hammer.testing.MotoAws;
import dev.hammer.testing.MotoTest;
import dev.hammer.testing.stub.Fault;
import dev.hammer.testing.stub.FaultAnswer;
import dev.hammer.testing.stub.Paging;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketLocationConstraint;
import software.amazon.awssdk.services.s3.model.Grant;
import software.amazon.awssdk.services.s3.model.ObjectOwnership;
import software.amazon.awssdk.services.s3.model.ServerSideEncryptionRule;
import software.amazon.awssdk.services.s3.model.Tag;
import software.amazon.awssdk.services.s3.model.Type;

/** The checks of buckets against the emulator, through the product's own connection. */
@MotoTest
class BucketScanTest {
  private static final String MEMBER = "222222222222";
  private static final String GLOBAL = "global";

  private final MotoAws aws;

  BucketScanTest(MotoAws aws) {
    this.aws = aws;
  }

  @Test
  void everyFaultIsFoundAndNothingElse() {
    for (String account : List.of(MotoAws.MAIN, MEMBER)) {
      for (String region : List.of("eu-west-1", "us-east-1")) {
        seed(account, region);
      }
    }

    for (String account : List.of(MotoAws.MAIN, MEMBER)) {
      SortedMap<String, String> found =
          MotoScan.once(scan -> MotoScan.violations(look(scan, account)));

      assertThat(found).isEqualTo(expected(account));
    }
  }

  @Test
  void pagesOfTwoTellTheSameAsOnePage() {
    seed(MotoAws.MAIN, "eu-west-1");

    SortedMap<String, Value> whole = readAll();
    aws.stub().page(Paging.of(2));
    SortedMap<String, Value> paged = readAll();

    assertThat(paged).hasSize(9).isEqualTo(whole);
    assertThat(aws.stub().calls().pagedOperations()).containsExactly("s3:ListBuckets");
  }

  @Test
  void aBucketCostsThreeCallsAndMoreOnlyIfItIsOpen() {
    seed(MotoAws.MAIN, "eu-west-1");

    MotoScan.once(scan -> look(scan, MotoAws.MAIN));

    assertThat(aws.stub().calls().countsByOperation())
        .isEqualTo(
            Map.of(
                "s3:ListBuckets", 1L,
                "s3:GetBucketAcl", 9L,
                "s3:GetBucketPolicy", 9L,
                "s3:GetBucketEncryption", 9L,
                "s3:GetBucketOwnershipControls", 3L,
                "s3:GetPublicAccessBlock", 5L,
                "s3control:GetPublicAccessBlock", 1L,
                "s3:GetBucketTagging", 6L));
    assertThat(aws.stub().calls().all())
        .allSatisfy(call -> assertThat(call.target().reads()).isTrue());
  }

  @Test
  void theBlockOfTheAccountMakesFaultsLatent() {
    seed(MotoAws.MAIN, "eu-west-1");
    aws.in(MotoAws.MAIN, "eu-west-1")
        .s3Control()
        .putPublicAccessBlock(
            request ->
                request
                    .accountId(MotoAws.MAIN)
                    .publicAccessBlockConfiguration(
                        block -> block.ignorePublicAcls(true).restrictPublicBuckets(true)));

    SortedMap<String, String> found =
        MotoScan.once(scan -> MotoScan.violations(look(scan, MotoAws.MAIN)));

    assertThat(found)
        .containsEntry("s3_bucket_acl " + name(MotoAws.MAIN, "eu-west-1", "listed"), "low latent")
        .containsEntry("s3_bucket_policy " + name(MotoAws.MAIN, "eu-west-1", "open"), "low latent")
        .doesNotContainValue("critical")
        .doesNotContainValue("high");
    assertThat(aws.stub().calls().count("s3", "GetPublicAccessBlock")).isZero();
  }

  @Test
  void whatMayNotBeReadIsUnknownAndTheOtherChecksGoOn() {
    seed(MotoAws.MAIN, "eu-west-1");
    aws.stub().faults().add(Fault.always("s3", "GetBucketAcl", FaultAnswer.denied()));

    List<Look> looks = MotoScan.once(scan -> look(scan, MotoAws.MAIN));

    Look acl = looks.getFirst();
    assertThat(acl.end()).isEqualTo(new ListingEnd.Complete());
    assertThat(acl.violations()).isEmpty();
    assertThat(acl.compliant()).isEmpty();
    assertThat(acl.undecided())
        .hasSize(9)
        .extracting(Undecided::why)
        .allSatisfy(why -> assertThat(why.kind()).isEqualTo(ReadFailure.Kind.DENIED));
    assertThat(looks.get(1).violations()).isNotEmpty();
  }

  @Test
  void aPageThatFailsBreaksTheListing() {
    seed(MotoAws.MAIN, "eu-west-1");
    aws.stub().page(Paging.of(2));
    aws.stub().faults().add(Fault.onPage(3, "s3", "ListBuckets", FaultAnswer.denied()));

    List<Look> looks = MotoScan.once(scan -> look(scan, MotoAws.MAIN));

    assertThat(looks)
        .hasSize(3)
        .allSatisfy(look -> assertThat(look.end()).isInstanceOf(ListingEnd.Broken.class));
  }

  @Test
  void oneBucketIsFoundByItsName() {
    seed(MotoAws.MAIN, "eu-west-1");
    String name = name(MotoAws.MAIN, "eu-west-1", "listed");

    boolean found =
        MotoScan.once(
            scan ->
                BucketReader.TYPE
                    .opening()
                    .open(scan.scope(MotoAws.MAIN, GLOBAL), Set.of())
                    .find(name)
                    .isPresent());

    assertThat(found).isTrue();
  }

  private static List<Look> look(MotoScan scan, String account) {
    return scan.look(account, GLOBAL, "s3", CheckContext.DEFAULTS);
  }

  private static SortedMap<String, Value> readAll() {
    return MotoScan.once(
        scan -> MotoScan.readAll(BucketReader.TYPE, scan.scope(MotoAws.MAIN, GLOBAL)));
  }

  private static Map<String, String> expected(String account) {
    SortedMap<String, String> all = new TreeMap<>();
    for (String region : List.of("eu-west-1", "us-east-1")) {
      all.put("s3_bucket_acl " + name(account, region, "listed"), "high");
      all.put("s3_bucket_acl " + name(account, region, "writable"), "critical");
      all.put("s3_bucket_acl " + name(account, region, "ignored"), "low latent");
      all.put("s3_bucket_policy " + name(account, region, "open"), "critical");
      all.put("s3_bucket_policy " + name(account, region, "restricted"), "low latent");
      all.put("s3_encryption " + name(account, region, "plain"), "medium");
    }
    return all;
  }

  private static String name(String account, String region, String what) {
    return what + "-" + account + "-" + region;
  }

  /** Six faults and three buckets without any. */
  private void seed(String account, String region) {
    Seed seed = new Seed(aws.in(account, region).s3(), account, region);
    seed.healthy("private");
    seed.healthy("shared");
    seed.policy("shared", "{\"AWS\":\"333333333333\"}");
    seed.healthy("logs");
    seed.grant("logs", BucketSample.LOG_DELIVERY, "WRITE");
    seed.healthy("listed");
    seed.grant("listed", BucketSample.ALL_USERS, "READ");
    seed.healthy("writable");
    seed.grant("writable", BucketSample.ANY_ACCOUNT, "WRITE");
    seed.healthy("ignored");
    seed.grant("ignored", BucketSample.ALL_USERS, "WRITE");
    seed.block("ignored", true, false);
    seed.healthy("open");
    seed.policy("open", "{\"AWS\":[\"*\"]}");
    seed.healthy("restricted");
    seed.policy("restricted", "\"*\"");
    seed.block("restricted", false, true);
    seed.create("plain");
  }

  /** Makes the buckets of one place. */
  private record Seed(S3Client s3, String account, String region) {
    void create(String what) {
      s3.createBucket(
          request -> {
            request.bucket(bucket(what)).objectOwnership(ObjectOwnership.OBJECT_WRITER);
            if (!region.equals("us-east-1")) {
              request.createBucketConfiguration(
                  where -> where.locationConstraint(BucketLocationConstraint.fromValue(region)));
            }
          });
      s3.putBucketTagging(
          request ->
              request
                  .bucket(bucket(what))
                  .tagging(tags -> tags.tagSet(Tag.builder().key("owner").value("ann").build())));
    }

    void healthy(String what) {
      create(what);
      ServerSideEncryptionRule rule =
          ServerSideEncryptionRule.builder()
              .applyServerSideEncryptionByDefault(it -> it.sseAlgorithm("AES256"))
              .build();
      s3.putBucketEncryption(
          request ->
              request
                  .bucket(bucket(what))
                  .serverSideEncryptionConfiguration(rules -> rules.rules(rule)));
    }

    void grant(String what, String group, String permission) {
      var before = s3.getBucketAcl(request -> request.bucket(bucket(what)));
      Grant grant =
          Grant.builder()
              .grantee(who -> who.type(Type.GROUP).uri(group))
              .permission(permission)
              .build();
      s3.putBucketAcl(
          request ->
              request
                  .bucket(bucket(what))
                  .accessControlPolicy(acl -> acl.owner(before.owner()).grants(grant)));
    }

    void policy(String what, String principal) {
      s3.putBucketPolicy(
          request ->
              request
                  .bucket(bucket(what))
                  .policy(
                      """
                      {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":%s,\
                      "Action":"s3:GetObject","Resource":"arn:aws:s3:::%s/*"}]}"""
                          .formatted(principal, bucket(what))));
    }

    void block(String what, boolean acls, boolean policies) {
      s3.putPublicAccessBlock(
          request ->
              request
                  .bucket(bucket(what))
                  .publicAccessBlockConfiguration(
                      block -> block.ignorePublicAcls(acls).restrictPublicBuckets(policies)));
    }

    private String bucket(String what) {
      return name(account, region, what);
    }
  }
}
