package dev.hammer.core.issue;

import static dev.hammer.core.issue.SampleIssue.at;
import static dev.hammer.core.issue.SampleIssue.issue;
import static dev.hammer.core.issue.SampleLook.group;
import static dev.hammer.core.issue.SampleLook.look;
import static dev.hammer.core.issue.SampleLook.port;
import static dev.hammer.core.issue.SampleLook.verdict;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hammer.core.check.Severity;
import dev.hammer.core.check.Verdict;
import dev.hammer.core.resource.AccountId;
import dev.hammer.core.resource.Tags;
import dev.hammer.core.value.Value;
import dev.hammer.core.whitelist.AccountScope;
import dev.hammer.core.whitelist.TagScope;
import dev.hammer.core.whitelist.Units;
import dev.hammer.core.whitelist.Whitelist;
import dev.hammer.core.whitelist.WhitelistEntry;
import dev.hammer.core.whitelist.WhitelistScope;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** What the whitelist does to issues where not everything is known, and when entries end. */
class RelistingTest {
  private static final String ID = "sg-0a1b2c3d";
  private static final Instant NOW = at(100);
  private static final AccountId ACCOUNT = issue().build().key().account();
  private static final WhitelistEntry BY_UNIT =
      entry("w-1", new WhitelistScope("*", AccountScope.parse("ou:ou-a"), "*", TagScope.ANY));
  private static final WhitelistEntry BY_TAG =
      entry("w-1", new WhitelistScope("*", AccountScope.parse("*"), "*", env("dev")));
  private static final Units INSIDE = Units.of(Map.of("ou-a", List.of(ACCOUNT)));
  private static final Units OUTSIDE = Units.of(Map.of("ou-a", List.of()));

  @Test
  void anAccountBelowTheUnitIsAccepted() {
    assertThat(seen(BY_UNIT, INSIDE, Optional.empty()))
        .returns(Status.WHITELISTED, RelistingTest::status)
        .returns(List.of(), Merged::unproved);
    assertThat(seen(BY_UNIT, OUTSIDE, Optional.empty()))
        .returns(Status.OPEN, RelistingTest::status);
  }

  @Test
  void anUnreadOrganizationAcceptsNothingNew() {
    assertThat(seen(BY_UNIT, Units.UNKNOWN, Optional.empty()))
        .returns(Status.OPEN, RelistingTest::status)
        .returns(List.of(), Merged::unproved);
    assertThat(seen(BY_UNIT, Units.UNKNOWN, Optional.of(issue().build())).changes()).isEmpty();
    assertThat(merge(BY_UNIT, Units.UNKNOWN).relist(issue().build(), "lea")).isEmpty();
  }

  @Test
  void anUnreadOrganizationGivesNothingBack() {
    Issue accepted = issue().whitelistedBy("w-1").build();

    Merged merged = seen(BY_UNIT, Units.UNKNOWN, Optional.of(accepted));

    assertThat(merged.changes()).isEmpty();
    assertThat(merged.unproved()).containsExactly(ID);
    assertThat(merge(BY_UNIT, Units.UNKNOWN).relist(accepted, "lea")).isEmpty();
  }

  @Test
  void anAccountThatLeftTheUnitGivesItsIssuesBack() {
    Issue accepted = issue().whitelistedBy("w-1").build();

    Merged merged = seen(BY_UNIT, OUTSIDE, Optional.of(accepted));

    assertThat(merged).returns(Status.OPEN, RelistingTest::status);
    assertThat(text(merged.changes().getFirst())).isEqualTo("entry w-1 does not cover it any more");
  }

  @Test
  void tagsDecideOnlyIfTheyWereRead() {
    Issue accepted = issue().whitelistedBy("w-1").build();

    assertThat(tagged(BY_TAG, Optional.of("dev"), Optional.empty()))
        .returns(Status.WHITELISTED, RelistingTest::status);
    assertThat(tagged(BY_TAG, Optional.of("prod"), Optional.empty()))
        .returns(Status.OPEN, RelistingTest::status);
    assertThat(tagged(BY_TAG, Optional.empty(), Optional.empty()))
        .returns(Status.OPEN, RelistingTest::status);
    assertThat(tagged(BY_TAG, Optional.of("prod"), Optional.of(accepted)))
        .returns(Status.OPEN, RelistingTest::status);
    assertThat(tagged(BY_TAG, Optional.empty(), Optional.of(accepted)))
        .matches(merged -> merged.changes().isEmpty())
        .returns(List.of(ID), Merged::unproved);
  }

