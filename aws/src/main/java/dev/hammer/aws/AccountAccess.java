package dev.hammer.aws;

import dev.hammer.core.reading.ApiCall;
import dev.hammer.core.resource.AccountId;
import dev.hammer.core.resource.Region;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/**
 * The way into one account: the caller's own, or a member entered through a role. Holds the clients
 * of all its regions until closed.
 */
public final class AccountAccess implements AutoCloseable {
  private static final ApiCall DESCRIBE_REGIONS = ApiCall.of("ec2", "DescribeRegions");

  private final AwsConnection connection;
  private final AccountId account;
  private final AwsCredentialsProvider credentials;
  private final Map<Region, AwsScope> scopes = new ConcurrentHashMap<>();

  AccountAccess(AwsConnection connection, AccountId account, AwsCredentialsProvider credentials) {
    this.connection = connection;
    this.account = account;
    this.credentials = credentials;
  }

  public AccountId account() {
    return account;
  }

  /** This account seen from a region, or from {@link Region#GLOBAL}. */
  public AwsScope in(Region region) {
    return scopes.computeIfAbsent(region, r -> new AwsScope(this, r));
  }

  /**
   * The regions enabled in the account, sorted.
   *
   * @throws dev.hammer.core.reading.UnreadableException if they cannot be listed
   */
  public List<Region> enabledRegions() {
    AwsScope home = in(connection.homeRegion());
    Ec2Client ec2 = home.client(Ec2Client.class, Ec2Client::builder);
    return home.ask(DESCRIBE_REGIONS, () -> ec2.describeRegions(r -> {})).regions().stream()
        .filter(region -> !"not-opted-in".equals(region.optInStatus()))
        .map(region -> Region.of(region.regionName()))
        .sorted()
        .toList();
  }

  /** Closes what was opened for reading, but keeps the session: the account can be read again. */
  public void rest() {
    scopes.values().forEach(AwsScope::close);
    scopes.clear();
  }

  @Override
  public void close() {
    scopes.values().forEach(AwsScope::close);
    if (credentials instanceof SdkAutoCloseable closeable && !connection.owns(credentials)) {
      closeable.close();
    }
  }

  AwsConnection connection() {
    return connection;
  }

  String partition() {
    return connection.partition();
  }

  Instant now() {
    return connection.now();
  }

  <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> B prepare(
      B builder, Region region) {
    return connection.prepare(builder, region, credentials);
  }
}
