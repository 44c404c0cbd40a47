package dev.hammer.checks.ec2;

import dev.hammer.core.reading.Facet;
import dev.hammer.core.reading.Snapshot;
import dev.hammer.core.resource.ResourceRef;
import dev.hammer.core.resource.Tags;
import dev.hammer.core.value.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A security group, its ingress rules, and what carries it. */
public final class SecurityGroup implements Snapshot {
  static final String RESOURCE_TYPE = "AWS::EC2::SecurityGroup";

  private final ResourceRef ref;
  private final Instant readAt;
  private final Listed listed;
  private final SortedMap<String, Facet<PrefixList>> prefixLists;
  private final Facet<Attachments> attachments;

  /**
   * What the listing brings.
   *
   * @param vpcId absent for EC2-Classic
   * @param rules all ingress rules, one per source, sorted
   */
  record Listed(
      Optional<String> vpcId, String description, List<IngressRule> rules, Facet<Tags> tags) {
    Listed {
      rules = rules.stream().sorted().toList();
    }
  }

  /**
   * Puts a group together.
   *
   * @param prefixLists by id, every list that a rule names
   */
  SecurityGroup(
      ResourceRef ref,
      Instant readAt,
      Listed listed,
      SortedMap<String, Facet<PrefixList>> prefixLists,
      Facet<Attachments> attachments) {
    this.ref = ref;
    this.readAt = readAt;
    this.listed = listed;
    this.prefixLists = Collections.unmodifiableSortedMap(new TreeMap<>(prefixLists));
    this.attachments = attachments;
  }

  @Override
  public ResourceRef ref() {
    return ref;
  }

  @Override
  public Instant readAt() {
    return readAt;
  }

  Optional<String> vpcId() {
    return listed.vpcId();
  }

  /** All ingress rules, sorted. */
  List<IngressRule> rules() {
    return listed.rules();
  }

  /** The addresses of a list that one of the rules names. */
  Facet<PrefixList> prefixList(String id) {
    return Optional.ofNullable(prefixLists.get(id))
        .orElseThrow(() -> new IllegalArgumentException("no rule of " + ref.id() + " names " + id));
  }

  /** The network interfaces that carry the group. */
  Facet<Attachments> attachments() {
    return attachments;
  }

  @Override
  public Facet<Tags> tags() {
    return listed.tags();
  }

  @Override
  public Value.Fields listed() {
    return Value.fields()
        .put("name", Value.text(ref.name()))
        .put("vpc_id", Value.text(vpcId()))
        .put("description", listed.description())
        .put("rules", Value.items(rules().stream().map(IngressRule::toValue).toList()))
        .build();
  }

  @Override
  public List<Facet<?>> facets() {
    List<Facet<?>> facets = new ArrayList<>(prefixLists.values());
    facets.add(attachments);
    facets.add(tags());
    return facets;
  }
}
