package dev.hammer.app.permissions;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * One statement of a policy: actions of one service, allowed on the same resources.
 *
 * @param resources ARNs, with blanks for partition and account
 */
public record Grant(String service, List<String> actions, List<String> resources) {
  public Grant {
    actions = List.copyOf(actions);
    resources = List.copyOf(resources);
  }

  /** Statements for actions, sorted by service; what needs {@code *} comes last in each. */
  static List<Grant> of(Collection<String> actions) {
    SortedMap<String, SortedSet<String>> groups = new TreeMap<>();
    actions.forEach(
        action ->
            groups
                .computeIfAbsent(
                    serviceOf(action) + " " + String.join(" ", Reach.of(action)),
                    _ -> new TreeSet<>())
                .add(action));
    return groups.values().stream()
        .map(
            group ->
                new Grant(serviceOf(group.first()), List.copyOf(group), Reach.of(group.first())))
        .toList();
  }

  /** Permission to enter roles. */
  static Grant entering(Collection<String> roleArns) {
    return new Grant(
        serviceOf(Need.ASSUME_ROLE.action()),
        List.of(Need.ASSUME_ROLE.action()),
        roleArns.stream().distinct().sorted().toList());
  }

  /** The same in two halves, for a policy that would be too long; itself if it is the least. */
  Stream<Grant> halves() {
    if (resources.size() > 1) {
      int half = resources.size() / 2;
      return Stream.of(
          new Grant(service, actions, resources.subList(0, half)),
          new Grant(service, actions, resources.subList(half, resources.size())));
    }
    if (actions.size() > 1) {
      int half = actions.size() / 2;
      return Stream.of(
          new Grant(service, actions.subList(0, half), resources),
          new Grant(service, actions.subList(half, actions.size()), resources));
    }
    return Stream.of(this);
  }

  /** A name for the statement: letters and digits only, as IAM wants it. */
  String sid() {
    boolean anything = resources.contains("*");
    String verb = service.equals("sts") ? "Enter" : anything ? "List" : "Read";
    return verb + service.substring(0, 1).toUpperCase(Locale.ROOT) + service.substring(1);
  }

  private static String serviceOf(String action) {
    return action.substring(0, action.indexOf(':'));
  }
}
