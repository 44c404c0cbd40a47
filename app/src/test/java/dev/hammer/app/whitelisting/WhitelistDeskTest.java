package dev.hammer.app.whitelisting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hammer.app.CommandFailure;
import dev.hammer.app.Interposed;
import dev.hammer.app.TempStore;
import dev.hammer.core.issue.EventKind;
import dev.hammer.core.issue.HistoryEntry;
import dev.hammer.core.issue.Issue;
import dev.hammer.core.issue.Status;
import dev.hammer.core.issue.Store;
import dev.hammer.core.issue.StoreException;
import dev.hammer.core.whitelist.Whitelist;
import dev.hammer.core.whitelist.WhitelistEntry;
import dev.hammer.core.whitelist.WhitelistScope;
import dev.hammer.testing.store.Changes;
import dev.hammer.testing.store.IssueBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class WhitelistDeskTest {
  private static final Duration MONTH = Duration.ofDays(30);

  @RegisterExtension private final TempStore temp = new TempStore();

  @Test
  void addedEntryAcceptsItsIssuesAtOnceAndNoOthers() {
    Issue logs = temp.insert(IssueBuilder.issue("logs").build());
    Issue exports = temp.insert(IssueBuilder.issue("exports").build());
    Issue encryption = temp.insert(IssueBuilder.issue("logs").check("s3_encryption").build());
    Issue elsewhere = temp.insert(IssueBuilder.issue("logs").account("222222222222").build());

    List<Issue> changed = desk().add(List.of(entry("w-00000001", "logs")), "lea");

    assertThat(changed).extracting(Issue::key).containsExactly(logs.key());
    assertThat(temp.stored(logs.key()))
        .returns(Status.WHITELISTED, Issue::status)
        .returns(Optional.of("w-00000001"), Issue::whitelistId)
        .returns(EventKind.WHITELISTED, Issue::event);
    assertThat(List.of(exports, encryption, elsewhere))
        .allMatch(issue -> temp.stored(issue.key()).equals(issue));
    assertThat(temp.store().history(logs.key()).getLast())
        .returns("lea", HistoryEntry::actor)
        .returns(Optional.empty(), HistoryEntry::scanId)
        .returns("accepted by w-00000001 (max): public data", HistoryEntry::text);
  }

  @Test
  void entryForEveryCheckAndAPatternCoversAllItMatches() {
    temp.insert(IssueBuilder.issue("logs-a").build());
    temp.insert(IssueBuilder.issue("logs-b").check("s3_encryption").build());
    temp.insert(IssueBuilder.issue("other").build());
    temp.insert(IssueBuilder.issue("logs-c").resolved(IssueBuilder.FOUND).build());

    assertThat(
            desk().covered(entry("w-00000001", "*", "logs-*", Optional.empty()).scope()).surely())
        .extracting(issue -> issue.resource().id())
        .containsExactly("logs-a", "logs-b");
  }

  @Test
  void endedEntryGivesItsIssuesBackAtOnce() {
    Issue logs = temp.insert(IssueBuilder.issue("logs").build());
    desk().add(List.of(entry("w-00000001", "logs")), "lea");

    List<Issue> changed = desk().end("w-00000001", "max");

    assertThat(changed).extracting(Issue::status).containsExactly(Status.OPEN);
    assertThat(temp.stored(logs.key()))
        .returns(Status.OPEN, Issue::status)
        .returns(Optional.empty(), Issue::whitelistId)
        .returns(EventKind.UNWHITELISTED, Issue::event);
    assertThat(desk().entries())
        .singleElement()
        .matches(entry -> !entry.isActive(temp.clock().instant()));
  }

  @Test
  void issueThatAnotherEntryCoversStaysAccepted() {
    Issue logs = temp.insert(IssueBuilder.issue("logs").build());
    desk().add(List.of(entry("w-00000001", "logs")), "lea");
    desk().add(List.of(entry("w-00000002", "*", "logs", Optional.of(MONTH))), "lea");

    List<Issue> changed = desk().end("00000001", "lea");

    assertThat(changed).isEmpty();
    assertThat(temp.stored(logs.key()))
        .returns(Status.WHITELISTED, Issue::status)
        .returns(Optional.of("w-00000002"), Issue::whitelistId);
  }

  @Test
  void lapsedEntryGivesItsIssuesBackWhenSomebodyLooks() {
    Issue logs = temp.insert(IssueBuilder.issue("logs").build());
    Issue exports = temp.insert(IssueBuilder.issue("exports").build());
    desk().add(List.of(entry("w-00000001", "s3_bucket_acl", "logs", Optional.of(MONTH))), "lea");
    desk().add(List.of(entry("w-00000002", "exports")), "lea");
    temp.clock().advance(MONTH.minusSeconds(1));
    assertThat(desk().lapse()).isEmpty();

    temp.clock().advance(Duration.ofSeconds(1));
    List<Issue> lapsed = desk().lapse();

    assertThat(lapsed).extracting(Issue::key).containsExactly(logs.key());
    assertThat(temp.stored(exports.key()).status()).isEqualTo(Status.WHITELISTED);
    assertThat(temp.store().history(logs.key()).getLast())
        .returns("identification", HistoryEntry::actor)
        .returns(EventKind.UNWHITELISTED, HistoryEntry::kind);
    assertThat(desk().lapse()).isEmpty();
  }

  @Test
  void entryThatVanishedFromTheFileLapsesToo() {
    Issue logs = temp.insert(IssueBuilder.issue("logs").whitelisted("w-gone0000").build());

    assertThat(desk().lapse()).extracting(Issue::key).containsExactly(logs.key());
  }

  @Test
  void entryOfAFileIsEndedThereOnly() {
    WhitelistEntry kept = inFile("w-00000009", "logs");
    WhitelistDesk desk = desk(temp.store(), kept);

    assertThatThrownBy(() -> desk.end("w-00000009", "lea"))
        .isInstanceOfSatisfying(
            CommandFailure.class,
            failure -> assertThat(failure.kind()).isEqualTo(CommandFailure.Kind.REFUSED))
        .hasMessage("w-00000009 is kept in whitelist.json:3");
    assertThat(desk.entries()).containsExactly(kept);
    assertThat(temp.store().entries()).isEmpty();
  }

  @Test
  void endedOrUnknownEntryCannotBeEnded() {
    desk().add(List.of(entry("w-00000001", "logs")), "lea");
    desk().end("w-00000001", "lea");

    assertThatThrownBy(() -> desk().end("w-00000001", "lea"))
        .isInstanceOf(CommandFailure.class)
        .hasMessage("w-00000001 ended already")
        .extracting("code")
        .isEqualTo("whitelist.ended");
    assertThatThrownBy(() -> desk().end("w-00000002", "lea"))
        .isInstanceOf(CommandFailure.class)
        .hasMessageStartingWith("No entry of the whitelist is called \"w-00000002\"")
        .extracting("code")
        .isEqualTo("whitelist.none");
  }

  @Test
  void sameIdIsNeverKeptTwice() {
    desk().add(List.of(entry("w-00000001", "logs")), "lea");

    assertThatThrownBy(() -> desk().add(List.of(entry("w-00000001", "exports")), "lea"))
        .isInstanceOf(StoreException.class);
    assertThat(desk().entries())
        .extracting(entry -> entry.scope().resource())
        .containsExactly("logs");
  }

  @Test
  void entriesInForceComeFirstThenByTheirEnd() {
    WhitelistDesk desk = desk(temp.store(), inFile("w-00000005", "file"));
    desk.add(List.of(entry("w-00000004", "ended")), "lea");
    desk.end("w-00000004", "lea");
    desk.add(List.of(entry("w-00000003", "forever")), "lea");
    desk.add(List.of(entry("w-00000002", "*", "month", Optional.of(MONTH))), "lea");
    desk.add(List.of(entry("w-00000001", "*", "year", Optional.of(Duration.ofDays(365)))), "lea");

    assertThat(desk.entries())
        .extracting(entry -> entry.scope().resource())
        .containsExactly("month", "year", "forever", "file", "ended");
    assertThat(desk.whitelist().entries()).hasSize(5);
  }

  @Test
  void issueThatOthersWriteMeanwhileIsTriedAgain() {
    Issue logs = temp.insert(IssueBuilder.issue("logs").build());
    boolean[] first = {true};
    Store contended =
        Interposed.before(
            temp.store(),
            "apply",
            () -> {
              if (first[0]) {
                first[0] = false;
                rewrite(logs);
              }
            });

    assertThat(desk(contended).add(List.of(entry("w-00000001", "logs")), "lea")).hasSize(1);
    assertThat(temp.stored(logs.key()))
        .returns(Status.WHITELISTED, Issue::status)
        .returns(3L, Issue::version);
  }

  @Test
  void issueThatOthersResolveMeanwhileIsLeftAlone() {
    Issue logs = temp.insert(IssueBuilder.issue("logs").build());
    boolean[] first = {true};
    Store contended =
        Interposed.before(
            temp.store(),
            "apply",
            () -> {
              if (first[0]) {
                first[0] = false;
                write(logs, IssueBuilder.after(logs).resolved(temp.clock().instant()).build());
              }
            });

    assertThat(desk(contended).add(List.of(entry("w-00000001", "logs")), "lea")).isEmpty();
    assertThat(temp.stored(logs.key()).status()).isEqualTo(Status.RESOLVED);
  }

  @Test
  void endlessContentionIsSaidAndTheEntryIsKept() {
    Issue logs = temp.insert(IssueBuilder.issue("logs").build());
    Store contended =
        Interposed.before(temp.store(), "apply", () -> rewrite(temp.stored(logs.key())));

    assertThatThrownBy(() -> desk(contended).add(List.of(entry("w-00000001", "logs")), "lea"))
        .isInstanceOf(StoreException.class)
        .hasMessageStartingWith("others keep writing the issue");
    assertThat(desk().entries()).hasSize(1);
  }

  private WhitelistDesk desk() {
    return desk(temp.store());
  }

  private WhitelistDesk desk(Store store, WhitelistEntry... inFiles) {
    return new WhitelistDesk(store, new Whitelist(List.of(inFiles)), temp.clock());
  }

  private void rewrite(Issue issue) {
    write(issue, IssueBuilder.after(issue).build());
  }

  private void write(Issue before, Issue after) {
    temp.store().apply(Optional.empty(), List.of(Changes.quiet(before, after)));
  }

  private WhitelistEntry entry(String id, String resource) {
    return entry(id, "s3_bucket_acl", resource, Optional.empty());
  }

  private WhitelistEntry entry(
      String id, String check, String resource, Optional<Duration> lasting) {
    Instant now = temp.clock().instant();
    return new WhitelistEntry(
        id,
        WhitelistScope.of(check, "111111111111", resource),
        "public data",
        "max",
        Optional.empty(),
        now,
        lasting.map(now::plus),
        WhitelistEntry.STORE);
  }

  private WhitelistEntry inFile(String id, String resource) {
    return new WhitelistEntry(
        id,
        WhitelistScope.of("s3_bucket_acl", "111111111111", resource),
        "",
        "",
        Optional.empty(),
        temp.clock().instant(),
        Optional.empty(),
        "whitelist.json:3");
  }
}
