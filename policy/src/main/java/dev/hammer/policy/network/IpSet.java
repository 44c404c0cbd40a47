package dev.hammer.policy.network;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** A set of addresses of both families, kept as sorted ranges that neither overlap nor touch. */
public final class IpSet {

  private static final IpSet EMPTY = new IpSet(List.of());

  private final List<IpRange> ranges;

  private IpSet(List<IpRange> merged) {
    this.ranges = List.copyOf(merged);
  }

  /** The union of the ranges. */
  public static IpSet of(Collection<IpRange> ranges) {
    List<IpRange> merged = new ArrayList<>();
    for (IpRange range : ranges.stream().sorted().toList()) {
      if (!merged.isEmpty() && joins(merged.getLast(), range)) {
        IpRange before = merged.removeLast();
        merged.add(new IpRange(before.family(), before.first(), before.last().max(range.last())));
      } else {
        merged.add(range);
      }
    }
    return merged.isEmpty() ? EMPTY : new IpSet(merged);
  }

  static IpSet ofBlocks(String... cidrs) {
    return of(List.of(cidrs).stream().map(IpRange::of).toList());
  }

  private static boolean joins(IpRange before, IpRange after) {
    return before.family() == after.family()
        && after.first().compareTo(before.last().add(BigInteger.ONE)) <= 0;
  }

  /** The ranges, sorted: IPv4 first, then by address. */
  public List<IpRange> ranges() {
    return ranges;
  }

  public boolean isEmpty() {
    return ranges.isEmpty();
  }

  /** Whether every address of the range is in the set. */
  public boolean contains(IpRange range) {
    return ranges.stream().anyMatch(own -> own.contains(range));
  }

  /** How many addresses of the family are in the set. */
  public BigInteger size(IpFamily family) {
    return ranges.stream()
        .filter(range -> range.family() == family)
        .map(IpRange::size)
        .reduce(BigInteger.ZERO, BigInteger::add);
  }

  /** What both sets have, by one walk along the two sorted lists. */
  public IpSet intersect(IpSet other) {
    List<IpRange> common = new ArrayList<>();
    int left = 0;
    int right = 0;
    while (left < ranges.size() && right < other.ranges.size()) {
      IpRange mine = ranges.get(left);
      IpRange theirs = other.ranges.get(right);
      if (mine.family() == theirs.family()) {
        BigInteger first = mine.first().max(theirs.first());
        BigInteger last = mine.last().min(theirs.last());
        if (first.compareTo(last) <= 0) {
          common.add(new IpRange(mine.family(), first, last));
        }
      }
      if (endsFirst(mine, theirs)) {
        left++;
      } else {
        right++;
      }
    }
    return new IpSet(common);
  }

  private static boolean endsFirst(IpRange one, IpRange other) {
    int byFamily = one.family().compareTo(other.family());
    return byFamily != 0 ? byFamily < 0 : one.last().compareTo(other.last()) <= 0;
  }

  /** What this set has and the other has not. */
  public IpSet minus(IpSet other) {
    return intersect(other.complement());
  }

  /** Every address of both families that is not in the set. */
  public IpSet complement() {
    List<IpRange> gaps = new ArrayList<>();
    for (IpFamily family : IpFamily.values()) {
      BigInteger next = BigInteger.ZERO;
      for (IpRange range : ranges) {
        if (range.family() == family) {
          addGap(gaps, family, next, range.first());
          next = range.last().add(BigInteger.ONE);
        }
      }
      addGap(gaps, family, next, family.last().add(BigInteger.ONE));
    }
    return new IpSet(gaps);
  }

  private static void addGap(List<IpRange> gaps, IpFamily family, BigInteger from, BigInteger end) {
    if (from.compareTo(end) < 0) {
      gaps.add(new IpRange(family, from, end.subtract(BigInteger.ONE)));
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof IpSet set && ranges.equals(set.ranges);
  }

  @Override
  public int hashCode() {
    return ranges.hashCode();
  }

  @Override
  public String toString() {
    return ranges.toString();
  }
}
