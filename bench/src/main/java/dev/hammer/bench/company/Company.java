package dev.hammer.bench.company;

import dev.hammer.testing.stub.WireStub;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A company of many accounts of mixed sizes: of twenty, sixteen are small, three of middle size and
 * one large. In each account a fifth of the buckets is not encrypted, and one queue is open.
 *
 * @param accounts how many
 * @param regions how many each has enabled
 */
public record Company(int accounts, int regions) {
  private static final int SMALL = 1;
  private static final int MIDDLE = 5;
  private static final int LARGE = 40;
  private static final int OF = 20;

  /** The regions of every account. */
  List<String> regionNames() {
    return IntStream.range(0, regions).mapToObj(i -> "eu-test-" + (i + 1)).toList();
  }

  /** The ids of the accounts; the first is that of the credentials. */
  public List<String> accountIds() {
    return IntStream.range(0, accounts).mapToObj(Company::idOf).toList();
  }

  /**
   * How many of each kind an account has: buckets and users, and in each region groups and queues.
   */
  static int sizeOf(String account) {
    if (account.equals(WireStub.MAIN_ACCOUNT)) {
      return SMALL;
    }
    int place = Integer.parseInt(account.substring(4)) % OF;
    if (place == 0) {
      return LARGE;
    }
    return place <= 3 ? MIDDLE : SMALL;
  }

  /** Whether the bucket of this number is left plain. */
  static boolean isPlain(int bucket) {
    return bucket % 5 == 0;
  }

  /** The resources that are judged: a region counts, for it has a trail or none. */
  public long resources() {
    return accountIds().stream().mapToLong(id -> (2L + 2L * regions) * sizeOf(id) + regions).sum();
  }

  /**
   * The fewest requests: who we are; for each account its role and its regions, every list, three
   * calls for a bucket and one for a queue and a user, two for the trail, and the tags of what is
   * reported.
   */
  public long fewestRequests() {
    long lists = 2 + 10L * regions;
    return 1
        + accountIds().stream()
            .mapToLong(
                id -> {
                  long size = sizeOf(id);
                  long entering = id.equals(WireStub.MAIN_ACCOUNT) ? 1 : 2;
                  long each = 3 * size + size + size * regions;
                  return entering + lists + each + 2 + plain(size) + 1;
                })
            .sum();
  }

  /** How many issues there are to be found. */
  public long faults() {
    return accountIds().stream().mapToLong(id -> plain(sizeOf(id)) + 1).sum();
  }

  /** The configuration that names all accounts. */
  public String configuration() {
    return accountIds().stream()
        .map(id -> "    \"%s\": a-%s\n".formatted(id, id))
        .collect(
            Collectors.joining(
                "", "aws:\n  role_name_identification: hammer-identify\n  accounts:\n", ""));
  }

  static String bucket(String account, int number) {
    return "b-" + account + "-" + number;
  }

  static String queue(String account, String region, int number) {
    return "https://sqs.%s.amazonaws.com/%s/q-%d".formatted(region, account, number);
  }

  private static long plain(long size) {
    return (size + 4) / 5;
  }

  private static String idOf(int number) {
    return number == 0 ? WireStub.MAIN_ACCOUNT : "%012d".formatted(100_000_000L + number);
  }
}
