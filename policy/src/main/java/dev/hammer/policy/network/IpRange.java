package dev.hammer.policy.network;

import java.math.BigInteger;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/** An unbroken run of addresses of one family, both ends included. */
public record IpRange(IpFamily family, BigInteger first, BigInteger last)
    implements Comparable<IpRange> {

  private static final int LONGEST_CIDR = 49;
  private static final Pattern PREFIX_LENGTH = Pattern.compile("0*[0-9]{1,3}");

  public IpRange {
    if (first.signum() < 0 || first.compareTo(last) > 0 || last.compareTo(family.last()) > 0) {
      throw new IllegalArgumentException("Not a range of " + family + ": " + first + " to " + last);
    }
  }

  /**
   * Reads a CIDR block or a bare address. Host bits are tolerated and cleared, as policies and
   * prefix lists may carry them; anything else that is not an address is no range at all.
   */
  public static Optional<IpRange> parse(String text) {
    String cidr = text.strip();
    if (cidr.length() > LONGEST_CIDR) {
      return Optional.empty();
    }
    int slash = cidr.indexOf('/');
    if (slash < 0) {
      return IpAddressText.parse(cidr).map(address -> block(address, address.family().bits()));
    }
    String length = cidr.substring(slash + 1);
    if (!PREFIX_LENGTH.matcher(length).matches()) {
      return Optional.empty();
    }
    int prefixLength = Integer.parseInt(length);
    return IpAddressText.parse(cidr.substring(0, slash))
        .filter(address -> prefixLength <= address.family().bits())
        .map(address -> block(address, prefixLength));
  }

  /** A block that is known to be well written, such as those of the registries. */
  static IpRange of(String cidr) {
    return parse(cidr).orElseThrow(() -> new IllegalArgumentException("Not a CIDR: " + cidr));
  }

  private static IpRange block(IpAddressText address, int prefixLength) {
    BigInteger size = address.family().sizeOf(prefixLength);
    BigInteger first = address.value().andNot(size.subtract(BigInteger.ONE));
    return new IpRange(address.family(), first, first.add(size).subtract(BigInteger.ONE));
  }

  /** How many addresses the range holds. */
  public BigInteger size() {
    return last.subtract(first).add(BigInteger.ONE);
  }

  public boolean contains(IpRange other) {
    return family == other.family
        && first.compareTo(other.first) <= 0
        && last.compareTo(other.last) >= 0;
  }

  /** Whether a whole CIDR block of this prefix length fits in: /7 in 8.0.0.0-10.255.255.255. */
  boolean holdsBlock(int prefixLength) {
    BigInteger size = family.sizeOf(prefixLength);
    BigInteger rest = size.subtract(BigInteger.ONE);
    BigInteger aligned = first.add(rest).andNot(rest);
    return aligned.add(rest).compareTo(last) <= 0;
  }

  @Override
  public int compareTo(IpRange other) {
    int byFamily = family.compareTo(other.family);
    int byFirst = byFamily != 0 ? byFamily : first.compareTo(other.first);
    return byFirst != 0 ? byFirst : last.compareTo(other.last);
  }

  /** The range as people write it: a CIDR block if it is one, else both ends. */
  @Override
  public String toString() {
    int hostBits = size().bitLength() - 1;
    boolean isBlock = size().bitCount() == 1 && isAligned(hostBits);
    return isBlock
        ? address(first) + "/" + (family.bits() - hostBits)
        : address(first) + "-" + address(last);
  }

  private boolean isAligned(int hostBits) {
    return first.signum() == 0 || first.getLowestSetBit() >= hostBits;
  }

  private String address(BigInteger value) {
    byte[] bytes = new byte[family.bits() / 8];
    for (int i = 0; i < bytes.length; i++) {
      bytes[bytes.length - 1 - i] = value.shiftRight(8 * i).byteValue();
    }
    try {
      return switch (family) {
        case IPV4 -> InetAddress.getByAddress(bytes).getHostAddress();
        case IPV6 -> Inet6Address.getByAddress(null, bytes, -1).getHostAddress();
      };
    } catch (UnknownHostException impossible) {
      throw new IllegalStateException("Addresses have 4 or 16 bytes", impossible);
    }
  }
}
