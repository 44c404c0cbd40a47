package dev.hammer.app.takeover;

import dev.hammer.app.CommandFailure;
import dev.hammer.core.issue.IssueStore;
import dev.hammer.core.issue.StoreException;
import dev.hammer.stores.dynamodb.OldTables;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Takes the predecessor's issues over: proves its tables, counts what they hold, then stores what
 * the store does not know. Doing it again changes nothing.
 */
public final class Takeover implements AutoCloseable {
  private final List<Source> sources;
  private final OldTables tables;
  private final Target target;

  /**
   * Where the issues go.
   *
   * @param existing the store as it is, if there is one; nothing is created to find out
   * @param opened the store, created where that is allowed
   * @param adopting takes over what lies in tables of the store itself
   */
  public record Target(
      String uri,
      Supplier<Optional<IssueStore>> existing,
      Supplier<IssueStore> opened,
      Runnable adopting) {}

  /** Hears how far it is. */
  @FunctionalInterface
  public interface Listener {
    /** So many items of the table were read. */
    void read(String table, long items);
  }

  /**
   * Prepares it.
   *
   * @param sources in the order in which they are read
   * @param tables closed with this
   */
  public Takeover(List<Source> sources, OldTables tables, Target target) {
    this.sources = List.copyOf(sources);
    this.tables = tables;
    this.target = target;
  }

  /**
   * The tables that are there.
   *
   * @throws CommandFailure if one is not the predecessor's, or cannot be asked for, naming all of
   *     them; or if none is there
   */
  public List<Source> present() {
    List<StoreException> problems = new ArrayList<>(sharedTables());
    List<Source> present = new ArrayList<>();
    for (Source source : sources) {
      try {
        if (tables.isThere(source.shelf())) {
          present.add(source);
        }
      } catch (StoreException refused) {
        problems.add(refused);
      }
    }
    if (!problems.isEmpty()) {
      throw refused(problems);
    }
    if (present.isEmpty()) {
      throw new CommandFailure(
          CommandFailure.Kind.USAGE,
          "import.none",
          "There is no table of the predecessor, such as " + sources.getFirst().table(),
          "Correct the prefix, or name the region of the tables in aws.region");
    }
    return present;
  }

  /** A table can only be of one check. */
  private List<StoreException> sharedTables() {
    var checks = new TreeMap<String, List<String>>();
    sources.forEach(
        source ->
            checks.computeIfAbsent(source.table(), _ -> new ArrayList<>()).add(source.check()));
    return checks.entrySet().stream()
        .filter(entry -> entry.getValue().size() > 1)
        .map(
            entry ->
                new StoreException(
                    "The table "
                        + entry.getKey()
                        + " is used by several checks: "
                        + String.join(", ", entry.getValue()),
                    "Give each check its own table in ddb.table_name"))
        .toList();
  }

  /** Counts, and changes nothing. */
  public List<TableCount> count(List<Source> present, Listener listener) {
    Optional<IssueStore> existing = target.existing().get();
    return present.stream()
        .map(source -> new Pass(source, existing, false, listener).over(tables))
        .toList();
  }

  /** Takes over; answers what was done. */
  public List<TableCount> run(List<Source> present, Listener listener) {
    IssueStore store = target.opened().get();
    List<TableCount> done = new ArrayList<>();
    for (Source source : present) {
      if (source.way() == Source.Way.COPIED) {
        done.add(new Pass(source, Optional.of(store), true, listener).over(tables));
      }
    }
    if (present.stream().anyMatch(source -> source.way() == Source.Way.IN_PLACE)) {
      target.adopting().run();
    }
    return done;
  }

  /** Where the issues go, for people. */
  public String uri() {
    return target.uri();
  }

  @Override
  public void close() {
    tables.close();
  }

  /** All problems in one go, each once. */
  private static CommandFailure refused(List<StoreException> problems) {
    var remedies = new TreeMap<String, String>();
    problems.forEach(p -> remedies.putIfAbsent(p.remedy(), p.remedy()));
    boolean isAnswerMissing = problems.stream().allMatch(p -> p.getCause() != null);
    return new CommandFailure(
        isAnswerMissing ? CommandFailure.Kind.INCOMPLETE : CommandFailure.Kind.USAGE,
        "import.tables",
        "Cannot take the predecessor's tables over:\n"
            + String.join(
                "\n", problems.stream().map(p -> "  " + p.getMessage()).distinct().toList()),
        String.join("\n", remedies.keySet()));
  }
}
