package dev.hammer.checks.ec2;

import dev.hammer.checks.Facets;
import dev.hammer.checks.TestScope;
import dev.hammer.core.reading.Facet;
import dev.hammer.core.resource.Region;
import dev.hammer.core.resource.ResourceRef;
import dev.hammer.core.resource.Tags;
import dev.hammer.policy.network.IpRange;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/** Builds security groups; without more it has no rules and nothing carries it. */
final class Groups {
  private final List<IngressRule> rules = new ArrayList<>();
  private final Map<String, PrefixList> lists = new TreeMap<>();
  private Attachments attachments = Attachments.NONE;

  static Groups group() {
    return new Groups();
  }

  static Attachment instance(String id, String... publicAddresses) {
    return new Attachment("eni-" + id, Optional.of("i-" + id), List.of(publicAddresses));
  }

  Groups open(String protocol, int from, int to, String cidr) {
    return rule(protocol, OptionalInt.of(from), OptionalInt.of(to), cidr);
  }

  Groups tcp(int port, String cidr) {
    return open("tcp", port, port, cidr);
  }

  Groups everything(String cidr) {
    return rule("-1", OptionalInt.empty(), OptionalInt.empty(), cidr);
  }

  Groups rule(String protocol, OptionalInt from, OptionalInt to, String cidr) {
    return rule(protocol, from, to, new IngressRule.Source.Addresses(cidr));
  }

  Groups tcpFromGroup(int port, String groupId) {
    return rule(
        "tcp", OptionalInt.of(port), OptionalInt.of(port), new IngressRule.Source.Members(groupId));
  }

  /** A rule for a list, and what is in the list. */
  Groups tcpFromList(int port, String listId, String owner, String... cidrs) {
    List<PrefixList.Entry> entries =
        Arrays.stream(cidrs)
            .map(
                cidr ->
                    new PrefixList.Entry(IpRange.parse(cidr).orElseThrow(), cidr, Optional.empty()))
            .toList();
    lists.put(listId, new PrefixList(listId, Optional.of(owner), entries));
    return rule(
        "tcp", OptionalInt.of(port), OptionalInt.of(port), new IngressRule.Source.Listed(listId));
  }

  Groups carriedBy(Attachment... all) {
    attachments = new Attachments(List.of(all));
    return this;
  }

  SecurityGroup readable() {
    return with(Facets.readable());
  }

  SecurityGroup with(Facets facets) {
    TreeMap<String, Facet<PrefixList>> prefixLists = new TreeMap<>();
    lists.forEach(
        (id, list) ->
            prefixLists.put(
                id,
                facets.of(
                    "prefix_list " + id,
                    List.of(PrefixList.ENTRIES, PrefixList.LISTS),
                    list,
                    PrefixList::toValue)));
    return new SecurityGroup(
        ResourceRef.of(
                SecurityGroup.RESOURCE_TYPE, "sg-1", TestScope.ACCOUNT, Region.of("eu-west-1"))
            .withName("web"),
        TestScope.NOW,
        new SecurityGroup.Listed(
            Optional.of("vpc-1"),
            "web servers",
            rules,
            Facet.known("tags", Tags.of(Map.of("team", "shop")), Tags::toValue)),
        prefixLists,
        facets.of(
            "attachments", List.of(NetworkInterfaces.LIST), attachments, Attachments::toValue));
  }

  private Groups rule(
      String protocol, OptionalInt from, OptionalInt to, IngressRule.Source source) {
    rules.add(new IngressRule(protocol, from, to, source, Optional.empty()));
    return this;
  }
}
