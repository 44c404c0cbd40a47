package dev.hammer.app.permissions;

import dev.hammer.core.check.CheckInfo;
import dev.hammer.core.reading.ApiCall;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * An action that scans need, and what for.
 *
 * @param calls the calls it allows
 * @param decides ids of the checks whose verdict is unknown without it
 * @param grades ids of the checks that only say less without it
 * @param plans whether a scan cannot be planned without it
 */
public record Need(
    String action,
    SortedSet<ApiCall> calls,
    SortedSet<String> decides,
    SortedSet<String> grades,
    boolean plans) {

  /** How the enabled regions of an account become known. */
  public static final ApiCall DESCRIBE_REGIONS = ApiCall.of("ec2", "DescribeRegions");

  /** How a member account is entered. */
  public static final ApiCall ASSUME_ROLE = ApiCall.of("sts", "AssumeRole");

  public Need {
    calls = Collections.unmodifiableSortedSet(new TreeSet<>(calls));
    decides = Collections.unmodifiableSortedSet(new TreeSet<>(decides));
    grades = Collections.unmodifiableSortedSet(new TreeSet<>(grades));
  }

  /**
   * Everything that reading for these checks needs inside an account, sorted by action.
   *
   * @param asksForRegions whether the regions to look at are those that are enabled
   */
  public static List<Need> of(Collection<CheckInfo> checks, boolean asksForRegions) {
    SortedMap<String, SortedSet<ApiCall>> actions = new TreeMap<>();
    if (asksForRegions) {
      actions
          .computeIfAbsent(DESCRIBE_REGIONS.action(), _ -> new TreeSet<>())
          .add(DESCRIBE_REGIONS);
    }
    checks.stream()
        .flatMap(check -> check.calls().stream())
        .forEach(call -> actions.computeIfAbsent(call.action(), _ -> new TreeSet<>()).add(call));
    return actions.entrySet().stream()
        .map(entry -> need(entry.getKey(), entry.getValue(), checks, asksForRegions))
        .toList();
  }

  /** The resources it must be allowed on: ARNs with blanks for partition and account, or a star. */
  public List<String> resources() {
    return Reach.of(action);
  }

  private static Need need(
      String action,
      SortedSet<ApiCall> calls,
      Collection<CheckInfo> checks,
      boolean asksForRegions) {
    Set<String> decides = ids(checks, check -> allows(action, check.decides()));
    Set<String> grades =
        ids(checks, check -> allows(action, check.explains()) && !decides.contains(check.id()));
    boolean plans = asksForRegions && action.equals(DESCRIBE_REGIONS.action());
    return new Need(action, calls, new TreeSet<>(decides), new TreeSet<>(grades), plans);
  }

  private static boolean allows(String action, List<ApiCall> calls) {
    return calls.stream().anyMatch(call -> call.action().equals(action));
  }

  private static Set<String> ids(Collection<CheckInfo> checks, Predicate<CheckInfo> concerned) {
    return checks.stream().filter(concerned).map(CheckInfo::id).collect(Collectors.toSet());
  }
}
