package dev.hammer.demo.estate;

import java.net.URI;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.endpoints.Endpoint;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.http.apache.ProxyConfiguration;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.organizations.OrganizationsClient;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3control.S3ControlClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sts.StsClient;

/**
 * The SDK's clients for one account of the emulator.
 *
 * <p>The account is a header that moto understands: while the clock is back, roles cannot be
 * assumed, since their sessions would have ended long ago.
 */
final class Clients implements AutoCloseable {
  private static final ProfileFile NO_PROFILES = ProfileFile.aggregator().build();

  private final URI endpoint;
  private final SdkHttpClient http;
  private final StaticCredentialsProvider credentials;
  private final ExecutionInterceptor account;
  private final Map<String, SdkClient> made = new ConcurrentHashMap<>();

  private Clients(
      URI endpoint, SdkHttpClient http, AwsBasicCredentials key, ExecutionInterceptor account) {
    this.endpoint = endpoint;
    this.http = http;
    this.credentials = StaticCredentialsProvider.create(key);
    this.account = account;
  }

  /** As anybody in that account. */
  static Clients in(String account, URI endpoint, SdkHttpClient http) {
    var nobody = AwsBasicCredentials.create("AKIADEMODEMODEMODEMO", "none");
    return new Clients(endpoint, http, nobody, new AccountHeader(account));
  }

  /** As the owner of that key, in its account. */
  static Clients with(String keyId, String secret, URI endpoint, SdkHttpClient http) {
    var key = AwsBasicCredentials.create(keyId, secret);
    return new Clients(endpoint, http, key, new ExecutionInterceptor() {});
  }

  /** The one HTTP client below them all; loopback calls never go to a proxy. */
  static SdkHttpClient http() {
    var direct =
        ProxyConfiguration.builder()
            .useSystemPropertyValues(false)
            .useEnvironmentVariableValues(false)
            .build();
    return ApacheHttpClient.builder().maxConnections(64).proxyConfiguration(direct).build();
  }

  Ec2Client ec2(Region region) {
    return client(Ec2Client.class, region, it -> built(Ec2Client.builder(), it));
  }

  S3Client s3(Region region) {
    return client(S3Client.class, region, it -> built(S3Client.builder(), it));
  }

  RdsClient rds(Region region) {
    return client(RdsClient.class, region, it -> built(RdsClient.builder(), it));
  }

  SqsClient sqs(Region region) {
    return client(SqsClient.class, region, it -> built(SqsClient.builder(), it));
  }

  CloudTrailClient cloudTrail(Region region) {
    return client(CloudTrailClient.class, region, it -> built(CloudTrailClient.builder(), it));
  }

  StsClient sts(Region region) {
    return client(StsClient.class, region, it -> built(StsClient.builder(), it));
  }

  IamClient iam() {
    return client(IamClient.class, Region.AWS_GLOBAL, it -> built(IamClient.builder(), it));
  }

  OrganizationsClient organizations() {
    return client(
        OrganizationsClient.class,
        Region.AWS_GLOBAL,
        it -> built(OrganizationsClient.builder(), it));
  }

  /** The SDK would put the account id before the host, and an address has no room for it. */
  S3ControlClient s3Control(Region region) {
    var asGiven = CompletableFuture.completedFuture(Endpoint.builder().url(endpoint).build());
    return client(
        S3ControlClient.class,
        region,
        it -> built(S3ControlClient.builder().endpointProvider(_ -> asGiven), it));
  }

  private <C extends SdkClient> C client(Class<C> type, Region region, Function<Region, C> make) {
    var key = type.getSimpleName() + " " + region;
    return type.cast(made.computeIfAbsent(key, _ -> make.apply(region)));
  }

  private <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C built(
      B builder, Region region) {
    return builder
        .endpointOverride(endpoint)
        .region(region)
        .credentialsProvider(credentials)
        .httpClient(http)
        .overrideConfiguration(
            it ->
                it.defaultProfileFile(NO_PROFILES)
                    .retryStrategy(DefaultRetryStrategy.doNotRetry())
                    .addExecutionInterceptor(account))
        .build();
  }

  @Override
  public void close() {
    made.values().forEach(SdkClient::close);
  }

  private record AccountHeader(String account) implements ExecutionInterceptor {
    @Override
    public SdkHttpRequest modifyHttpRequest(
        Context.ModifyHttpRequest context, ExecutionAttributes attributes) {
      return context.httpRequest().copy(it -> it.putHeader("x-moto-account-id", account));
    }
  }
}
