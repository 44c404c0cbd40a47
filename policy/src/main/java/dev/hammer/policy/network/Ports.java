package dev.hammer.policy.network;

import java.util.Locale;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;

/** The ports a rule opens, both ends included. */
public record Ports(int from, int to) implements Comparable<Ports> {

  private static final int HIGHEST = 65535;

  /** Every port. */
  public static final Ports ALL = new Ports(0, HIGHEST);

  public Ports {
    if (from < 0 || to > HIGHEST || from > to) {
      throw new IllegalArgumentException("Not a range of ports: " + from + " to " + to);
    }
  }

  /**
   * The ports that a rule of a security group opens, or none at all for ICMP, whose two numbers are
   * a type and a code.
   *
   * <p>Any protocol but TCP, UDP and ICMP opens everything and ignores the ports, as does -1. A
   * range that makes no sense is taken for all ports: what cannot be read is not harmless.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpPermission.html">IpPermission</a>
   */
  public static Optional<Ports> opened(String protocol, OptionalInt from, OptionalInt to) {
    return switch (protocol.strip().toLowerCase(Locale.ROOT)) {
      case "icmp", "icmpv6", "1", "58" -> Optional.empty();
      case "tcp", "udp", "6", "17" -> Optional.of(between(from.orElse(-1), to.orElse(-1)));
      default -> Optional.of(ALL);
    };
  }

  private static Ports between(int from, int to) {
    int first = from == -1 ? 0 : from;
    int last = to == -1 ? HIGHEST : to;
    boolean senseless = first < 0 || last > HIGHEST || first > last;
    return senseless ? ALL : new Ports(first, last);
  }

  /** Those of the restricted ports that are open, in order. */
  public NavigableSet<Integer> matching(SortedSet<Integer> restricted) {
    return new TreeSet<>(restricted.subSet(from, to + 1));
  }

  public boolean isAll() {
    return equals(ALL);
  }

  @Override
  public int compareTo(Ports other) {
    return from != other.from ? Integer.compare(from, other.from) : Integer.compare(to, other.to);
  }

  @Override
  public String toString() {
    return from == to ? Integer.toString(from) : from + "-" + to;
  }
}
