package dev.hammer.demo.estate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.AccessControlPolicy;
import software.amazon.awssdk.services.s3.model.BucketLocationConstraint;
import software.amazon.awssdk.services.s3.model.Grant;
import software.amazon.awssdk.services.s3.model.ObjectOwnership;
import software.amazon.awssdk.services.s3.model.Permission;
import software.amazon.awssdk.services.s3.model.PublicAccessBlockConfiguration;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;
import software.amazon.awssdk.services.s3.model.ServerSideEncryptionRule;
import software.amazon.awssdk.services.s3.model.Tag;
import software.amazon.awssdk.services.s3.model.Type;

/**
 * The buckets of one place.
 *
 * <p>On moto a bucket is born as it was on AWS in 2022, so encryption, access block and ownership
 * are put on every bucket that is meant to be healthy.
 */
final class Buckets {
  private static final String GROUPS = "http://acs.amazonaws.com/groups/";

  private static final PublicAccessBlockConfiguration ALL_BLOCKED =
      PublicAccessBlockConfiguration.builder()
          .blockPublicAcls(true)
          .ignorePublicAcls(true)
          .blockPublicPolicy(true)
          .restrictPublicBuckets(true)
          .build();

  private static final PublicAccessBlockConfiguration ONLY_RESTRICTED =
      PublicAccessBlockConfiguration.builder()
          .blockPublicAcls(true)
          .ignorePublicAcls(true)
          .blockPublicPolicy(false)
          .restrictPublicBuckets(true)
          .build();

  private final Place place;
  private final S3Client s3;

  Buckets(Place place) {
    this.place = place;
    this.s3 = place.clients().s3(place.region());
  }

  List<Runnable> errands() {
    var errands = new ArrayList<Runnable>();
    if (place.is("main", Regions.EU)) {
      plain(errands, Team.PLATFORM, "acme-main-terraform-state", "acme-config-history");
      plain(errands, Team.DATA, "acme-main-billing-reports");
      errands.add(() -> accessLogs("acme-main-access-logs"));
    } else if (place.is("main", Regions.US)) {
      plain(errands, Team.PLATFORM, "acme-main-us-backups", "acme-main-us-terraform-state");
    } else if (place.is("prod", Regions.EU)) {
      plain(errands, Team.PAYMENTS, "acme-payments-ledger", "acme-invoices");
      plain(errands, Team.SHOP, "acme-orders-archive");
      errands.add(() -> publicExports("acme-exports"));
      errands.add(() -> publicPressKit("acme-press-kit"));
      errands.add(() -> latentStatusPage("acme-status-page"));
      errands.add(() -> shared("acme-web-assets", Team.SHOP, Policies::cloudFront));
      errands.add(() -> shared("acme-lake-raw", Team.DATA, this::organization));
      errands.add(() -> shared("acme-lake-curated", Team.DATA, Policies::vpcEndpoint));
    } else if (place.is("prod", Regions.US)) {
      plain(errands, Team.SHOP, "acme-us-orders-archive");
      plain(errands, Team.PAYMENTS, "acme-us-invoices");
      plain(errands, Team.MOBILE, "acme-mobile-uploads");
      errands.add(() -> unencrypted("acme-legacy-archive"));
      errands.add(() -> publicByExclusion("acme-ml-training"));
      errands.add(() -> shared("acme-us-web-assets", Team.SHOP, Policies::cloudFront));
    } else if (place.is("dev", Regions.EU)) {
      plain(errands, Team.MOBILE, "acme-dev-build-cache", "acme-dev-screenshots");
      errands.add(() -> openDropbox("acme-dev-dropbox"));
      errands.add(() -> publicMapTiles("acme-dev-map-tiles"));
      errands.add(() -> shared("acme-dev-fixtures", Team.SHOP, Policies::namedAccount));
    } else {
      plain(errands, Team.SHOP, "acme-dev-us-artifacts");
      plain(errands, Team.DATA, "acme-dev-us-scratch");
      errands.add(() -> halfTheInternet("acme-dev-partner-drop"));
      errands.add(() -> shared("acme-dev-us-sandbox", Team.PAYMENTS, Policies::secureTransport));
    }
    return errands;
  }

  private void plain(List<Runnable> errands, Team team, String... names) {
    for (var name : names) {
      errands.add(() -> healthy(name, team));
    }
  }

  /** Private, encrypted, blocked. */
  void healthy(String name, Team team) {
    create(name, team, ObjectOwnership.BUCKET_OWNER_ENFORCED);
    encrypt(name);
    block(name, ALL_BLOCKED);
  }

