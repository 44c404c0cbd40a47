package dev.hammer.aws;

import dev.hammer.core.reading.ApiCall;
import dev.hammer.core.reading.ReadFailure;
import dev.hammer.core.reading.UnreadableException;
import dev.hammer.core.resource.AccountId;
import dev.hammer.core.resource.Region;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

/**
 * The connection of one process to AWS: one HTTP client, the caller's credentials, and the limits
 * every call keeps.
 */
public final class AwsConnection implements AutoCloseable {
  private static final ApiCall GET_CALLER_IDENTITY = ApiCall.of("sts", "GetCallerIdentity");
  private static final ApiCall ASSUME_ROLE = ApiCall.of("sts", "AssumeRole");
  private static final Duration ATTEMPT = Duration.ofSeconds(30);

  private final AwsOptions options;
  private final InstantSource clock;
  private final CallLog log;
  private final CallLimits limits = new CallLimits();
  private final SdkHttpClient http;
  private final AwsCredentialsProvider credentials;
  private final Region homeRegion;

  public AwsConnection(AwsOptions options, InstantSource clock, CallLog log) {
    this.options = options;
    this.clock = clock;
    this.log = log;
    this.http = HttpClients.forEndpoint(foreignEndpoint());
    this.credentials = defaultCredentials(options);
    this.homeRegion = homeRegion(options);
  }

  /** The region of the first calls. */
  public Region homeRegion() {
    return homeRegion;
  }

  /** Where calls go, if not to AWS. */
  public Optional<URI> foreignEndpoint() {
    return foreignEndpoint(options.endpoint(), options.profile());
  }

  /**
   * Where calls would go, if not to AWS.
   *
   * @param endpoint what was asked for, which goes before the SDK's own settings
   */
  public static Optional<URI> foreignEndpoint(Optional<URI> endpoint, Optional<String> profile) {
    return endpoint.or(() -> ForeignEndpoint.configured(profile));
  }

  /**
   * Asks AWS who we are.
   *
   * @throws UnreadableException if there are no credentials, or AWS does not accept them
   */
  public CallerIdentity identity() {
    AwsCredentials resolved = credentials();
    try (StsClient sts = prepare(StsClient.builder(), homeRegion, credentials).build()) {
      GetCallerIdentityResponse answer =
          ask("-", homeRegion.name(), GET_CALLER_IDENTITY, sts::getCallerIdentity);
      return new CallerIdentity(
          AccountId.of(answer.account()), answer.arn(), resolved.expirationTime());
    }
  }

  /** The caller's own account. */
  public AccountAccess own(CallerIdentity identity) {
    return new AccountAccess(this, identity.account(), credentials);
  }

  /**
   * Enters a member account. Sessions renew themselves while the access is open.
   *
   * @throws UnreadableException if the role cannot be assumed
   */
  public AccountAccess member(AccountId account, RoleEntry role) {
    StsClient sts = prepare(StsClient.builder(), homeRegion, credentials).build();
    String arn = "arn:" + partition() + ":iam::" + account + ":role/" + role.roleName();
    StsAssumeRoleCredentialsProvider session =
        StsAssumeRoleCredentialsProvider.builder()
            .stsClient(sts)
            .refreshRequest(
                request ->
                    request
                        .roleArn(arn)
                        .roleSessionName(role.sessionName())
                        .externalId(role.externalId().orElse(null))
                        .durationSeconds(Math.toIntExact(role.duration().toSeconds())))
            .build();
    try {
      ask(account.id(), homeRegion.name(), ASSUME_ROLE, session::resolveCredentials);
    } catch (UnreadableException refused) {
      session.close();
      sts.close();
      throw refused;
    }
    return new AccountAccess(this, account, new RoleSession(session, sts));
  }

  @Override
  public void close() {
    if (credentials instanceof DefaultCredentialsProvider chain) {
      chain.close();
    }
    http.close();
  }

  String partition() {
    return PartitionMetadata.of(sdkRegion(homeRegion)).id();
  }

  Instant now() {
    return clock.instant();
  }

  /** Whether these are the caller's own credentials, closed with the connection. */
  boolean owns(AwsCredentialsProvider provider) {
    return provider.equals(credentials);
  }

  <T> T ask(String account, String region, ApiCall call, Supplier<T> request) {
    long began = System.nanoTime();
    String outcome = "ok";
    try {
      return limits.within(account, region, call.service(), request::get);
    } catch (UnreadableException unreadable) {
      outcome = unreadable.failure().kind().words();
      throw unreadable;
    } catch (InterruptedException | AbortedException stopped) {
      outcome = "stopped";
      Thread.currentThread().interrupt();
      throw new UnreadableException(ReadFailure.of(call, ReadFailure.Kind.NOT_REACHED, "stopped"));
    } catch (RuntimeException failed) {
      ReadFailure failure = AwsErrors.classify(call, failed);
      outcome = failure.kind().words();
      throw new UnreadableException(failure);
    } catch (Exception impossible) {
      throw new IllegalStateException(impossible);
    } finally {
      log.ended(account, region, call, System.nanoTime() - began, outcome);
    }
  }

  <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> B prepare(
      B builder, Region region, AwsCredentialsProvider provider) {
    B prepared =
        builder
            .region(sdkRegion(region))
            .credentialsProvider(provider)
            .httpClient(http)
            .overrideConfiguration(
                o ->
                    o.addExecutionInterceptor(new AnswerGuard())
                        .addExecutionInterceptor(new AttemptCounter(log))
                        .apiCallTimeout(options.callTimeout())
                        .apiCallAttemptTimeout(ATTEMPT));
    options.endpoint().ifPresent(prepared::endpointOverride);
    return prepared;
  }

  private software.amazon.awssdk.regions.Region sdkRegion(Region region) {
    return software.amazon.awssdk.regions.Region.of(
        region.isReal() ? region.name() : homeRegion.name());
  }

  /** No credentials at all is told apart from rejected ones: nothing was sent yet. */
  private AwsCredentials credentials() {
    try {
      return credentials.resolveCredentials();
    } catch (SdkClientException none) {
      throw new UnreadableException(
          new ReadFailure(
              GET_CALLER_IDENTITY,
              ReadFailure.Kind.CREDENTIALS,
              "NoCredentials",
              "no AWS credentials were found",
              Optional.empty()));
    }
  }

  private static AwsCredentialsProvider defaultCredentials(AwsOptions options) {
    if (options.accessKey().isPresent()) {
      AccessKey key = options.accessKey().get();
      return StaticCredentialsProvider.create(AwsBasicCredentials.create(key.id(), key.secret()));
    }
    DefaultCredentialsProvider.Builder chain = DefaultCredentialsProvider.builder();
    options.profile().ifPresent(chain::profileName);
    return chain.build();
  }

  private static Region homeRegion(AwsOptions options) {
    DefaultAwsRegionProviderChain.Builder chain = DefaultAwsRegionProviderChain.builder();
    options.profile().ifPresent(chain::profileName);
    if (options.accessKey().isPresent()) {
      return Region.of(options.homeRegion().orElse("us-east-1"));
    }
    try {
      return Region.of(chain.build().getRegion().id());
    } catch (SdkClientException none) {
      return Region.of(options.homeRegion().orElse("us-east-1"));
    }
  }
}
