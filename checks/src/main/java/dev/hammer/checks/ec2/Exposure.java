package dev.hammer.checks.ec2;

import dev.hammer.core.value.Value;
import dev.hammer.policy.network.AddressSpace;
import dev.hammer.policy.network.Reach;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a group opens on restricted ports, judged together: two halves of the address space on the
 * same port are the whole.
 *
 * @param rules what is opened with the reach it counts for, sorted
 */
record Exposure(List<Graded> rules) {
  private static final Comparator<Graded> AS_THE_PREDECESSOR =
      Comparator.comparing((Graded it) -> it.opening().rule())
          .thenComparing(it -> it.opening().cidr())
          .thenComparing(Graded::reach)
          .thenComparing(it -> it.opening().source());

  private static final int SHOWN = 3;

  /** A door is a port of one protocol. */
  private record Door(String protocol, int port) {}

  /**
   * An opening and how much of the internet gets in.
   *
   * @param reach of all blocks of its kind at the same door, narrow ones apart from those that are
   *     the world: a partner beside the world stays a partner, a world in pieces is the world
   */
  record Graded(Opening opening, Reach reach) {}

  Exposure {
    rules = rules.stream().sorted(AS_THE_PREDECESSOR).toList();
  }

  static Exposure of(Collection<Opening> openings) {
    Map<Opening, Reach> reaches = new LinkedHashMap<>();
    openings.forEach(it -> reaches.merge(it, AddressSpace.classify(it.range()), Reach::or));
    Map<Boolean, List<Opening>> byWorld =
        reaches.keySet().stream()
            .collect(Collectors.partitioningBy(it -> AddressSpace.classify(it.range()).isWorld()));
    for (List<Opening> alike : byWorld.values()) {
      for (List<Opening> together : doors(alike)) {
        Reach union = AddressSpace.classify(together.stream().map(Opening::range).toList());
        together.forEach(it -> reaches.merge(it, union, Reach::or));
      }
    }
    List<Graded> graded = new ArrayList<>();
    reaches.forEach((opening, reach) -> graded.add(new Graded(opening, reach)));
    return new Exposure(graded);
  }

  /** The most that one of the rules lets in. */
  Reach worst() {
    return rules.stream().map(Graded::reach).reduce(Reach.PRIVATE, Reach::or);
  }

  /** The widest opening in one line, such as {@code tcp 22 open to 0.0.0.0/0, ::/0}. */
  String summary() {
    Reach worst = worst();
    String door =
        rules.stream()
            .filter(it -> it.reach() == worst)
            .map(it -> it.opening().door())
            .findFirst()
            .orElseThrow();
    List<String> sources =
        rules.stream()
            .filter(it -> it.reach() == worst && it.opening().door().equals(door))
            .map(it -> it.opening().source())
            .toList();
    int others = rules.size() - sources.size();
    return door
        + " open to "
        + String.join(", ", sources.subList(0, Math.min(SHOWN, sources.size())))
        + (sources.size() > SHOWN ? " and " + (sources.size() - SHOWN) + " more" : "")
        + (others > 0 ? "; " + others + (others == 1 ? " other rule" : " other rules") : "");
  }

  Value toValue() {
    return Value.items(rules.stream().map(it -> it.opening().toValue(it.reach())).toList());
  }

  /** The openings that share a door, each combination once. */
  private static Set<List<Opening>> doors(List<Opening> openings) {
    Map<Door, List<Opening>> doors = new LinkedHashMap<>();
    List<String> protocols = openings.stream().map(Opening::protocol).distinct().toList();
    for (String protocol : protocols) {
      for (Opening opening : openings) {
        if (opening.opensEveryProtocol() || opening.protocol().equals(protocol)) {
          opening
              .restricted()
              .forEach(
                  port ->
                      doors
                          .computeIfAbsent(new Door(protocol, port), _ -> new ArrayList<>())
                          .add(opening));
        }
      }
    }
    return new HashSet<>(doors.values());
  }
}
