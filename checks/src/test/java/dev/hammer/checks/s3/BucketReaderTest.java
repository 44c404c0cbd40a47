package dev.hammer.checks.s3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hammer.aws.AwsScope;
import dev.hammer.checks.TestScope;
import dev.hammer.core.reading.ListingEnd;
import dev.hammer.core.reading.ReadFailure;
import dev.hammer.core.reading.Reading;
import dev.hammer.core.resource.Region;
import dev.hammer.core.resource.ResourceRef;
import dev.hammer.core.resource.Tags;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.model.Bucket;
import software.amazon.awssdk.services.s3.model.GetBucketAclResponse;
import software.amazon.awssdk.services.s3.model.GetBucketEncryptionResponse;
import software.amazon.awssdk.services.s3.model.GetBucketOwnershipControlsResponse;
import software.amazon.awssdk.services.s3.model.GetBucketPolicyResponse;
import software.amazon.awssdk.services.s3.model.GetBucketPolicyStatusResponse;
import software.amazon.awssdk.services.s3.model.GetBucketTaggingResponse;
import software.amazon.awssdk.services.s3.model.GetPublicAccessBlockResponse;
import software.amazon.awssdk.services.s3.model.Grant;
import software.amazon.awssdk.services.s3.model.OwnershipControls;
import software.amazon.awssdk.services.s3.model.OwnershipControlsRule;
import software.amazon.awssdk.services.s3.model.ServerSideEncryptionRule;
import software.amazon.awssdk.services.s3.model.Tag;
import software.amazon.awssdk.services.s3.model.Type;

class BucketReaderTest {
  private final FakeS3 s3 = new FakeS3();
  private final List<Region> asked = new ArrayList<>();
  private final BucketReader reader =
      new BucketReader(
          TestScope.in("global"),
          scope -> {
            asked.add(scope.region());
            return s3;
          });

  private static Bucket bucket(String name) {
    return Bucket.builder().name(name).build();
  }

  private List<dev.hammer.checks.s3.Bucket> list() {
    List<dev.hammer.checks.s3.Bucket> found = new ArrayList<>();
    assertThat(reader.list(found::add)).isEqualTo(new ListingEnd.Complete());
    return found;
  }

  private dev.hammer.checks.s3.Bucket one() {
    s3.page(bucket("logs"));
    return list().getFirst();
  }

  @Test
  void everyPageIsAskedForWithItsTokenAndSize() {
    s3.page(bucket("a"), bucket("b")).page().page(bucket("c"));

    assertThat(list()).extracting(found -> found.ref().id()).containsExactly("a", "b", "c");
    assertThat(s3.listings())
        .allSatisfy(listing -> assertThat(listing.maxBuckets()).isEqualTo(1000))
        .extracting(listing -> listing.continuationToken())
        .containsExactly(null, "1", "2");
  }

  @Test
  void aListingAsksNothingAboutSingleBuckets() {
    s3.page(bucket("a"), bucket("b"));

    assertThat(list()).hasSize(2);
    assertThat(s3.bucketOwners()).isEmpty();
  }

  @Test
  void aBucketIsAskedForWhereItIs() {
    s3.page(bucket("here"), Bucket.builder().name("there").bucketRegion("us-west-2").build());

    List<ResourceRef> refs = list().stream().map(found -> found.ref()).toList();

    assertThat(refs)
        .extracting(ResourceRef::region)
        .containsExactly(Region.GLOBAL, Region.of("us-west-2"));
    assertThat(refs)
        .extracting(ResourceRef::arn)
        .containsExactly(Optional.of("arn:aws:s3:::here"), Optional.of("arn:aws:s3:::there"));
    assertThat(asked).contains(Region.GLOBAL, Region.of("us-west-2"));
  }

  @Test
  void everyQuestionNamesTheAccountThatMustOwnTheBucket() {
    dev.hammer.checks.s3.Bucket found = one();
    answerAll();

    found.facets().stream()
        .filter(facet -> !facet.name().equals("account_access_block"))
        .forEach(facet -> facet.get());

    assertThat(s3.bucketOwners()).hasSize(7).containsOnly("111111111111");
  }

  @Test
  void answersBecomeWhatTheyMean() {
    dev.hammer.checks.s3.Bucket found = one();
    answerAll();

    assertThat(found.acl().get())
        .isEqualTo(
            new Acl(
                List.of(
                    new Acl.Grant("id-of-owner", "FULL_CONTROL"),
                    new Acl.Grant(BucketSample.ALL_USERS, "READ"))));
    assertThat(found.ownership().get().disablesAcls()).isTrue();
    assertThat(found.policy().get().text()).contains("{}");
    assertThat(found.policyStatus().get()).isTrue();
    assertThat(found.encryption().get())
        .isEqualTo(new Encryption.Default("aws:kms", Optional.of("key"), true));
    assertThat(found.facets().get(5).get()).isEqualTo(new AccessBlock(true, false));
    assertThat(found.tags().get()).isEqualTo(Tags.of(Map.of("owner", "ann", "cost", "")));
  }

