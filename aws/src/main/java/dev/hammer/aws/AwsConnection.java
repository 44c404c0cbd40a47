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
import java.util.concurrent.Callable;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityRequest;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

/**
 * The connection of one process to AWS: one HTTP client, one timer, the caller's credentials, and
 * the limits every call keeps.
 */
public final class AwsConnection implements AutoCloseable {
  private static final ApiCall GET_CALLER_IDENTITY = ApiCall.of("sts", "GetCallerIdentity");

  /** How long one attempt of a call may take. */
  private static final Duration ATTEMPT = Duration.ofSeconds(30);

  /** The first call tells soon whether anybody is there: attempts, and all of them together. */
  private static final Duration FIRST_ATTEMPT = Duration.ofSeconds(6);

  private static final Duration FIRST_CALL = Duration.ofSeconds(15);

  /** Calls to STS are charged to whoever calls, whatever account they are about. */
  private static final String CALLER = "-";

  private static final Pattern ARN = Pattern.compile("arn:[!-~]{1,2000}");

  private final AwsOptions options;
  private final InstantSource clock;
  private final CallLog log;
  private final Optional<RetryStrategy> retries;
  private final SdkHttpClient http;
  private final ScheduledExecutorService timer = Timers.start();
  private final Governor governor;
  private final CallerCredentials credentials;
  private final Region homeRegion;
  private final Clients clients = new Clients();
  private @Nullable StsClient sts;
  private @Nullable RetryMode retryMode;

  /**
   * Prepares to talk to AWS; nothing is sent yet.
   *
   * @throws IllegalArgumentException if the endpoint is no address, naming where it stands
   */
  public AwsConnection(AwsOptions options, InstantSource clock, CallLog log) {
    this(options, clock, log, Optional.empty());
  }

  /** With retries other than those of the SDK's own settings. */
  AwsConnection(
      AwsOptions options, InstantSource clock, CallLog log, Optional<RetryStrategy> retries) {
    this.options = options;
    this.clock = clock;
    this.log = log;
    this.retries = retries;
    this.governor = new Governor(options.budget(), Ticker.of(timer), log);
    this.http = HttpClients.forEndpoint(foreignEndpoint());
    this.credentials = CallerCredentials.of(options);
    this.homeRegion = HomeRegion.of(options);
  }

  /** The region of the first calls. */
  public Region homeRegion() {
    return homeRegion;
  }

  /**
   * Where calls go, if not to AWS.
   *
   * @throws IllegalArgumentException if it is no address, naming where it stands
   */
  public Optional<URI> foreignEndpoint() {
    return foreignEndpoint(options.endpoint(), options.profile());
  }

  /**
   * Where calls would go, if not to AWS.
   *
   * @param endpoint what was asked for, which goes before the SDK's own settings
   * @throws IllegalArgumentException if it is no address, naming where it stands
   */
  public static Optional<URI> foreignEndpoint(Optional<URI> endpoint, Optional<String> profile) {
    return endpoint
        .map(address -> ForeignEndpoint.checked("the endpoint", address))
        .or(() -> ForeignEndpoint.configured(profile));
  }

  /**
   * Asks AWS who we are. Without an answer this ends after 15 seconds, or the call timeout if that
   * is shorter; a refused connection ends it at once.
   *
   * @throws UnreadableException if there are no credentials, or AWS does not accept them
   */
  public CallerIdentity identity() {
    AwsCredentials resolved = credentials.resolveCredentials();
    return ask(
        CALLER,
        homeRegion.name(),
        GET_CALLER_IDENTITY,
        () -> identity(sts().getCallerIdentity(this::hurry), resolved));
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
    RoleSession session =
        RoleSession.of(
            sts(),
            role.arn(partition(), account.id()),
            role,
            call -> governor.within(CALLER, homeRegion.name(), RoleSession.ASSUME_ROLE, call));
    try {
      ask(account.id(), homeRegion.name(), RoleSession.ASSUME_ROLE, session::resolveCredentials);
    } catch (UnreadableException refused) {
      session.close();
      throw refused;
    }
    return new AccountAccess(this, account, session);
  }

  /**
   * A client of the caller's own account in the home region, which only its own retries pace;
   * whoever asks for it closes it.
   */
  public <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(B builder) {
    return unpaced(builder, homeRegion, credentials).build();
  }

  @Override
  public synchronized void close() {
    if (sts != null) {
      sts.close();
    }
    clients.close();
    credentials.close();
    governor.close();
    timer.shutdownNow();
    http.close();
  }

  String partition() {
    return PartitionMetadata.of(sdkRegion(homeRegion)).id();
  }