  @Test
  void whatIsStoredIsJudgedByTheTagsLastRead() {
    Merge merge = merge(BY_TAG, Units.UNKNOWN);
    Value.Fields read = Value.fields().note("tags", Value.Fields.NONE).build();

    assertThat(merge.relist(issue().tags(Map.of("env", "dev")).build(), "lea")).isPresent();
    assertThat(merge.relist(issue().tags(Map.of("env", "prod")).build(), "lea")).isEmpty();
    assertThat(merge.relist(issue().whitelistedBy("w-1").build(), "lea")).isEmpty();
    assertThat(merge.relist(issue().details(read).whitelistedBy("w-1").build(), "lea")).isPresent();
  }

  @Test
  void anEndIsToldWithItsDay() {
    WhitelistEntry ended = BY_UNIT.ending(Instant.parse("2026-11-24T23:59:59Z"));
    Merge after =
        new Merge(
            new Whitelist(List.of(ended), Units.UNKNOWN), Instant.parse("2026-11-30T00:00:00Z"));

    Change change = after.relist(issue().whitelistedBy("w-1").build(), "lea").orElseThrow();

    assertThat(change.after().status()).isEqualTo(Status.OPEN);
    assertThat(text(change)).isEqualTo("entry w-1 ended 2026-11-24");
  }

  /** Entries come and go in any order: what they make of an issue depends on none of it. */
  @Property(tries = 300)
  void lapseAndReturnOfEntriesLeadBackToTheSameStatus(
      @ForAll("whitelists") List<Whitelist> whitelists,
      @ForAll("whitelists") List<Whitelist> last) {
    Whitelist end = last.getFirst();
    Issue straight = relisted(end, issue().tags(Map.of("env", "dev")).build());

    Issue roundabout = issue().tags(Map.of("env", "dev")).build();
    for (Whitelist whitelist : whitelists) {
      roundabout = relisted(whitelist, roundabout);
    }
    roundabout = relisted(end, roundabout);

    assertThat(roundabout.status()).isEqualTo(straight.status());
    assertThat(roundabout.whitelistId()).isEqualTo(straight.whitelistId());
    assertThat(new Merge(end, NOW).relist(roundabout, "lea")).isEmpty();
  }

  @Provide
  Arbitrary<List<Whitelist>> whitelists() {
    Arbitrary<WhitelistEntry> entry =
        Combinators.combine(
                Arbitraries.integers().between(0, 3),
                Arbitraries.of("*", "secgrp_*", "s3_bucket_acl"),
                Arbitraries.of("*", "ou:ou-a", "ou:ou-b"),
                Arbitraries.of(TagScope.ANY, env("dev"), env("prod")),
                Arbitraries.of(Optional.<Instant>empty(), Optional.of(NOW), Optional.of(at(200))))
            .as(
                (id, check, accounts, tags, end) ->
                    entry(
                            "w-" + id,
                            new WhitelistScope(check, AccountScope.parse(accounts), "sg-*", tags))
                        .ending(end));
    Units units = Units.of(Map.of("ou-a", List.of(ACCOUNT), "ou-b", List.of()));
    return entry
        .list()
        .ofMaxSize(3)
        .uniqueElements(WhitelistEntry::id)
        .map(entries -> new Whitelist(entries, units))
        .list()
        .ofMinSize(1)
        .ofMaxSize(5);
  }

  private static Issue relisted(Whitelist whitelist, Issue issue) {
    return new Merge(whitelist, NOW).relist(issue, "lea").map(Change::after).orElse(issue);
  }

  private static Merged seen(WhitelistEntry entry, Units units, Optional<Issue> before) {
    return merge(entry, units).merge(look(10).violating(ID).build(), before.stream().toList());
  }

  private static Merged tagged(WhitelistEntry entry, Optional<String> env, Optional<Issue> before) {
    Tags tags = env.map(value -> Tags.of(Map.of("env", value))).orElse(Tags.NONE);
    Value.Builder details = Value.fields();
    port(22).fields().forEach(details::add);
    Verdict.Violating verdict =
        verdict(
            Severity.HIGH,
            details.note("tags", env.isPresent() ? tags.toValue() : Value.absent()).build());
    return merge(entry, Units.UNKNOWN)
        .merge(look(10).violating(group(ID), verdict, tags).build(), before.stream().toList());
  }

  private static Merge merge(WhitelistEntry entry, Units units) {
    return new Merge(new Whitelist(List.of(entry), units), NOW);
  }

  private static Status status(Merged merged) {
    return merged.changes().getFirst().after().status();
  }

  private static String text(Change change) {
    return change.entry().orElseThrow().text();
  }

  private static TagScope env(String value) {
    return TagScope.of(Map.of("env", value));
  }

  private static WhitelistEntry entry(String id, WhitelistScope scope) {
    return new WhitelistEntry(
        id, scope, "known", "lea", Optional.empty(), at(0), Optional.empty(), WhitelistEntry.STORE);
  }
}
