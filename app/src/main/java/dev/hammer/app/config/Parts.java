package dev.hammer.app.config;

import java.util.List;
import java.util.Optional;

/**
 * The members of an object in a list, read one by one; none but the known ones may be there.
 *
 * @param what what the object is called, such as "a rule"
 * @param known the names it may have
 */
record Parts(Node.Fields fields, String what, List<String> known, String key, Problems problems) {
  /** The value of a member; absent if it is not there, or wrong, which the problems say. */
  <T> Optional<T> read(String name, Kind<T> kind) {
    return fields.find(name).flatMap(m -> kind.read(m.node(), pathOf(name), problems));
  }

  /** The value of a member that must be there. */
  <T> Optional<T> need(String name, Kind<T> kind, String remedy) {
    if (fields.find(name).isEmpty()) {
      problems.error(fields.at(), key, key + " has no " + name, remedy);
    }
    return read(name, kind);
  }

  /** Whether a member that is there could be read. */
  boolean isRead(String name, Optional<?> value) {
    return value.isPresent() || fields.find(name).isEmpty();
  }

  /** Names members that are not known; whether there are none. */
  boolean refuseUnknown() {
    List<Node.Member> unknown =
        fields.members().stream().filter(member -> !known.contains(member.name())).toList();
    unknown.forEach(
        member ->
            problems.error(
                member.at(),
                pathOf(member.name()),
                "unknown key " + key + "." + Shown.visible(member.name()),
                NearMiss.of(member.name(), known)
                    .map(near -> "did you mean " + near + "?")
                    .orElse(what + " has " + String.join(", ", known))));
    return unknown.isEmpty();
  }

  private String pathOf(String name) {
    return key + "." + name;
  }
}
