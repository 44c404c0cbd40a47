package dev.hammer.checks.s3;

import dev.hammer.aws.AwsScope;
import dev.hammer.core.reading.Facet;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.endpoints.Endpoint;
import software.amazon.awssdk.services.s3control.S3ControlClient;
import software.amazon.awssdk.services.s3control.S3ControlClientBuilder;
import software.amazon.awssdk.services.s3control.endpoints.S3ControlEndpointParams;
import software.amazon.awssdk.services.s3control.endpoints.S3ControlEndpointProvider;

/** Block Public Access of a whole account, read once for all its buckets. */
final class AccountGuard {
  private static final String NAME = "account_access_block";
  private static final Set<String> NONE = Set.of("NoSuchPublicAccessBlockConfiguration");

  private AccountGuard() {}

  static Facet<AccessBlock> of(AwsScope scope) {
    return scope.shared(
        NAME,
        () ->
            Facet.of(
                NAME, List.of(S3Calls.GET_ACCOUNT_BLOCK), () -> read(scope), AccessBlock::toValue));
  }

  private static AccessBlock read(AwsScope scope) {
    S3ControlClient control =
        scope.client(S3ControlClient.class, S3ControlClient::builder, AccountGuard::withEndpoint);
    return scope
        .askOptional(
            S3Calls.GET_ACCOUNT_BLOCK,
            NONE,
            () -> control.getPublicAccessBlock(r -> r.accountId(scope.account().id())))
        .map(answer -> AccessBlock.of(answer.publicAccessBlockConfiguration()))
        .orElse(AccessBlock.NONE);
  }

  private static void withEndpoint(S3ControlClientBuilder builder) {
    builder.endpointProvider(AccountGuard::endpoint);
  }

  /**
   * The SDK puts the account id before the host, which an IP address cannot have. So an endpoint
   * that was given is taken as it is.
   */
  private static CompletableFuture<Endpoint> endpoint(S3ControlEndpointParams asked) {
    String given = asked.endpoint();
    return given == null
        ? S3ControlEndpointProvider.defaultProvider().resolveEndpoint(asked)
        : CompletableFuture.completedFuture(Endpoint.builder().url(URI.create(given)).build());
  }
}
