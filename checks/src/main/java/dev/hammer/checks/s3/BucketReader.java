package dev.hammer.checks.s3;

import dev.hammer.aws.AwsScope;
import dev.hammer.aws.Page;
import dev.hammer.checks.ReaderType;
import dev.hammer.core.check.Scope;
import dev.hammer.core.reading.ListingEnd;
import dev.hammer.core.reading.Reader;
import dev.hammer.core.resource.Region;
import dev.hammer.core.resource.ResourceRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.ListBucketsResponse;
import software.amazon.awssdk.services.s3.model.Owner;

/** Lists the buckets of an account, wherever they are. */
final class BucketReader implements Reader<Bucket> {
  static final ReaderType<Bucket> TYPE =
      new ReaderType<>(
          Bucket.TYPE_NAME,
          "s3",
          Scope.GLOBAL,
          S3Calls.LIST_BUCKETS,
          (scope, _) -> new BucketReader(scope, BucketReader::client));

  private static final int PAGE = 1000;

  private final AwsScope scope;
  private final Function<AwsScope, S3Client> clients;

  BucketReader(AwsScope scope, Function<AwsScope, S3Client> clients) {
    this.scope = scope;
    this.clients = clients;
  }

  @Override
  public ListingEnd list(Consumer<? super Bucket> found) {
    eachBucket(null, found);
    return new ListingEnd.Complete();
  }

  /** Asks for the names that begin so: that needs no permission beyond the listing's. */
  @Override
  public Optional<Bucket> find(String name) {
    List<Bucket> found = new ArrayList<>();
    eachBucket(
        name.substring(name.lastIndexOf(':') + 1),
        bucket -> {
          if (bucket.ref().isCalled(name)) {
            found.add(bucket);
          }
        });
    return found.stream().findFirst();
  }

  /** The first buckets, by one small request; what it fails with is the SDK's. */
  List<Bucket> first(int most) {
    return page(most, null, null).items();
  }

  private void eachBucket(@Nullable String prefix, Consumer<? super Bucket> found) {
    scope.eachPage(S3Calls.LIST_BUCKETS, token -> page(PAGE, prefix, token), found);
  }

  private Page<Bucket> page(int size, @Nullable String prefix, @Nullable String token) {
    Instant asked = scope.now();
    ListBucketsResponse page =
        clients
            .apply(scope)
            .listBuckets(r -> r.maxBuckets(size).prefix(prefix).continuationToken(token));
    Optional<String> owner = Optional.ofNullable(page.owner()).map(Owner::displayName);
    return Page.of(
        page.buckets().stream().map(bucket -> bucket(bucket, asked, owner)).toList(),
        page.continuationToken());
  }

  private Bucket bucket(
      software.amazon.awssdk.services.s3.model.Bucket listed,
      Instant asked,
      Optional<String> owner) {
    Region region =
        Optional.ofNullable(listed.bucketRegion())
            .filter(name -> !name.isBlank())
            .map(Region::of)
            .orElse(Region.GLOBAL);
    AwsScope there = scope.in(region);
    BucketSource source = new BucketSource(there, clients.apply(there), listed.name());
    return new Bucket(
        ResourceRef.of(Bucket.TYPE_NAME, listed.name(), scope.account(), region)
            .withArn("arn:" + scope.partition() + ":s3:::" + listed.name()),
        asked,
        owner,
        source.parts(AccountGuard.of(scope)));
  }

  static S3Client client(AwsScope scope) {
    return scope.client(S3Client.class, S3Client::builder, BucketReader::withRedirects);
  }

  /** Follows a bucket to its region where the listing did not tell it. */
  private static void withRedirects(S3ClientBuilder builder) {
    builder.crossRegionAccessEnabled(true);
  }
}