  /** Healthy, with a policy that lets in only those it names. */
  void shared(String name, Team team, UnaryOperator<String> policy) {
    healthy(name, team);
    policy(name, policy.apply(name));
  }

  private String organization(String name) {
    return Policies.organization(name, place.organization());
  }

  private void accessLogs(String name) {
    create(name, Team.PLATFORM, ObjectOwnership.OBJECT_WRITER);
    encrypt(name);
    block(name, ALL_BLOCKED);
    grant(name, "s3/LogDelivery", Permission.WRITE, Permission.READ_ACP);
  }

  private void publicPressKit(String name) {
    create(name, Team.SHOP, ObjectOwnership.OBJECT_WRITER);
    encrypt(name);
    grant(name, "global/AllUsers", Permission.READ);
    place.fault("s3_bucket_acl", name);
  }

  private void openDropbox(String name) {
    create(name, Team.DATA, ObjectOwnership.OBJECT_WRITER);
    encrypt(name);
    var logs = grantOf("s3/LogDelivery", Permission.WRITE);
    acl(name, List.of(logs, grantOf("global/AuthenticatedUsers", Permission.WRITE)));
    place.fault("s3_bucket_acl", name);
  }

  private void publicExports(String name) {
    open(name, Team.DATA, Policies.everyone(name));
  }

  private void publicMapTiles(String name) {
    open(name, Team.MOBILE, Policies.everyoneInAList(name));
  }

  private void publicByExclusion(String name) {
    open(name, Team.DATA, Policies.everyoneElse(name));
  }

  private void halfTheInternet(String name) {
    open(name, Team.PAYMENTS, Policies.halfTheAddresses(name));
  }

  private void open(String name, Team team, String policy) {
    create(name, team, ObjectOwnership.BUCKET_OWNER_ENFORCED);
    encrypt(name);
    policy(name, policy);
    place.fault("s3_bucket_policy", name);
  }

  /** Public on paper, held back by the access block alone. */
  private void latentStatusPage(String name) {
    open(name, Team.PLATFORM, Policies.everyone(name));
    block(name, ONLY_RESTRICTED);
  }

  /** As old as its content: from before AWS encrypted everything. */
  private void unencrypted(String name) {
    create(name, Team.SHOP, ObjectOwnership.BUCKET_OWNER_ENFORCED);
    block(name, ALL_BLOCKED);
    place.fault("s3_encryption", name);
  }

  private void create(String name, Team team, ObjectOwnership ownership) {
    s3.createBucket(
        it -> {
          it.bucket(name).objectOwnership(ownership);
          if (!place.regionName().equals(Regions.US)) {
            it.createBucketConfiguration(
                where ->
                    where.locationConstraint(
                        BucketLocationConstraint.fromValue(place.regionName())));
          }
        });
    var tags =
        team.tags().entrySet().stream()
            .map(tag -> Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
            .toList();
    s3.putBucketTagging(it -> it.bucket(name).tagging(set -> set.tagSet(tags)));
  }

  private void encrypt(String name) {
    var rule =
        ServerSideEncryptionRule.builder()
            .applyServerSideEncryptionByDefault(it -> it.sseAlgorithm(ServerSideEncryption.AES256))
            .build();
    s3.putBucketEncryption(
        it -> it.bucket(name).serverSideEncryptionConfiguration(rules -> rules.rules(rule)));
  }

  private void block(String name, PublicAccessBlockConfiguration configuration) {
    s3.putPublicAccessBlock(it -> it.bucket(name).publicAccessBlockConfiguration(configuration));
  }

  private void policy(String name, String policy) {
    s3.putBucketPolicy(it -> it.bucket(name).policy(policy));
  }

  private void grant(String name, String group, Permission... permissions) {
    acl(name, List.of(permissions).stream().map(it -> grantOf(group, it)).toList());
  }

  private static Grant grantOf(String group, Permission permission) {
    return Grant.builder()
        .grantee(it -> it.type(Type.GROUP).uri(GROUPS + group))
        .permission(permission)
        .build();
  }

  /** Adds the grants to the owner's own. */
  private void acl(String name, List<Grant> grants) {
    var before = s3.getBucketAcl(it -> it.bucket(name));
    var all = new ArrayList<>(before.grants());
    all.addAll(grants);
    var policy = AccessControlPolicy.builder().owner(before.owner()).grants(all).build();
    s3.putBucketAcl(it -> it.bucket(name).accessControlPolicy(policy));
  }
}
