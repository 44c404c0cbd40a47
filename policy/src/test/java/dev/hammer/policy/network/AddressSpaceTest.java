package dev.hammer.policy.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AddressSpaceTest {

  @ParameterizedTest
  @CsvSource({
    "0.0.0.0/0, ALL",
    "0.0.0.0/1 128.0.0.0/1, ALL",
    "0.0.0.0/1, WIDE",
    "128.0.0.0/1, WIDE",
    "0.0.0.0/7, WIDE",
    "10.0.0.0/7, WIDE",
    "8.0.0.0/7, WIDE",
    "8.0.0.0/8 9.0.0.0/8, WIDE",
    "8.0.0.0/8, SOME",
    "8.0.0.0/9 8.128.0.0/9, SOME",
    "8.0.0.0/8 12.0.0.0/8, SOME",
    "8.0.0.0/8 12.0.0.0/8 16.0.0.0/8, WIDE",
    "10.0.0.0/8 11.0.0.0/8, SOME",
    "8.8.8.8/32, SOME",
    "8.8.8.8, SOME",
    "54.240.143.0/24, SOME",
    "10.0.0.0/8 8.8.8.8, SOME",
    "10.0.0.0/8 172.16.0.0/12 192.168.0.0/16, PRIVATE",
    "224.0.0.0/3, PRIVATE",
    "::/0, ALL",
    "::/1 8000::/1, ALL",
    "2000::/3, ALL",
    "2000::/4 3000::/4, ALL",
    "2000::/4, WIDE",
    "::/1, ALL",
    "8000::/1, WIDE",
    "2600::/31, WIDE",
    "2600::/32, SOME",
    "2600::/33 2600:0:8000::/33, SOME",
    "2600::/32 2600:1::/32, WIDE",
    "2600:1f00::/24, WIDE",
    "2600::1, SOME",
    "4000::/48, SOME",
    "fc00::/7 fe80::/10, PRIVATE",
    "0.0.0.0/0 ::/0, ALL",
    "10.0.0.0/8 2600::1, SOME",
    // IPv4 written in IPv6
    "::ffff:10.0.0.0/104, PRIVATE",
    "::ffff:8.8.8.8, SOME",
    "::ffff:0.0.0.0/96, ALL",
    "::ffff:0.0.0.0/97, WIDE",
    "64:ff9b::10.1.2.3, PRIVATE",
    "64:ff9b::8.8.8.8, SOME",
    "64:ff9b::/96, ALL",
    "2002:0a00::/24, PRIVATE",
    "2002:c0a8:0101::/48, PRIVATE",
    "2002:0808:0808::/48, SOME",
    "2002:0808:0808::1, SOME",
    "2002::/16, ALL",
    "2002::/17 2002:8000::/17, ALL"
  })
  void classifiesByCoverage(String ranges, Reach expected) {
    assertThat(classify(ranges)).isEqualTo(expected);
  }

  @Test
  void manyNarrowBlocksAreTheWorldAfterAll() {
    List<IpRange> all = IntStream.range(0, 256).mapToObj(i -> IpRange.of(i + ".0.0.0/8")).toList();
    assertThat(AddressSpace.classify(all)).isEqualTo(Reach.ALL);
    List<IpRange> scattered =
        IntStream.range(0, 2 * 256)
            .mapToObj(i -> IpRange.of((20 + i % 64) + "." + i % 256 + ".0.0/16"))
            .distinct()
            .toList();
    assertThat(AddressSpace.classify(scattered)).isEqualTo(Reach.SOME);
  }

  @Test
  void nothingIsPrivate() {
    assertThat(AddressSpace.classify(List.of())).isEqualTo(Reach.PRIVATE);
  }

  /** One percent of 3.7 thousand million addresses is a little more than two blocks of /8. */
  @Test
  void onePercentIsCountedOfGlobalAddressesOnly() {
    BigInteger global = AddressSpace.globalPart(IpSet.ofBlocks("0.0.0.0/0")).size(IpFamily.IPV4);
    BigInteger onePercent = global.divide(BigInteger.valueOf(100));
    BigInteger first = IpRange.of("20.0.0.0/7").first().add(BigInteger.ONE);
    assertThat(AddressSpace.classify(scattered(first, onePercent))).isEqualTo(Reach.SOME);
    assertThat(AddressSpace.classify(scattered(first, onePercent.add(BigInteger.ONE))))
        .isEqualTo(Reach.WIDE);
  }

  /** As many addresses, in runs too short to hold a wide block. */
  private static List<IpRange> scattered(BigInteger start, BigInteger count) {
    BigInteger run = BigInteger.ONE.shiftLeft(22);
    List<IpRange> ranges = new ArrayList<>();
    BigInteger at = start;
    BigInteger left = count;
    while (left.signum() > 0) {
      BigInteger size = left.min(run);
      ranges.add(new IpRange(IpFamily.IPV4, at, at.add(size).subtract(BigInteger.ONE)));
      at = at.add(size).add(BigInteger.ONE);
      left = left.subtract(size);
    }
    return ranges;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0/8",
        "10.0.0.0/8",
        "100.64.0.0/10",
        "127.0.0.0/8",
        "169.254.0.0/16",
        "172.16.0.0/12",
        "192.0.2.0/24",
        "192.88.99.0/24",
        "192.168.0.0/16",
        "198.18.0.0/15",
        "198.51.100.0/24",
        "203.0.113.0/24",
        "224.0.0.0/4",
        "240.0.0.0/4",
        "255.255.255.255/32",
        "192.0.0.0/29",
        "192.0.0.11/32",
        "::1/128",
        "::/128",
        "64:ff9b:1::/48",
        "100::/64",
        "2001:2::/48",
        "2001:10::/28",
        "2001:db8::/32",
        "3fff::/20",
        "5f00::/16",
        "fc00::/7",
        "fe80::/10",
        "ff00::/8"
      })
  void knowsWhatIsNotReachable(String block) {
    assertThat(classify(block)).isEqualTo(Reach.PRIVATE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.0.0.0/32",
        "9.255.255.255",
        "11.0.0.0",
        "100.63.255.255",
        "100.128.0.0",
        "172.15.255.255",
        "172.32.0.0",
        "192.0.0.9",
        "192.0.0.10",
        "192.0.0.8/30",
        "192.0.1.0",
        "192.31.196.0/24",
        "192.52.193.0/24",
        "192.175.48.0/24",
        "198.17.255.255",
        "198.20.0.0",
        "223.255.255.255",
        "2001::/32",
        "2001:1::1",
        "2001:3::/32",
        "2001:4:112::/48",
        "2001:20::/28",
        "2001:db9::",
        "2620:4f:8000::/48",
        "3fff:1000::"
      })
  void knowsWhatOnlyLooksSpecial(String block) {
    assertThat(classify(block)).isNotEqualTo(Reach.PRIVATE);
  }

  @Property
  void widerSetsNeverReachLess(
      @ForAll("blocks") List<IpRange> ranges, @ForAll("blocks") List<IpRange> more) {
    List<IpRange> both = new ArrayList<>(ranges);
    both.addAll(more);
    assertThat(AddressSpace.classify(both)).isLessThanOrEqualTo(AddressSpace.classify(ranges));
  }

  @Property
  void orderAndRepetitionAreIrrelevant(
      @ForAll("blocks") List<IpRange> ranges, @ForAll Random random) {
    List<IpRange> shuffled = new ArrayList<>(ranges);
    shuffled.addAll(ranges);
    Collections.shuffle(shuffled, random);
    assertThat(AddressSpace.classify(shuffled)).isEqualTo(AddressSpace.classify(ranges));
  }

  /** Private space is judged like no space at all, unless it fills up a block as written. */
  @Property
  void halvesAreNoBetterThanTheWholeOfPublicSpace(@ForAll("publicBlocks") IpRange block) {
    BigInteger middle = block.first().add(block.size().shiftRight(1));
    List<IpRange> halves =
        List.of(
            new IpRange(block.family(), block.first(), middle.subtract(BigInteger.ONE)),
            new IpRange(block.family(), middle, block.last()));
    assertThat(AddressSpace.classify(halves)).isEqualTo(AddressSpace.classify(block));
  }

  @Property
  void aSingleAddressIsSomeExactlyIfItIsGlobal(@ForAll int address) {
    BigInteger value = BigInteger.valueOf(Integer.toUnsignedLong(address));
    IpRange single = new IpRange(IpFamily.IPV4, value, value);
    assertThat(AddressSpace.classify(single))
        .isEqualTo(isGlobal(Integer.toUnsignedLong(address)) ? Reach.SOME : Reach.PRIVATE);
  }

  /** The registry once more, as plain comparisons. */
  private static boolean isGlobal(long a) {
    long octet = a >> 24;
    long two = a >> 16;
    long three = a >> 8;
    boolean special =
        octet == 0
            || octet == 10
            || octet == 127
            || octet >= 224
            || a >> 22 == (100L << 2 | 1)
            || two == (169 << 8 | 254)
            || a >> 20 == (172L << 4 | 1)
            || two == (192 << 8 | 168)
            || a >> 17 == (198L << 7 | 9)
            || three == (192 << 16)
            || three == (192 << 16 | 2)
            || three == (192 << 16 | 88 << 8 | 99)
            || three == (198 << 16 | 51 << 8 | 100)
            || three == (203 << 16 | 113);
    return !special || a == (192L << 24 | 9) || a == (192L << 24 | 10);
  }

  @Provide
  static Arbitrary<List<IpRange>> blocks() {
    Arbitrary<String> v4 =
        Combinators.combine(
                Arbitraries.integers().between(0, 255), Arbitraries.integers().between(0, 32))
            .as((octet, length) -> octet + ".77.0.1/" + length);
    Arbitrary<String> v6 =
        Combinators.combine(
                Arbitraries.integers().between(0, 0xffff), Arbitraries.integers().between(0, 128))
            .as((group, length) -> Integer.toHexString(group) + ":7::1/" + length);
    return Arbitraries.oneOf(v4, v6).map(IpRange::of).list().ofMaxSize(6);
  }

  @Provide
  static Arbitrary<IpRange> publicBlocks() {
    return Combinators.combine(
            Arbitraries.of(16, 32, 48, 64, 80), Arbitraries.integers().between(4, 31))
        .as((octet, length) -> IpRange.of(octet + ".0.0.0/" + length));
  }

  private static Reach classify(String ranges) {
    return AddressSpace.classify(Arrays.stream(ranges.split(" ")).map(IpRange::of).toList());
  }
}
