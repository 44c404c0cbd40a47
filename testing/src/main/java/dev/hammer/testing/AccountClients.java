package dev.hammer.testing;

import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.endpoints.Endpoint;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.LegacyRetryStrategy;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.organizations.OrganizationsClient;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3control.S3ControlClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sts.StsClient;

/** The clients of one account and region at the emulator or the stub. */
public final class AccountClients {
  /** Twenty letters and digits, as the emulator wants a key; no key of anyone. */
  public static final String ACCESS_KEY = "HAMMERTESTS000000000";

  static final String SECRET_KEY = "false";

  private static final Region HOME_OF_GLOBAL_SERVICES = Region.AWS_GLOBAL;

  private final URI endpoint;
  private final SdkHttpClient http;
  private final Region region;
  private final ClientOverrideConfiguration configuration;

  private AccountClients(
      URI endpoint, SdkHttpClient http, Region region, ClientOverrideConfiguration configuration) {
    this.endpoint = endpoint;
    this.http = http;
    this.region = region;
    this.configuration = configuration;
  }

  static AccountClients of(URI endpoint, SdkHttpClient http, String account, String region) {
    return new AccountClients(
        endpoint,
        http,
        Region.of(region),
        ClientOverrideConfiguration.builder()
            .retryStrategy(AwsRetryStrategy.doNotRetry())
            .addExecutionInterceptor(new AsAccount(account))
            .addExecutionInterceptor(new LoopbackOnly())
            .build());
  }

  /** The same with the retries a plain SDK client has, but without its pauses. */
  public AccountClients withRetries() {
    LegacyRetryStrategy eager =
        AwsRetryStrategy.legacyRetryStrategy().toBuilder()
            .backoffStrategy(BackoffStrategy.retryImmediately())
            .throttlingBackoffStrategy(BackoffStrategy.retryImmediately())
            .build();
    return configured(changed -> changed.retryStrategy(eager));
  }

  /** The same with another setting of the SDK. */
  public AccountClients configured(UnaryOperator<ClientOverrideConfiguration.Builder> change) {
    return new AccountClients(
        endpoint, http, region, change.apply(configuration.toBuilder()).build());
  }

  public CloudTrailClient cloudTrail() {
    return client(CloudTrailClient.builder(), region);
  }

  public Ec2Client ec2() {
    return client(Ec2Client.builder(), region);
  }

  public IamClient iam() {
    return client(IamClient.builder(), HOME_OF_GLOBAL_SERVICES);
  }

  public KmsClient kms() {
    return client(KmsClient.builder(), region);
  }

  public OrganizationsClient organizations() {
    return client(OrganizationsClient.builder(), HOME_OF_GLOBAL_SERVICES);
  }

  public RdsClient rds() {
    return client(RdsClient.builder(), region);
  }

  public S3Client s3() {
    return client(S3Client.builder(), region);
  }

  /** S3 Control would put the account before the host, which an address cannot have. */
  public S3ControlClient s3Control() {
    Endpoint here = Endpoint.builder().url(endpoint).build();
    return client(
        S3ControlClient.builder().endpointProvider(_ -> CompletableFuture.completedFuture(here)),
        region);
  }

  public SqsClient sqs() {
    return client(SqsClient.builder(), region);
  }

  public StsClient sts() {
    return client(StsClient.builder(), region);
  }

  private <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(
      B builder, Region at) {
    return builder
        .endpointOverride(endpoint)
        .region(at)
        .httpClient(http)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create(ACCESS_KEY, SECRET_KEY)))
        .overrideConfiguration(configuration)
        .build();
  }
}
