package dev.hammer.testing.stub;

import static java.util.Comparator.comparingLong;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Every call the stub answered, in the order in which they began. */
public final class CallLog {
  private final Queue<Call> calls = new ConcurrentLinkedQueue<>();

  CallLog() {}

  void add(Call call) {
    calls.add(call);
  }

  void clear() {
    calls.clear();
  }

  public List<Call> all() {
    return calls.stream().sorted(comparingLong(Call::startedNanos)).toList();
  }

  public List<Call> matching(CallPattern pattern) {
    return all().stream().filter(call -> pattern.matches(call.target())).toList();
  }

  public int size() {
    return calls.size();
  }

  /** How often the operation was asked for, retries and further pages included. */
  public int count(String service, String operation) {
    return matching(CallPattern.of(service, operation)).size();
  }

  /** Number of calls by {@code service:operation}. */
  public Map<String, Long> countsByOperation() {
    return calls.stream().collect(groupingBy(CallLog::name, TreeMap::new, counting()));
  }

  /** The operations of which more than the first page was asked for. */
  public SortedSet<String> pagedOperations() {
    var paged = new TreeSet<String>();
    calls.stream().filter(call -> call.page() > 1).map(CallLog::name).forEach(paged::add);
    return paged;
  }

  /** How many calls broke an enforced rate, by seconds since the first call of all. */
  public SortedMap<Long, Long> throttledBySecond() {
    long first = calls.stream().mapToLong(Call::startedNanos).min().orElse(0);
    return calls.stream()
        .filter(Call::throttled)
        .collect(
            groupingBy(
                call -> Duration.ofNanos(call.startedNanos() - first).toSeconds(),
                TreeMap::new,
                counting()));
  }

  public Duration summedLatency() {
    return calls.stream().map(Call::latency).reduce(Duration.ZERO, Duration::plus);
  }

  /** From the beginning of the first call to the end of the last. */
  public Duration span() {
    long first = calls.stream().mapToLong(Call::startedNanos).min().orElse(0);
    long last = calls.stream().mapToLong(Call::endedNanos).max().orElse(0);
    return Duration.ofNanos(last - first);
  }

  /** The largest number of calls that were under way at the same time. */
  public int mostInFlight() {
    record Edge(long nanos, int change) {}
    var edges = new ArrayList<Edge>();
    for (Call call : calls) {
      edges.add(new Edge(call.startedNanos(), 1));
      edges.add(new Edge(call.endedNanos(), -1));
    }
    edges.sort(comparingLong(Edge::nanos).thenComparingInt(Edge::change));
    int inFlight = 0;
    int most = 0;
    for (Edge edge : edges) {
      inFlight += edge.change();
      most = Math.max(most, inFlight);
    }
    return most;
  }

  /** The whole log with its sums, for benches that run the stub as a process. */
  public String json() {
    String counts =
        countsByOperation().entrySet().stream()
            .map(count -> JsonText.quote(count.getKey()) + ":" + count.getValue())
            .collect(joining(",", "{", "}"));
    String each = all().stream().map(Call::json).collect(joining(",\n", "[\n", "\n]"));
    return "{\"count\":%d,\"spanMillis\":%d,\"summedLatencyMillis\":%d,\"mostInFlight\":%d,\"throttled\":%d,\n\"operations\":%s,\n\"calls\":%s}\n"
        .formatted(
            size(),
            span().toMillis(),
            summedLatency().toMillis(),
            mostInFlight(),
            calls.stream().filter(Call::throttled).count(),
            counts,
            each);
  }

  private static String name(Call call) {
    return call.service() + ":" + call.operation();
  }
}
