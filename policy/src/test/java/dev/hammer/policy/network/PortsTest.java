package dev.hammer.policy.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PortsTest {

  private static final TreeSet<Integer> RESTRICTED =
      new TreeSet<>(Set.of(22, 23, 1433, 1521, 3306, 3389, 5432, 27017));

  @ParameterizedTest
  @CsvSource({
    "tcp, 20, 80, 20-80",
    "TCP, 22, 22, 22",
    "6, 22, 22, 22",
    "17, 53, 53, 53",
    "udp, 0, 65535, 0-65535",
    "tcp, -1, -1, 0-65535",
    "tcp, , , 0-65535",
    "tcp, , 80, 0-80",
    "tcp, 80, , 80-65535",
    "tcp, 80, 20, 0-65535",
    "tcp, 0, 70000, 0-65535",
    "tcp, -5, 20, 0-65535",
    "-1, 22, 22, 0-65535",
    "50, , , 0-65535",
    "gre, 1, 2, 0-65535",
    "'', , , 0-65535",
    "icmp, -1, -1, none",
    "icmp, 8, 0, none",
    "icmpv6, , , none",
    "1, , , none",
    "58, 0, 255, none"
  })
  void opensWhatTheProtocolSays(
      String protocol, @Nullable Integer from, @Nullable Integer to, String opened) {
    assertThat(
            Ports.opened(protocol, optional(from), optional(to))
                .map(Ports::toString)
                .orElse("none"))
        .isEqualTo(opened);
  }

  /** The predecessor's own test cases, with the verdicts it should have given. */
  @ParameterizedTest
  @CsvSource({
    "tcp, 20, 80, 8.8.8.8/32, true",
    "tcp, 80, 443, 0.0.0.0/0, false",
    "tcp, 21, 21, 0.0.0.0/0, false",
    "-1, , , 0.0.0.0/0, true",
    "-1, , , 10.6.0.0/16, false",
    "50, , , 0.0.0.0/0, true",
    "50, , , 192.168.0.0/24, false",
    "58, , , 0.0.0.0/0, false",
    "58, 1, 100, ::/0, false",
    "icmp, , , 0.0.0.0/0, false",
    "icmp, 0, 255, 0.0.0.0/0, false",
    "tcp, 0, 65535, 0.0.0.0/0, true",
    "tcp, 22, 22, 0.0.0.0/1, true",
    "tcp, 22, 22, ::/0, true"
  })
  void findsOpenedRestrictedPortsAsThePredecessorShould(
      String protocol, @Nullable Integer from, @Nullable Integer to, String cidr, boolean offends) {
    boolean opens =
        Ports.opened(protocol, optional(from), optional(to))
            .filter(ports -> !ports.matching(RESTRICTED).isEmpty())
            .isPresent();
    assertThat(opens && AddressSpace.classify(IpRange.of(cidr)).isPublic()).isEqualTo(offends);
  }

  @Test
  void tellsWhichPortsMatched() {
    assertThat(new Ports(23, 3306).matching(RESTRICTED)).containsExactly(23, 1433, 1521, 3306);
    assertThat(Ports.ALL.matching(RESTRICTED)).containsExactlyElementsOf(RESTRICTED);
    assertThat(new Ports(24, 1432).matching(RESTRICTED)).isEmpty();
    assertThat(new Ports(65535, 65535).matching(new TreeSet<>(Set.of(65535))))
        .containsExactly(65535);
  }

  @Property
  void matchesExactlyThePortsInTheInterval(
      @ForAll @IntRange(max = 65535) int one,
      @ForAll @IntRange(max = 65535) int other,
      @ForAll Set<@IntRange(max = 65535) Integer> restricted) {
    Ports ports = new Ports(Math.min(one, other), Math.max(one, other));
    assertThat(ports.matching(new TreeSet<>(restricted)))
        .containsExactlyInAnyOrderElementsOf(
            restricted.stream().filter(p -> p >= ports.from() && p <= ports.to()).toList());
  }

  @Test
  void refusesWhatIsNoRange() {
    assertThatThrownBy(() -> new Ports(2, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Ports(0, 65536)).isInstanceOf(IllegalArgumentException.class);
  }

  private static OptionalInt optional(@Nullable Integer value) {
    return Optional.ofNullable(value).map(OptionalInt::of).orElseGet(OptionalInt::empty);
  }
}
