package dev.hammer.policy.network;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** One address read from its usual spelling; never asks a name server, unlike the JDK's parser. */
record IpAddressText(IpFamily family, BigInteger value) {

  private static final Pattern OCTET = Pattern.compile("0|[1-9][0-9]{0,2}");
  private static final Pattern GROUP = Pattern.compile("[0-9a-fA-F]{1,4}");
  private static final int GROUPS = 8;

  static Optional<IpAddressText> parse(String text) {
    return text.indexOf(':') < 0
        ? ipv4(text).map(value -> new IpAddressText(IpFamily.IPV4, BigInteger.valueOf(value)))
        : ipv6(text).map(value -> new IpAddressText(IpFamily.IPV6, value));
  }

  /**
   * Leading zeros are refused: some programs read them as octal, so the text means two addresses.
   */
  private static Optional<Long> ipv4(String text) {
    String[] octets = text.split("\\.", -1);
    if (octets.length != 4) {
      return Optional.empty();
    }
    long value = 0;
    for (String octet : octets) {
      if (!OCTET.matcher(octet).matches() || Integer.parseInt(octet) > 255) {
        return Optional.empty();
      }
      value = value << 8 | Integer.parseInt(octet);
    }
    return Optional.of(value);
  }

  private static Optional<BigInteger> ipv6(String text) {
    int gap = text.indexOf("::");
    if (gap < 0) {
      return groups(text).filter(all -> all.size() == GROUPS).map(IpAddressText::join);
    }
    Optional<List<Integer>> head = groups(text.substring(0, gap));
    Optional<List<Integer>> tail = groups(text.substring(gap + 2));
    boolean dottedHead = text.substring(0, gap).indexOf('.') >= 0;
    if (head.isEmpty() || tail.isEmpty() || dottedHead) {
      return Optional.empty();
    }
    int missing = GROUPS - head.get().size() - tail.get().size();
    if (missing < 1) {
      return Optional.empty();
    }
    List<Integer> all = new ArrayList<>(head.get());
    for (int i = 0; i < missing; i++) {
      all.add(0);
    }
    all.addAll(tail.get());
    return Optional.of(join(all));
  }

  /** The 16-bit groups between colons; the last may be an IPv4 address, which makes two groups. */
  private static Optional<List<Integer>> groups(String text) {
    List<Integer> groups = new ArrayList<>();
    if (text.isEmpty()) {
      return Optional.of(groups);
    }
    String[] parts = text.split(":", -1);
    for (int i = 0; i < parts.length; i++) {
      if (i == parts.length - 1 && parts[i].indexOf('.') >= 0) {
        Optional<Long> embedded = ipv4(parts[i]);
        if (embedded.isEmpty()) {
          return Optional.empty();
        }
        groups.add((int) (embedded.get() >> 16));
        groups.add((int) (embedded.get() & 0xffff));
      } else if (GROUP.matcher(parts[i]).matches()) {
        groups.add(Integer.parseInt(parts[i], 16));
      } else {
        return Optional.empty();
      }
    }
    return Optional.of(groups);
  }

  private static BigInteger join(List<Integer> groups) {
    BigInteger value = BigInteger.ZERO;
    for (int group : groups) {
      value = value.shiftLeft(16).or(BigInteger.valueOf(group));
    }
    return value;
  }
}
