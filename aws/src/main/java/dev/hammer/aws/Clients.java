package dev.hammer.aws;

import dev.hammer.core.resource.Region;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.retries.api.AcquireInitialTokenRequest;
import software.amazon.awssdk.retries.api.AcquireInitialTokenResponse;
import software.amazon.awssdk.retries.api.RecordSuccessRequest;
import software.amazon.awssdk.retries.api.RecordSuccessResponse;
import software.amazon.awssdk.retries.api.RefreshRetryTokenRequest;
import software.amazon.awssdk.retries.api.RefreshRetryTokenResponse;
import software.amazon.awssdk.retries.api.RetryStrategy;

/**
 * The clients of the process: one for each service and region, whatever account is asked. A client
 * is heavy, and a thousand accounts in seventeen regions would need a hundred thousand. Whose
 * credentials a call carries, and whose retries it may use up, is bound to the thread that makes
 * it.
 */
final class Clients implements AutoCloseable {
  private static final ScopedValue<Asker> ASKER = ScopedValue.newInstance();

  private final Map<Key, SdkClient> clients = new ConcurrentHashMap<>();

  private record Key(Class<?> type, Region region) {}

  /**
   * In whose name a call is made.
   *
   * @param retries of this account, region and service alone: who fails costs nobody else a retry
   */
  record Asker(AwsCredentialsProvider credentials, RetryStrategy retries) {
    /** Nothing of the credentials is ever printed. */
    @Override
    public String toString() {
      return "Asker";
    }
  }

  /** The client of a type for a region, made on first use. All of a type are made alike. */
  <C extends SdkClient> C client(Class<C> type, Region region, Supplier<C> make) {
    return type.cast(clients.computeIfAbsent(new Key(type, region), _ -> make.get()));
  }

  /** Makes a call in somebody's name; a call within it may be in another's. */
  static <T> T as(Asker asker, Callable<T> call) throws Exception {
    return ScopedValue.where(ASKER, asker).call(call::call);
  }

  /** What clients are made with: the credentials of whoever asks. */
  static AwsCredentialsProvider credentials() {
    return AskersCredentials.INSTANCE;
  }

  /**
   * What clients are made with: the retries of whoever asks.
   *
   * @param usual those of a client nobody asks through yet
   */
  static RetryStrategy retries(RetryStrategy usual) {
    return new AskersRetries(usual);
  }

  @Override
  public void close() {
    clients.values().forEach(SdkClient::close);
    clients.clear();
  }

  private enum AskersCredentials implements AwsCredentialsProvider {
    INSTANCE;

    @Override
    public AwsCredentials resolveCredentials() {
      return ASKER.get().credentials().resolveCredentials();
    }
  }

  private record AskersRetries(RetryStrategy usual) implements RetryStrategy {
    @Override
    public AcquireInitialTokenResponse acquireInitialToken(AcquireInitialTokenRequest request) {
      return own().acquireInitialToken(request);
    }

    @Override
    public RefreshRetryTokenResponse refreshRetryToken(RefreshRetryTokenRequest request) {
      return own().refreshRetryToken(request);
    }

    @Override
    public RecordSuccessResponse recordSuccess(RecordSuccessRequest request) {
      return own().recordSuccess(request);
    }

    @Override
    public int maxAttempts() {
      return own().maxAttempts();
    }

    @Override
    public boolean useClientDefaults() {
      return false;
    }

    @Override
    public Builder<?, ?> toBuilder() {
      return own().toBuilder();
    }

    private RetryStrategy own() {
      return ASKER.isBound() ? ASKER.get().retries() : usual;
    }
  }
}
