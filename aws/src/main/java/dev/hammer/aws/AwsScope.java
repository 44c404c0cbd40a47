package dev.hammer.aws;

import dev.hammer.core.reading.ApiCall;
import dev.hammer.core.reading.Facet;
import dev.hammer.core.reading.UnreadableException;
import dev.hammer.core.resource.AccountId;
import dev.hammer.core.resource.Region;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkClient;

/**
 * One account seen from one region: its clients, the way to ask, and what readers of the same
 * account share. Failures of a call come out as {@link UnreadableException} and nothing else.
 */
public final class AwsScope {
  private final AccountAccess access;
  private final Region region;
  private final Map<String, Clients.Asker> askers = new ConcurrentHashMap<>();
  private final Map<String, Facet<?>> shared = new ConcurrentHashMap<>();

  AwsScope(AccountAccess access, Region region) {
    this.access = access;
    this.region = region;
  }

  public AccountId account() {
    return access.account();
  }

  /** The region, or {@link Region#GLOBAL} for services that have none. */
  public Region region() {
    return region;
  }

  /** The partition, such as {@code aws} or {@code aws-cn}, for ARNs. */
  public String partition() {
    return access.partition();
  }

  /** The time by the scan's clock. */
  public Instant now() {
    return access.now();
  }

  /** The same account seen from another region. */
  public AwsScope in(Region other) {
    return access.in(other);
  }

  /** A client of a service in this region, to be used within {@link #ask} only. */
  public <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C extends SdkClient>
      C client(Class<C> type, Supplier<B> builder) {
    return client(type, builder, _ -> {});
  }

  /** The same, with something of its own set on the builder, alike for all of the type. */
  public <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C extends SdkClient>
      C client(Class<C> type, Supplier<B> builder, Consumer<B> customize) {
    return access.connection().client(type, region, builder, customize);
  }

  /**
   * Makes one call within the limits.
   *
   * @throws UnreadableException if it failed, with the class of the failure
   */
  public <T> T ask(ApiCall call, Supplier<T> request) {
    Clients.Asker asker = askers.computeIfAbsent(call.service(), _ -> access.asker());
    return access
        .connection()
        .ask(account().id(), region.name(), call, () -> Clients.as(asker, request::get));
  }

  /**
   * Makes one call for something that may not be there.
   *
   * @param absent error codes that mean "there is none", such as {@code NoSuchBucketPolicy}
   */
  public <T> Optional<T> askOptional(ApiCall call, Set<String> absent, Supplier<T> request) {
    return ask(
        call,
        () -> {
          try {
            return Optional.of(request.get());
          } catch (AwsServiceException failure) {
            if (AwsErrors.code(failure).filter(absent::contains).isPresent()) {
              return Optional.<T>empty();
            }
            throw failure;
          }
        });
  }

  /**
   * Reads every page of a listing and hands on each item.
   *
   * @param page asks for the page of a token; the first one has none
   * @throws UnreadableException if a page failed, or a token came twice
   */
  public <T> void eachPage(
      ApiCall call, Function<@Nullable String, Page<T>> page, Consumer<? super T> each) {
    Set<String> seen = new HashSet<>();
    Optional<String> token = Optional.empty();
    do {
      @Nullable String asked = token.orElse(null);
      Page<T> answer = ask(call, () -> page.apply(asked));
      answer.items().forEach(each);
      token = answer.next();
      if (token.isPresent() && !seen.add(token.get())) {
        throw AwsErrors.broken(call, "the listing gave the same page token twice");
      }
    } while (token.isPresent());
  }

  /** Something that all resources of this account and region share, read once for all of them. */
  @SuppressWarnings("unchecked") // the name belongs to one reader, which always asks with one type
  public <T> Facet<T> shared(String name, Supplier<Facet<T>> facet) {
    return (Facet<T>) shared.computeIfAbsent(name, _ -> facet.get());
  }
}