  Instant now() {
    return clock.instant();
  }

  /** Nothing of this account is read for a while. */
  void rested(AccountId account) {
    governor.forget(account.id());
  }

  /** Nothing of this account is read any more. */
  void left(AccountId account, AwsCredentialsProvider provider) {
    governor.forget(account.id());
    if (provider instanceof RoleSession session) {
      session.close();
    }
  }

  <T> T ask(String account, String region, ApiCall call, Callable<T> request) {
    long began = System.nanoTime();
    String outcome = "ok";
    try {
      String charged = call.service().equals("sts") ? CALLER : account;
      return governor.within(charged, region, call, request);
    } catch (Exception failed) {
      ReadFailure failure = AwsErrors.of(call, failed);
      outcome = failure.kind() == ReadFailure.Kind.NOT_REACHED ? "stopped" : failure.kind().words();
      throw new UnreadableException(failure);
    } finally {
      log.ended(account, region, call, System.nanoTime() - began, outcome);
    }
  }

  /** A client for whoever asks through {@link Clients#as}. */
  <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C extends SdkClient> C client(
      Class<C> type, Region region, Supplier<B> builder, Consumer<B> customize) {
    return clients.client(
        type,
        region,
        () -> {
          B prepared =
              paced(builder.get(), region, Clients.credentials(), Clients.retries(newRetries()));
          customize.accept(prepared);
          return prepared.build();
        });
  }

  private <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> B paced(
      B builder, Region region, AwsCredentialsProvider provider, RetryStrategy strategy) {
    return unpaced(builder, region, provider)
        .overrideConfiguration(
            builder.overrideConfiguration().toBuilder()
                .retryStrategy(new PacedRetries(strategy, governor))
                .build());
  }

  private <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> B unpaced(
      B builder, Region region, AwsCredentialsProvider provider) {
    B prepared =
        builder
            .region(sdkRegion(region))
            .credentialsProvider(provider)
            .httpClient(http)
            .overrideConfiguration(this::configure);
    options.endpoint().ifPresent(prepared::endpointOverride);
    return prepared;
  }

  private void configure(ClientOverrideConfiguration.Builder configuration) {
    configuration
        .addExecutionInterceptor(new AnswerGuard())
        .addExecutionInterceptor(new Addressees())
        .addExecutionInterceptor(new Attempts(governor, log))
        .scheduledExecutorService(timer)
        .apiCallTimeout(options.callTimeout())
        .apiCallAttemptTimeout(atMost(ATTEMPT));
    retries.ifPresent(configuration::retryStrategy);
    // Otherwise clients would take endpoint and retries from the usual profile.
    options.profile().ifPresent(configuration::defaultProfileName);
  }

  /** One client for the identity and all roles, made when first needed. */
  private synchronized StsClient sts() {
    StsClient made = sts;
    if (made == null) {
      made = paced(StsClient.builder(), homeRegion, credentials, newRetries()).build();
      sts = made;
    }
    return made;
  }

  /** Retries as the SDK would choose them by environment and profile, with nothing used up. */
  RetryStrategy newRetries() {
    return retries.orElseGet(() -> AwsRetryStrategy.forRetryMode(retryMode()));
  }

  private synchronized RetryMode retryMode() {
    RetryMode known = retryMode;
    if (known == null) {
      RetryMode.Resolver mode = RetryMode.resolver();
      options.profile().ifPresent(mode::profileName);
      known = mode.resolve();
      retryMode = known;
    }
    return known;
  }

  private void hurry(GetCallerIdentityRequest.Builder request) {
    request.overrideConfiguration(
        o -> o.apiCallTimeout(atMost(FIRST_CALL)).apiCallAttemptTimeout(atMost(FIRST_ATTEMPT)));
  }

  private Duration atMost(Duration duration) {
    return duration.compareTo(options.callTimeout()) < 0 ? duration : options.callTimeout();
  }

  private software.amazon.awssdk.regions.Region sdkRegion(Region region) {
    return software.amazon.awssdk.regions.Region.of(
        region.isReal() ? region.name() : homeRegion.name());
  }

  /** What is no account or cannot be printed did not come from AWS. */
  private static CallerIdentity identity(GetCallerIdentityResponse answer, AwsCredentials used) {
    String account = String.valueOf(answer.account());
    String arn = String.valueOf(answer.arn());
    if (!AccountId.isValid(account) || !ARN.matcher(arn).matches()) {
      throw AwsErrors.broken(GET_CALLER_IDENTITY, "the answer names no account");
    }
    return new CallerIdentity(AccountId.of(account), arn, used.expirationTime());
  }
}
