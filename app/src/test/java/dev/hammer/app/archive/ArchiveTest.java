package dev.hammer.app.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hammer.app.CommandFailure;
import dev.hammer.core.issue.Issue;
import dev.hammer.core.issue.IssueQuery;
import dev.hammer.core.issue.Reporting;
import dev.hammer.core.issue.Status;
import dev.hammer.core.issue.Store;
import dev.hammer.core.scan.Scan;
import dev.hammer.core.value.Value;
import dev.hammer.core.whitelist.WhitelistEntry;
import dev.hammer.core.whitelist.WhitelistScope;
import dev.hammer.stores.sqlite.SqliteStore;
import dev.hammer.testing.TestClock;
import dev.hammer.testing.store.Changes;
import dev.hammer.testing.store.HostileText;
import dev.hammer.testing.store.IssueBuilder;
import dev.hammer.testing.store.SliceBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123456789Z");

  @TempDir private Path folder;
  private final TestClock clock = TestClock.at("2026-11-24T08:00:00Z");
  private final List<Store> opened = new ArrayList<>();
  private Path file = Path.of("");

  @BeforeEach
  void name() {
    file = folder.resolve("store.jsonl");
  }

  @AfterEach
  void close() {
    opened.forEach(Store::close);
  }

  @Test
  void allOfAStoreComesBackAsItWas() throws IOException {
    Store from = full();
    Contents written = export(from);
    Store to = store("other.db");

    Importing.Outcome outcome = new Importing(to).run(file);

    assertThat(outcome).isEqualTo(new Importing.Outcome(written, written, 0));
    assertThat(lines(to)).isEqualTo(lines(from));
    assertThat(issues(to)).isEqualTo(issues(from)).hasSizeGreaterThan(HostileText.all().size());
    for (Issue issue : issues(from)) {
      assertThat(to.history(issue.key())).isEqualTo(from.history(issue.key()));
      assertThat(to.proof(issue.key())).isEqualTo(from.proof(issue.key()));
    }
    assertThat(to.slices()).isEqualTo(from.slices());
    assertThat(to.scans(99)).isEqualTo(from.scans(99));
    assertThat(to.entries()).isEqualTo(from.entries());
  }

  @Test
  void anImportThatIsRunAgainDoublesNothingAndOverwritesNothing() throws IOException {
    Store from = full();
    Contents written = export(from);
    Store to = store("other.db");
    var _ = new Importing(to).run(file);
    Issue issue = issues(to).getFirst();
    Issue changed = IssueBuilder.after(issue).summary("later").build();
    var _ = to.apply(Optional.empty(), List.of(Changes.change(issue, changed)));

    Importing.Outcome outcome = new Importing(to).run(file);

    assertThat(outcome.stored().issues()).isZero();
    assertThat(outcome.kept()).isEqualTo(written.issues() + written.scans() + written.whitelist());
    assertThat(to.issues(List.of(issue.key()))).containsExactly(changed);
    assertThat(to.history(issue.key())).hasSize(from.history(issue.key()).size() + 1);
  }

  @Test
  void aFileThatIsNoWholeArchiveIsRefusedBeforeAnythingIsStored() throws IOException {
    export(full());
    List<String> lines = Files.readAllLines(file);
    List<String> damaged = new ArrayList<>(lines);
    damaged.set(3, "{\"type\":\"issue\"}");
    List<String> missing = new ArrayList<>(lines);
    missing.remove(3);
    for (List<String> wrong :
        List.of(
            List.<String>of(),
            lines.subList(0, lines.size() - 1),
            lines.subList(1, lines.size()),
            damaged,
            missing,
            List.of("{\"type\":\"store\",\"schema\":\"hammer/store/9\"}", lines.getLast()),
            List.of("no json"),
            List.of("[]"),
            concat(lines, lines.get(1)))) {
      Files.write(file, wrong);
      Store to = store("fresh-" + opened.size() + ".db");
      assertThatThrownBy(() -> new Importing(to).run(file))
          .isInstanceOfSatisfying(
              CommandFailure.class,
              failure -> assertThat(failure.kind()).isEqualTo(CommandFailure.Kind.USAGE));
      assertThat(issues(to)).isEmpty();
      assertThat(to.scans(9)).isEmpty();
      assertThat(to.entries()).isEmpty();
    }
    Files.write(file, "{\"type\":\"\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> new Importing(store("latin.db")).run(file))
        .isInstanceOf(CommandFailure.class)
        .hasMessageContaining("UTF-8");
    assertThatThrownBy(() -> new Importing(store("none.db")).run(folder.resolve("none")))
        .isInstanceOf(CommandFailure.class);
  }

  @Test
  void aSoundStoreIsCountedAndADamagedRowIsNamed() {
    Checkup checkup = Checkup.of(full());

    assertThat(checkup.isSound()).isTrue();
    assertThat(checkup.contents().slices()).isEqualTo(2);
    assertThat(checkup.contents().scans()).isEqualTo(2);
    assertThat(checkup.contents().issues()).isEqualTo(checkup.contents().proofs());
  }

  private Store full() {
    Store store = store("hammer.db");
    for (String text : HostileText.all()) {
      Issue issue =
          IssueBuilder.issue("id " + text)
              .tags(Map.of("k" + text, text))
              .summary(text)
              .resource(r -> r.withName(text).withAliases(List.of("alias " + text)))
              .build();
      var _ = store.apply(Optional.empty(), List.of(Changes.born(issue)));
    }
    Issue old = IssueBuilder.issue("old").build();
    Issue resolved = IssueBuilder.after(old).resolved(NOON).build();
    var _ = store.apply(Optional.empty(), List.of(Changes.born(old)));
    var _ = store.apply(Optional.empty(), List.of(Changes.change(old, resolved)));
    Reporting reported =
        new Reporting(
            Optional.of(NOON),
            Optional.of(NOON.plusNanos(1)),
            Value.fields().put("key", "SEC-1").build());
    var _ = store.report(resolved, Status.CLOSED, reported, Changes.entry(resolved, "closed"));
    Scan scan =
        new Scan(
            "s-1",
            NOON,
            Optional.empty(),
            Scan.Outcome.RUNNING,
            true,
            "hash",
            "arn",
            Value.fields().put("n", 1).build());
    store.begin(scan, List.of(SliceBuilder.planned(SliceBuilder.slice("111111111111", "*", "x"))));
    store.end(
        new Scan(
            "s-2",
            NOON.plusSeconds(1),
            Optional.of(NOON.plusSeconds(2)),
            Scan.Outcome.INCOMPLETE,
            false,
            "hash",
            "arn",
            Value.Fields.NONE));
    store.record(SliceBuilder.look(NOON).denied("a", "b").build());
    store.add(
        new WhitelistEntry(
            "w-1",
            WhitelistScope.of("*", "*", "logs-*"),
            "reason \u202e",
            "lea",
            Optional.empty(),
            NOON,
            Optional.of(NOON.plusSeconds(9)),
            WhitelistEntry.STORE));
    return store;
  }

  private Store store(String name) {
    Store store = SqliteStore.open(folder.resolve(name), clock);
    opened.add(store);
    return store;
  }

  private Contents export(Store store) throws IOException {
    List<String> lines = new ArrayList<>();
    Contents contents = new Exporting(store, clock, lines::add).run();
    Files.write(file, lines);
    return contents;
  }

  private List<String> lines(Store store) {
    List<String> lines = new ArrayList<>();
    var _ = new Exporting(store, clock, lines::add).run();
    return lines;
  }

  private static List<Issue> issues(Store store) {
    List<Issue> issues = new ArrayList<>();
    store.query(IssueQuery.ALL, issues::add);
    return issues;
  }

  private static List<String> concat(List<String> lines, String more) {
    List<String> all = new ArrayList<>(lines);
    all.add(more);
    return all;
  }
}
