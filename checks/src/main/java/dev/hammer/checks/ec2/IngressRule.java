package dev.hammer.checks.ec2;

import dev.hammer.core.value.Value;
import dev.hammer.policy.network.Ports;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.UserIdGroupPair;

/**
 * One ingress rule as AWS lists it.
 *
 * @param protocol {@code tcp}, {@code udp}, {@code icmp}, {@code icmpv6}, {@code -1} for all, or a
 *     number
 * @param from first port, or the type of ICMP
 * @param to last port, or the code of ICMP
 */
record IngressRule(
    String protocol, OptionalInt from, OptionalInt to, Source source, Optional<String> description)
    implements Comparable<IngressRule> {

  /** From where a rule lets in. */
  sealed interface Source {
    record Addresses(String cidr) implements Source {}

    record Listed(String prefixListId) implements Source {}

    /** The members of a group, by their private addresses: never the internet. */
    record Members(String groupId) implements Source {}
  }

  /** AWS bundles the sources of rules with the same ports; here each is a rule of its own. */
  static Stream<IngressRule> of(IpPermission permission) {
    return Stream.of(
            permission.ipRanges().stream()
                .map(it -> of(permission, new Source.Addresses(it.cidrIp()), it.description())),
            permission.ipv6Ranges().stream()
                .map(it -> of(permission, new Source.Addresses(it.cidrIpv6()), it.description())),
            permission.prefixListIds().stream()
                .map(it -> of(permission, new Source.Listed(it.prefixListId()), it.description())),
            permission.userIdGroupPairs().stream()
                .map(it -> of(permission, members(it), it.description())))
        .flatMap(rules -> rules);
  }

  private static IngressRule of(
      IpPermission permission, Source source, @Nullable String description) {
    return new IngressRule(
        permission.ipProtocol(),
        optional(permission.fromPort()),
        optional(permission.toPort()),
        source,
        Optional.ofNullable(description).filter(text -> !text.isEmpty()));
  }

  /** Groups of EC2-Classic and of broken peerings may come by name only. */
  private static Source members(UserIdGroupPair pair) {
    return new Source.Members(
        Optional.ofNullable(pair.groupId())
            .or(() -> Optional.ofNullable(pair.groupName()))
            .orElse(""));
  }

  private static OptionalInt optional(@Nullable Integer port) {
    return port == null ? OptionalInt.empty() : OptionalInt.of(port);
  }

  /** The ports it opens; none for ICMP. */
  Optional<Ports> ports() {
    return Ports.opened(protocol, from, to);
  }

  /** First port, absent when the rule names none: then it opens all. */
  Value fromPort() {
    return port(from);
  }

  Value toPort() {
    return port(to);
  }

  Value.Fields toValue() {
    Value.Builder rule =
        Value.fields()
            .put("protocol", protocol)
            .put("from_port", fromPort())
            .put("to_port", toPort());
    switch (source) {
      case Source.Addresses(String cidr) -> rule.put("cidr", cidr);
      case Source.Listed(String id) -> rule.put("prefix_list_id", id);
      case Source.Members(String id) -> rule.put("group_id", id);
    }
    return rule.note("description", Value.text(description)).build();
  }

  /** By protocol, last port, first port and source, as the predecessor sorted. */
  @Override
  public int compareTo(IngressRule other) {
    int byProtocol = protocol.compareTo(other.protocol);
    int byTo = byProtocol != 0 ? byProtocol : Integer.compare(to.orElse(-1), other.to.orElse(-1));
    int byFrom = byTo != 0 ? byTo : Integer.compare(from.orElse(-1), other.from.orElse(-1));
    return byFrom != 0 ? byFrom : source.toString().compareTo(other.source.toString());
  }

  private static Value port(OptionalInt port) {
    return port.isPresent() && port.getAsInt() != -1 ? Value.of(port.getAsInt()) : Value.absent();
  }
}
