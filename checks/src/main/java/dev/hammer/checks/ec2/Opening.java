package dev.hammer.checks.ec2;

import dev.hammer.core.value.Value;
import dev.hammer.policy.network.IpRange;
import dev.hammer.policy.network.Ports;
import dev.hammer.policy.network.Reach;
import java.util.NavigableSet;
import java.util.Optional;

/**
 * One block of public addresses that a rule lets in on restricted ports.
 *
 * @param restricted those of the restricted ports that the rule opens, never empty
 * @param cidr the block as written
 * @param prefixListId the list that holds the block, if the rule names one
 */
record Opening(
    IngressRule rule,
    NavigableSet<Integer> restricted,
    IpRange range,
    String cidr,
    Optional<String> prefixListId,
    Optional<String> description) {

  /** TCP, UDP, any other protocol by its number, or all of them. */
  String protocol() {
    return switch (rule.protocol()) {
      case "6" -> "tcp";
      case "17" -> "udp";
      default -> rule.protocol();
    };
  }

  boolean opensEveryProtocol() {
    return protocol().equals("-1");
  }

  /** Protocol and ports, such as {@code tcp 22}, for people. */
  String door() {
    return switch (protocol()) {
      case "-1" -> "all traffic";
      case "tcp", "udp" -> protocol() + " " + rule.ports().orElse(Ports.ALL);
      default -> "protocol " + protocol();
    };
  }

  /** Where the addresses come from, for people. */
  String source() {
    return prefixListId.map(id -> cidr + " (" + id + ")").orElse(cidr);
  }

  /** With the predecessor's keys, and what helps to find and understand the rule. */
  Value.Fields toValue(Reach reach) {
    Value.Builder perm =
        Value.fields()
            .put("protocol", rule.protocol())
            .put("from_port", rule.fromPort())
            .put("to_port", rule.toPort())
            .put("cidr", cidr)
            .put("status", status(reach));
    prefixListId.ifPresent(id -> perm.put("prefix_list_id", id));
    return perm.put("restricted_ports", Value.items(restricted.stream().map(Value::of).toList()))
        .note("description", Value.text(description))
        .build();
  }

  /** The predecessor's word. */
  static String status(Reach reach) {
    return reach.isWorld() ? "open_completely" : "open_partly";
  }
}
