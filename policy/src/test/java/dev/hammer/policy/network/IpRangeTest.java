package dev.hammer.policy.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import inet.ipaddr.ipv4.IPv4Address;
import inet.ipaddr.ipv6.IPv6Address;
import java.math.BigInteger;
import java.util.Optional;
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

final class IpRangeTest {

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/8, 10.0.0.0/8",
    "10.1.2.3/8, 10.0.0.0/8",
    "' 10.0.0.0/8 ', 10.0.0.0/8",
    "8.8.8.8, 8.8.8.8/32",
    "0.0.0.0/0, 0.0.0.0/0",
    "255.255.255.255/0, 0.0.0.0/0",
    "1.2.3.4/032, 1.2.3.4/32",
    "::/0, 0:0:0:0:0:0:0:0/0",
    "::1, 0:0:0:0:0:0:0:1/128",
    "2001:DB8::1/32, 2001:db8:0:0:0:0:0:0/32",
    "1:2:3:4:5:6:7::, 1:2:3:4:5:6:7:0/128",
    "::ffff:10.0.0.1/96, 0:0:0:0:0:ffff:0:0/96",
    "64:ff9b::1.2.3.4, 64:ff9b:0:0:0:0:102:304/128"
  })
  void readsBlocksAndAddresses(String text, String shown) {
    assertThat(IpRange.parse(text)).map(IpRange::toString).contains(shown);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "/",
        "/8",
        "10.0.0.0/",
        "10.0.0.0/33",
        "10.0.0.0/-1",
        "10.0.0.0/+8",
        "10.0.0.0/8/8",
        "10.0.0.0/255.0.0.0",
        "10.0.0.0/9999999999999",
        "10.0.0",
        "10.0.0.0.0",
        "10.0.0.256",
        "010.0.0.1",
        "10.0.0.1 0",
        "10.0.0.*",
        "*",
        "localhost",
        "::/129",
        ":::",
        "1::2::3",
        "1:2:3:4:5:6:7",
        "1:2:3:4:5:6:7:8:9",
        "1:2:3:4:5:6:7:8::",
        "12345::",
        "fe80::1%eth0",
        "1.2.3.4::",
        "1.2.3.4::1",
        "::1.2.3.256",
        "::1.2.3.4:5",
        "${aws:SourceIp}",
        "\u0661.2.3.4",
        "10.0.0.0\u0000/8"
      })
  void refusesWhatIsNoAddress(String text) {
    assertThat(IpRange.parse(text)).isEmpty();
  }

  @Test
  void refusesEndsThatAreNoRange() {
    assertThatThrownBy(() -> new IpRange(IpFamily.IPV4, BigInteger.TWO, BigInteger.ONE))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> new IpRange(IpFamily.IPV4, BigInteger.ZERO, BigInteger.ONE.shiftLeft(32)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void showsBothEndsOfWhatIsNoBlock() {
    IpRange range = new IpRange(IpFamily.IPV4, BigInteger.ONE, BigInteger.TWO);
    assertThat(range).hasToString("0.0.0.1-0.0.0.2");
  }

  @Property
  void agreesWithTheIpaddressLibraryOnIpv4(
      @ForAll int address, @ForAll @net.jqwik.api.constraints.IntRange(max = 32) int length) {
    IPAddress theirs = new IPv4Address(address).toPrefixBlock(length);
    assertSame(new IPv4Address(address) + "/" + length, theirs);
  }

  @Property
  void agreesWithTheIpaddressLibraryOnIpv6(
      @ForAll("ipv6") IPv6Address address,
      @ForAll @net.jqwik.api.constraints.IntRange(max = 128) int length) {
    IPAddress theirs = address.toPrefixBlock(length);
    assertSame(address.toCanonicalString() + "/" + length, theirs);
    assertSame(address.toFullString() + "/" + length, theirs);
    assertSame(address.toMixedString() + "/" + length, theirs);
  }

  @Property
  void whatItShowsCanBeReadAgain(@ForAll("ipv6") IPv6Address address) {
    IpRange range = IpRange.of(address.toCanonicalString());
    assertThat(IpRange.parse(range.toString())).contains(range);
  }

  @Property
  void neverThrows(@ForAll String text) {
    Optional<IpRange> range = IpRange.parse(text);
    range.ifPresent(read -> assertThat(new IPAddressString(text.strip()).isValid()).isTrue());
  }

  @Provide
  static Arbitrary<IPv6Address> ipv6() {
    Arbitrary<BigInteger> any =
        Combinators.combine(Arbitraries.longs(), Arbitraries.longs())
            .as(
                (high, low) ->
                    BigInteger.valueOf(high)
                        .shiftLeft(64)
                        .or(
                            BigInteger.valueOf(low)
                                .and(BigInteger.TWO.pow(64).subtract(BigInteger.ONE)))
                        .and(IpFamily.IPV6.last()));
    return any.map(IPv6Address::new);
  }

  private static void assertSame(String text, IPAddress theirs) {
    IpRange ours = IpRange.parse(text).orElseThrow();
    assertThat(ours.first()).as(text).isEqualTo(theirs.getLower().getValue());
    assertThat(ours.last()).as(text).isEqualTo(theirs.getUpper().getValue());
    assertThat(ours.size()).as(text).isEqualTo(theirs.getCount());
  }
}
