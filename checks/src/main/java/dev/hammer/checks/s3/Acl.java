package dev.hammer.checks.s3;

import dev.hammer.core.value.Value;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Who may do what with a bucket by its access control list. */
public record Acl(List<Grant> grants) {
  private static final Comparator<Grant> ORDER =
      Comparator.comparing(Grant::grantee).thenComparing(Grant::permission);

  public Acl {
    grants = grants.stream().distinct().sorted(ORDER).toList();
  }

  /**
   * One permission of one grantee.
   *
   * @param grantee URI of a group, or canonical id of an account
   */
  public record Grant(String grantee, String permission) {
    /** The group, if it is one that strangers belong to. */
    Optional<PublicGroup> publicGroup() {
      return PublicGroup.of(grantee);
    }

    Value toValue() {
      return Value.fields().put("grantee", grantee).put("permission", permission).build();
    }
  }

  /**
   * What strangers may do, each group's permissions sorted. Grants to log delivery and to named
   * accounts are none of that.
   */
  SortedMap<PublicGroup, List<String>> publicGrants() {
    SortedMap<PublicGroup, TreeSet<String>> found = new TreeMap<>();
    for (Grant grant : grants) {
      grant
          .publicGroup()
          .ifPresent(
              group -> found.computeIfAbsent(group, _ -> new TreeSet<>()).add(grant.permission()));
    }
    SortedMap<PublicGroup, List<String>> sorted = new TreeMap<>();
    found.forEach((group, permissions) -> sorted.put(group, List.copyOf(permissions)));
    return sorted;
  }

  Value toValue() {
    return Value.items(grants.stream().map(Grant::toValue).toList());
  }
}
