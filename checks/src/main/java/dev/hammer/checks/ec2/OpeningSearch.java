package dev.hammer.checks.ec2;

import dev.hammer.core.reading.ReadFailure;
import dev.hammer.core.reading.Reading;
import dev.hammer.policy.network.AddressSpace;
import dev.hammer.policy.network.IpRange;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/** Goes through the rules of one group and collects what they open, and what it could not read. */
final class OpeningSearch {
  private final NavigableSet<Integer> restricted;
  private final List<IpRange> known;
  private final List<Opening> found = new ArrayList<>();
  private final List<ReadFailure> unread = new ArrayList<>();

  private OpeningSearch(NavigableSet<Integer> restricted, List<IpRange> known) {
    this.restricted = restricted;
    this.known = known;
  }

  /**
   * Searches a group; a prefix list is read only if its rule opens a restricted port.
   *
   * @param known blocks that may come in anywhere
   */
  static OpeningSearch in(
      SecurityGroup group, NavigableSet<Integer> restricted, List<IpRange> known) {
    OpeningSearch search = new OpeningSearch(restricted, known);
    group.rules().forEach(rule -> search.rule(group, rule));
    return search;
  }

  List<Opening> found() {
    return List.copyOf(found);
  }

  /** Sources that may open something. */
  List<ReadFailure> unread() {
    return List.copyOf(unread);
  }

  private void rule(SecurityGroup group, IngressRule rule) {
    NavigableSet<Integer> ports = restrictedPorts(rule);
    if (ports.isEmpty()) {
      return;
    }
    switch (rule.source()) {
      case IngressRule.Source.Addresses(String cidr) -> addresses(rule, ports, cidr);
      case IngressRule.Source.Listed(String id) ->
          listed(rule, ports, group.prefixList(id).reading());
      case IngressRule.Source.Members _ -> {} // reached by private addresses only
    }
  }

  private NavigableSet<Integer> restrictedPorts(IngressRule rule) {
    return rule.ports()
        .map(ports -> Collections.unmodifiableNavigableSet(ports.matching(restricted)))
        .orElse(new TreeSet<>());
  }

  private void addresses(IngressRule rule, NavigableSet<Integer> ports, String cidr) {
    IpRange.parse(cidr)
        .ifPresentOrElse(
            range ->
                add(new Opening(rule, ports, range, cidr, Optional.empty(), rule.description())),
            () -> unread.add(notUnderstood(cidr)));
  }

  private void listed(IngressRule rule, NavigableSet<Integer> ports, Reading<PrefixList> reading) {
    switch (reading) {
      case Reading.Known<PrefixList>(PrefixList list) when list.isOfAws() -> {}
      case Reading.Known<PrefixList>(PrefixList list) ->
          list.entries()
              .forEach(
                  it ->
                      add(
                          new Opening(
                              rule,
                              ports,
                              it.range(),
                              it.cidr(),
                              Optional.of(list.id()),
                              it.description().or(rule::description))));
      case Reading.Unreadable<PrefixList>(ReadFailure why) -> unread.add(why);
    }
  }

  private void add(Opening opening) {
    IpRange range = opening.range();
    if (AddressSpace.classify(range).isPublic()
        && known.stream().noneMatch(it -> it.contains(range))) {
      found.add(opening);
    }
  }

  private static ReadFailure notUnderstood(String cidr) {
    return ReadFailure.of(
        SecurityGroupReader.LIST,
        ReadFailure.Kind.UNPARSABLE,
        "\"" + cidr + "\" is no address range");
  }
}
