package dev.hammer.policy.network;

import java.math.BigInteger;
import java.util.Collection;
import java.util.List;

/**
 * What the address space is used for, and so how much of the internet a set of ranges lets in.
 *
 * <p>The tables are the <a
 * href="https://www.iana.org/assignments/iana-ipv4-special-registry">IPv4</a> and <a
 * href="https://www.iana.org/assignments/iana-ipv6-special-registry">IPv6</a> registries of special
 * purposes. Everything is decided by coverage: testing the ends of a block only, as the predecessor
 * did, takes 0.0.0.0/1 for private.
 */
public final class AddressSpace {

  /** AWS holds the same blocks for too broad in "the meaning of public" of S3. */
  private static final int WIDE_IPV4 = 8;

  private static final int WIDE_IPV6 = 32;

  private static final BigInteger HUNDRED = BigInteger.valueOf(100);
  private static final BigInteger NINETY_NINE = BigInteger.valueOf(99);

  /** Blocks inside the special ones that are global all the same. */
  private static final IpSet GLOBAL_EXCEPTIONS =
      IpSet.ofBlocks(
          "192.0.0.9/32", // Port Control Protocol anycast
          "192.0.0.10/32", // TURN anycast
          "2001::/32", // Teredo
          "2001:1::1/128",
          "2001:1::2/128",
          "2001:1::3/128",
          "2001:3::/32", // AMT
          "2001:4:112::/48", // AS112
          "2001:20::/28", // ORCHIDv2
          "2001:30::/28"); // drone remote id

  private static final IpSet NOT_GLOBAL =
      IpSet.ofBlocks(
              "0.0.0.0/8",
              "10.0.0.0/8",
              "100.64.0.0/10",
              "127.0.0.0/8",
              "169.254.0.0/16",
              "172.16.0.0/12",
              "192.0.0.0/24",
              "192.0.2.0/24",
              "192.88.99.0/24",
              "192.168.0.0/16",
              "198.18.0.0/15",
              "198.51.100.0/24",
              "203.0.113.0/24",
              "224.0.0.0/4",
              "240.0.0.0/4",
              "::/128",
              "::1/128",
              "64:ff9b:1::/48",
              "100::/64",
              "2001::/23",
              "2001:db8::/32",
              "3fff::/20",
              "5f00::/16",
              "fc00::/7",
              "fe80::/10",
              "ff00::/8")
          .minus(GLOBAL_EXCEPTIONS);

  /** Unassigned IPv6 space is no special purpose, so it counts: it may be given out tomorrow. */
  private static final IpSet GLOBAL = NOT_GLOBAL.complement();

  /** The addresses shares are counted against: what is, or may be, given out on the internet. */
  private static final IpSet GLOBAL_UNICAST =
      IpSet.ofBlocks("0.0.0.0/0", "2000::/3").intersect(GLOBAL);

  /** IPv6 blocks in which an IPv4 address is written, and how many bits stand behind it. */
  private static final List<Embedding> EMBEDDINGS =
      List.of(
          new Embedding(IpRange.of("::ffff:0:0/96"), 0), // IPv4-mapped
          new Embedding(IpRange.of("64:ff9b::/96"), 0), // NAT64
          new Embedding(IpRange.of("2002::/16"), 80)); // 6to4

  private AddressSpace() {}

  /**
   * Judges the ranges together, per family, and answers with the wider of the two. The rule of
   * security groups and of {@code aws:SourceIp} alike.
   */
  public static Reach classify(Collection<IpRange> ranges) {
    List<IpRange> real = ranges.stream().map(AddressSpace::withoutEmbedding).toList();
    IpSet global = IpSet.of(real).intersect(GLOBAL);
    if (global.isEmpty()) {
      return Reach.PRIVATE;
    }
    Reach byShare = share(IpFamily.IPV4, global).or(share(IpFamily.IPV6, global));
    return isWideBlock(real, global) ? byShare.or(Reach.WIDE) : byShare;
  }

  /** Judges one range. */
  public static Reach classify(IpRange range) {
    return classify(List.of(range));
  }

  /** The part of the set that is reachable from the internet. */
  public static IpSet globalPart(IpSet set) {
    return set.intersect(GLOBAL);
  }

  private static IpRange withoutEmbedding(IpRange range) {
    return EMBEDDINGS.stream()
        .filter(embedding -> embedding.block().contains(range))
        .findFirst()
        .map(embedding -> embedding.embedded(range))
        .orElse(range);
  }

  private static Reach share(IpFamily family, IpSet global) {
    BigInteger covered = global.intersect(GLOBAL_UNICAST).size(family).multiply(HUNDRED);
    BigInteger whole = GLOBAL_UNICAST.size(family);
    if (covered.compareTo(whole.multiply(NINETY_NINE)) >= 0) {
      return Reach.ALL;
    }
    return covered.compareTo(whole) > 0 ? Reach.WIDE : Reach.SOME;
  }

  /**
   * A block counts as written, private neighbours included, and as it results from the union: two
   * halves are no better than the whole.
   */
  private static boolean isWideBlock(List<IpRange> written, IpSet global) {
    return global.ranges().stream().anyMatch(AddressSpace::holdsWideBlock)
        || written.stream()
            .filter(AddressSpace::holdsWideBlock)
            .anyMatch(range -> !globalPart(IpSet.of(List.of(range))).isEmpty());
  }

  private static boolean holdsWideBlock(IpRange range) {
    int limit =
        switch (range.family()) {
          case IPV4 -> WIDE_IPV4;
          case IPV6 -> WIDE_IPV6;
        };
    return range.holdsBlock(limit - 1);
  }

  /** Where an IPv4 address stands in an IPv6 one. */
  private record Embedding(IpRange block, int bitsBehind) {

    IpRange embedded(IpRange range) {
      return new IpRange(IpFamily.IPV4, ipv4(range.first()), ipv4(range.last()));
    }

    private BigInteger ipv4(BigInteger address) {
      return address.shiftRight(bitsBehind).and(IpFamily.IPV4.last());
    }
  }
}