  @Test
  void whatIsNotThereIsAnAnswer() {
    dev.hammer.checks.s3.Bucket found = one();
    s3.failing(GetBucketOwnershipControlsResponse.class, "OwnershipControlsNotFoundError")
        .failing(GetBucketPolicyResponse.class, "NoSuchBucketPolicy")
        .failing(GetBucketPolicyStatusResponse.class, "NoSuchBucketPolicy")
        .failing(
            GetBucketEncryptionResponse.class, "ServerSideEncryptionConfigurationNotFoundError")
        .failing(GetPublicAccessBlockResponse.class, "NoSuchPublicAccessBlockConfiguration")
        .failing(GetBucketTaggingResponse.class, "NoSuchTagSet");

    assertThat(found.ownership().get()).isEqualTo(new Ownership(Optional.empty()));
    assertThat(found.policy().get().text()).isEmpty();
    assertThat(found.policyStatus().get()).isFalse();
    assertThat(found.encryption().get()).isEqualTo(new Encryption.None());
    assertThat(found.facets().get(5).get()).isEqualTo(AccessBlock.NONE);
    assertThat(found.tags().get()).isEqualTo(Tags.NONE);
  }

  @Test
  void aRefusalOrAVanishedBucketIsNoAnswer() {
    dev.hammer.checks.s3.Bucket found = one();
    s3.failing(GetBucketAclResponse.class, "AccessDenied")
        .failing(GetBucketPolicyResponse.class, "NoSuchBucket");

    assertThat(kind(found.acl().reading())).contains(ReadFailure.Kind.DENIED);
    assertThat(kind(found.policy().reading())).contains(ReadFailure.Kind.GONE);
  }

  @Test
  void aRuleWithoutAlgorithmIsWhatAwsDoesByItself() {
    dev.hammer.checks.s3.Bucket found = one();
    s3.answering(encryption(ServerSideEncryptionRule.builder().build()));

    assertThat(found.encryption().get())
        .isEqualTo(new Encryption.Default("AES256", Optional.empty(), false));
  }

  @Test
  void oneBucketIsFoundByNameOrArnAndNotByTheNameOfAnother() {
    s3.page(bucket("logs"), bucket("logs-eu"));

    assertThat(reader.find("logs")).map(found -> found.ref().id()).contains("logs");
    assertThat(reader.find("arn:aws:s3:::logs")).map(found -> found.ref().id()).contains("logs");
    assertThat(reader.find("log")).isEmpty();
    assertThat(s3.listings())
        .extracting(listing -> listing.prefix())
        .containsExactly("logs", "logs", "log");
  }

  @Test
  void aBucketIsAsOldAsItsPage() {
    assertThat(one().readAt()).isEqualTo(TestScope.NOW);
    assertThat(one().listed().text("owner")).contains("platform");
  }

  @Test
  void bucketsOfOneAccountShareItsGuard() {
    AwsScope scope = TestScope.in("global");

    assertThat(AccountGuard.of(scope)).isSameAs(AccountGuard.of(scope));
  }

  private static Optional<ReadFailure.Kind> kind(Reading<?> reading) {
    return reading.failure().map(ReadFailure::kind);
  }

  private static GetBucketEncryptionResponse encryption(ServerSideEncryptionRule rule) {
    return GetBucketEncryptionResponse.builder()
        .serverSideEncryptionConfiguration(rules -> rules.rules(rule))
        .build();
  }

  private void answerAll() {
    s3.answering(
            GetBucketAclResponse.builder()
                .grants(
                    Grant.builder()
                        .grantee(who -> who.type(Type.CANONICAL_USER).id("id-of-owner"))
                        .permission("FULL_CONTROL")
                        .build(),
                    Grant.builder()
                        .grantee(who -> who.type(Type.GROUP).uri(BucketSample.ALL_USERS))
                        .permission("READ")
                        .build())
                .build())
        .answering(
            GetBucketOwnershipControlsResponse.builder()
                .ownershipControls(
                    OwnershipControls.builder()
                        .rules(
                            OwnershipControlsRule.builder()
                                .objectOwnership("BucketOwnerEnforced")
                                .build())
                        .build())
                .build())
        .answering(GetBucketPolicyResponse.builder().policy("{}").build())
        .answering(
            GetBucketPolicyStatusResponse.builder()
                .policyStatus(status -> status.isPublic(true))
                .build())
        .answering(
            encryption(
                ServerSideEncryptionRule.builder()
                    .applyServerSideEncryptionByDefault(
                        it -> it.sseAlgorithm("aws:kms").kmsMasterKeyID("key"))
                    .bucketKeyEnabled(true)
                    .build()))
        .answering(
            GetPublicAccessBlockResponse.builder()
                .publicAccessBlockConfiguration(it -> it.ignorePublicAcls(true))
                .build())
        .answering(
            GetBucketTaggingResponse.builder()
                .tagSet(
                    Tag.builder().key("owner").value("ann").build(),
                    Tag.builder().key("cost").value("").build())
                .build());
  }
}
