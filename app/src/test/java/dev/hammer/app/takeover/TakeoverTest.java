package dev.hammer.app.takeover;

import static dev.hammer.testing.store.IssueBuilder.issue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hammer.app.CommandFailure;
import dev.hammer.app.TempStore;
import dev.hammer.core.check.Severity;
import dev.hammer.core.issue.EventKind;
import dev.hammer.core.issue.HistoryEntry;
import dev.hammer.core.issue.Issue;
import dev.hammer.core.issue.IssueQuery;
import dev.hammer.core.issue.Proof;
import dev.hammer.core.issue.Reporting;
import dev.hammer.core.issue.Status;
import dev.hammer.core.issue.StoreException;
import dev.hammer.core.scan.Slice;
import dev.hammer.core.value.Value;
import dev.hammer.stores.dynamodb.PredecessorItem;
import dev.hammer.stores.dynamodb.Shelf;
import dev.hammer.testing.store.IssueBuilder;
import dev.hammer.testing.store.SliceBuilder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TakeoverTest {
  private static final Slice QUEUES =
      SliceBuilder.slice("111111111111", "eu-west-1", "sqs_public_access");
  private static final String TODAYS = "https://sqs.eu-west-1.amazonaws.com/111111111111/jobs";
  private static final String OLD = "https://eu-west-1.queue.amazonaws.com/111111111111/jobs";
  private static final Instant REPORTED = IssueBuilder.FOUND.plusSeconds(60);

  @RegisterExtension private final TempStore temp = new TempStore();
  private final PretendTables tables = new PretendTables();

  @Test
  void issuesAreTakenOverWithTimesTicketAndPastAndAgainNothingIs() {
    Issue reported =
        issue("logs")
            .version(0)
            .reporting(
                new Reporting(
                    Optional.of(REPORTED),
                    Optional.empty(),
                    Value.fields().put("ticket", "SEC-42").put("owner", "lea").build()))
            .build();
    tables.item("old-acl", reported, List.of("logs"));
    tables.item(
        "old-acl",
        issue("www").version(0).status(Status.UNKNOWN).build(),
        List.of("www"),
        "status \"tempwhitelist\" is not known");

    assertThat(only(count(takeover())))
        .returns(2L, TableCount::items)
        .returns(2L, TableCount::taken)
        .returns(1L, TableCount::odd)
        .returns(1L, c -> c.of(Status.UNKNOWN));
    assertThat(all()).isEmpty();

    Takeover takeover = takeover();
    takeover.run(takeover.present(), (_, _) -> {});

    Issue stored = temp.stored(reported.key());
    assertThat(stored).isEqualTo(IssueBuilder.from(reported).version(1).build());
    assertThat(temp.store().history(reported.key()))
        .extracting(HistoryEntry::kind)
        .containsExactly(EventKind.FOUND, EventKind.REPORTED);
    assertThat(temp.store().history(reported.key()).getLast().text())
        .isEqualTo("reported as SEC-42");
    assertThat(temp.store().proof(reported.key()).map(Proof::evidence).orElseThrow().text("table"))
        .contains("old-acl");
    assertThat(temp.store().history(issue("www").build().key()).getFirst().text())
        .isEqualTo("taken over from the table old-acl; status \"tempwhitelist\" is not known");

    List<Issue> before = all();
    assertThat(only(count(takeover))).returns(0L, TableCount::taken).returns(2L, TableCount::there);
    assertThat(only(takeover.run(takeover.present(), (_, _) -> {}))).returns(0L, TableCount::taken);
    assertThat(all()).isEqualTo(before);
    assertThat(temp.store().history(reported.key())).hasSize(2);
  }

  @Test
  void ofTwoSpellingsInATableTheLiveOneStays() {
    tables.item("old-sqs", queue(OLD).status(Status.CLOSED).build(), List.of(TODAYS, OLD));
    tables.item("old-sqs", queue(TODAYS).build(), List.of(TODAYS, OLD));

    TableCount count = only(count(takeover()));
    Takeover takeover = takeover();
    assertThat(takeover.run(takeover.present(), (_, _) -> {})).containsExactly(count);

    assertThat(count).returns(1L, TableCount::taken).returns(1L, TableCount::doubles);
    assertThat(count.oddities().getFirst().why().getFirst()).contains(TODAYS);
    assertThat(all()).extracting(issue -> issue.key().issueId()).containsExactly(TODAYS);
  }

  @Test
  void whatTheStoreKnowsUnderAnotherSpellingIsNotDoubled() {
    temp.insert(queue(TODAYS).build());
    tables.item("old-sqs", queue(OLD).build(), List.of(TODAYS, OLD));

    assertThat(only(count(takeover())))
        .returns(0L, TableCount::taken)
        .returns(1L, TableCount::doubles);
  }

  @Test
  void anItemThatCannotBeReadStaysAndIsNamed() {
    tables.item(
        "old-acl",
        new PredecessorItem(
            "nobody/logs",
            Optional.empty(),
            List.of(),
            false,
            List.of("account_id makes no sense"),
            Value.Fields.NONE));

    assertThat(only(count(takeover())))
        .returns(1L, TableCount::unreadable)
        .returns(0L, TableCount::taken)
        .extracting(c -> c.oddities().getFirst().key())
        .isEqualTo("nobody/logs");
  }

  @Test
  void moreThanIsHeldAtATimeIsTakenOver() {
    for (int i = 0; i < 450; i++) {
      tables.item("old-acl", issue("bucket-" + i).build(), List.of("bucket-" + i));
    }
    Takeover takeover = takeover();

    assertThat(only(takeover.run(takeover.present(), (_, _) -> {})))
        .returns(450L, TableCount::taken);
    assertThat(all()).hasSize(450);
  }

  @Test
  void allForeignTablesAreNamedInOneGo() {
    tables
        .refusing("old-acl", new StoreException("The table old-acl is of another shape", "a"))
        .refusing("old-sqs", new StoreException("The table old-sqs is of another shape", "a"));

    assertThatExceptionOfType(CommandFailure.class)
        .isThrownBy(() -> takeover().present())
        .withMessageContaining("old-acl")
        .withMessageContaining("old-sqs")
        .returns(CommandFailure.Kind.USAGE, CommandFailure::kind);
  }

  @Test
  void tablesThatCannotBeAskedForAreAnotherEnd() {
    tables.refusing(
        "old-acl",
        new StoreException("denied", "Allow dynamodb:DescribeTable", new IllegalStateException()));

    assertThatExceptionOfType(CommandFailure.class)
        .isThrownBy(() -> takeover().present())
        .returns(CommandFailure.Kind.INCOMPLETE, CommandFailure::kind)
        .returns("Allow dynamodb:DescribeTable", CommandFailure::remedy);
  }

  @Test
  void aTableOfTwoChecksIsRefused() {
    tables.table("old-acl");
    Takeover takeover =
        takeover(List.of(source("s3_bucket_acl", "old-acl"), source("s3_encryption", "old-acl")));

    assertThatExceptionOfType(CommandFailure.class)
        .isThrownBy(takeover::present)
        .withMessageContaining("old-acl is used by several checks: s3_bucket_acl, s3_encryption");
  }

  @Test
  void whereNothingIsThatIsSaid() {
    assertThatExceptionOfType(CommandFailure.class)
        .isThrownBy(() -> takeover().present())
        .withMessageContaining("old-acl");
  }

  @Test
  void theStoresOwnTablesAreTakenOverInPlaceAndThoseOfMissingChecksStay() {
    List<Source> sources =
        Sources.of("old-", List.of(shelf("s3_bucket_acl", "old-acl")), Set.of("old-acl"), "old-");

    assertThat(sources).filteredOn(s -> s.way() == Source.Way.IN_PLACE).hasSize(1);
    assertThat(sources).filteredOn(s -> s.way() == Source.Way.COPIED).isEmpty();
    assertThat(Sources.of("old-", List.of(), Set.of(), "new-"))
        .extracting(Source::way)
        .containsOnly(Source.Way.COPIED);
  }

  private Takeover takeover() {
    return takeover(
        List.of(source("s3_bucket_acl", "old-acl"), source("sqs_public_access", "old-sqs")));
  }

  private Takeover takeover(List<Source> sources) {
    return new Takeover(
        sources,
        tables,
        new Takeover.Target("sqlite:any", () -> Optional.of(temp.store()), temp::store, () -> {}));
  }

  private static List<TableCount> count(Takeover takeover) {
    return takeover.count(takeover.present(), (_, _) -> {});
  }

  private static TableCount only(List<TableCount> counts) {
    assertThat(counts).hasSize(1);
    return counts.getFirst();
  }

  private List<Issue> all() {
    List<Issue> all = new ArrayList<>();
    temp.store().query(IssueQuery.ALL, all::add);
    return all;
  }

  private static IssueBuilder queue(String id) {
    return issue(id).in(QUEUES);
  }

  private static Source source(String check, String table) {
    return new Source(shelf(check, table), Source.Way.COPIED);
  }

  private static Shelf shelf(String check, String table) {
    String type = check.startsWith("sqs") ? "AWS::SQS::Queue" : "AWS::S3::Bucket";
    return new Shelf(check, table, "Title", Severity.HIGH, type, false);
  }
}
