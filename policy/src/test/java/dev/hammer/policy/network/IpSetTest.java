package dev.hammer.policy.network;

import static org.assertj.core.api.Assertions.assertThat;

import inet.ipaddr.ipv4.IPv4Address;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

final class IpSetTest {

  private static final int UNIVERSE = 256;

  @Test
  void mergesWhatOverlapsOrTouchesButNotAcrossFamilies() {
    assertThat(IpSet.ofBlocks("0.0.0.0/1", "128.0.0.0/1", "::/1").ranges())
        .containsExactly(IpRange.of("0.0.0.0/0"), IpRange.of("::/1"));
    assertThat(IpSet.ofBlocks("10.0.0.0/8", "10.1.0.0/16", "12.0.0.0/8").ranges())
        .containsExactly(IpRange.of("10.0.0.0/8"), IpRange.of("12.0.0.0/8"));
  }

  @Test
  void containsOnlyWhatIsWhollyInside() {
    IpSet set = IpSet.ofBlocks("10.0.0.0/9", "10.128.0.0/9");
    assertThat(set.contains(IpRange.of("10.0.0.0/8"))).isTrue();
    assertThat(set.contains(IpRange.of("10.0.0.0/7"))).isFalse();
    assertThat(set.contains(IpRange.of("::a00:0/104"))).isFalse();
  }

  @Test
  void complementOfNothingIsEverything() {
    IpSet everything = IpSet.of(List.of()).complement();
    assertThat(everything.ranges()).containsExactly(IpRange.of("0.0.0.0/0"), IpRange.of("::/0"));
    assertThat(everything.complement().isEmpty()).isTrue();
  }

  /** The independent computation: the same sets as bits of a small universe. */
  @Property
  void behavesLikeASetOfBits(
      @ForAll("ranges") List<IpRange> left, @ForAll("ranges") List<IpRange> right) {
    BitSet union = bits(left);
    union.or(bits(right));
    BitSet common = bits(left);
    common.and(bits(right));
    BitSet rest = bits(left);
    rest.andNot(bits(right));

    List<IpRange> both = new ArrayList<>(left);
    both.addAll(right);
    IpSet one = IpSet.of(left);
    IpSet other = IpSet.of(right);
    assertThat(bits(IpSet.of(both).ranges())).isEqualTo(union);
    assertThat(IpSet.of(both).size(IpFamily.IPV4).intValueExact()).isEqualTo(union.cardinality());
    assertThat(bits(one.intersect(other).ranges())).isEqualTo(common);
    assertThat(bits(one.minus(other).ranges())).isEqualTo(rest);
    assertThat(one.complement().complement()).isEqualTo(one);
    assertThat(IpSet.of(both)).hasSameHashCodeAs(IpSet.of(IpSet.of(both).ranges()));
  }

  @Property
  void orderIsIrrelevant(@ForAll("ranges") List<IpRange> ranges, @ForAll Random random) {
    List<IpRange> shuffled = new ArrayList<>(ranges);
    Collections.shuffle(shuffled, random);
    assertThat(IpSet.of(shuffled)).isEqualTo(IpSet.of(ranges));
  }

  @Property
  void agreesWithTheIpaddressLibraryOnMerging(@ForAll("blocks") List<String> blocks) {
    IPv4Address[] theirs =
        blocks.stream()
            .map(block -> new inet.ipaddr.IPAddressString(block).getAddress().toIPv4())
            .map(IPv4Address::toPrefixBlock)
            .toArray(IPv4Address[]::new);
    BigInteger count = BigInteger.ZERO;
    for (IPv4Address merged : theirs[0].mergeToPrefixBlocks(theirs)) {
      count = count.add(merged.getCount());
    }
    IpSet ours = IpSet.of(blocks.stream().map(IpRange::of).toList());
    assertThat(ours.size(IpFamily.IPV4)).isEqualTo(count);
  }

  @Provide
  static Arbitrary<List<IpRange>> ranges() {
    Arbitrary<Integer> bound = Arbitraries.integers().between(0, UNIVERSE - 1);
    return Combinators.combine(bound, bound)
        .as((a, b) -> range(Math.min(a, b), Math.max(a, b)))
        .list()
        .ofMaxSize(12);
  }

  @Provide
  static Arbitrary<List<String>> blocks() {
    return Combinators.combine(Arbitraries.integers(), Arbitraries.integers().between(0, 32))
        .as((address, length) -> new IPv4Address(address).toPrefixBlock(length).toString())
        .list()
        .ofMinSize(1)
        .ofMaxSize(20);
  }

  private static IpRange range(int first, int last) {
    return new IpRange(IpFamily.IPV4, BigInteger.valueOf(first), BigInteger.valueOf(last));
  }

  private static BitSet bits(List<IpRange> ranges) {
    BitSet bits = new BitSet();
    ranges.forEach(
        range -> bits.set(range.first().intValueExact(), range.last().intValueExact() + 1));
    return bits;
  }
}
