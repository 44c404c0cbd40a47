package dev.hammer.aws;

import dev.hammer.core.reading.ApiCall;
import dev.hammer.core.resource.AccountId;
import dev.hammer.core.resource.Region;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.services.ec2.Ec2Client;

/** The way into one account: the caller's own, or a member entered through a role. */
public final class AccountAccess implements AutoCloseable {
  private static final ApiCall DESCRIBE_REGIONS = ApiCall.of("ec2", "DescribeRegions");
  private static final Pattern REGION = Pattern.compile("[a-z]{2,}(-[a-z0-9]+)+");

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
    return home.ask(DESCRIBE_REGIONS, () -> enabled(ec2.describeRegions(r -> {}).regions()));
  }

  /** Forgets what was read, but keeps the session: the account can be read again. */
  public void rest() {
    scopes.clear();
    connection.rested(account);
  }

  @Override
  public void close() {
    scopes.clear();
    connection.left(account, credentials);
  }

  /** Regions are asked for by name: an answer with none, or with a name of no sense, is broken. */
  private static List<Region> enabled(List<software.amazon.awssdk.services.ec2.model.Region> all) {
    List<String> names =
        all.stream()
            .filter(region -> !"not-opted-in".equals(region.optInStatus()))
            .map(region -> String.valueOf(region.regionName()))
            .sorted()
            .toList();
    if (names.isEmpty() || !names.stream().allMatch(name -> REGION.matcher(name).matches())) {
      throw AwsErrors.broken(DESCRIBE_REGIONS, "the answer names no regions");
    }
    return names.stream().map(Region::of).toList();
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

  /** In whose name calls to a service are made. */
  Clients.Asker asker() {
    return new Clients.Asker(credentials, connection.newRetries());
  }
}
