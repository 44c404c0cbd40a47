package dev.hammer.core.whitelist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hammer.core.resource.AccountId;
import dev.hammer.core.resource.Region;
import dev.hammer.core.resource.ResourceRef;
import dev.hammer.core.resource.Tags;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What must hold of any entries and any risks. */
class WhitelistPropertiesTest {
  private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
  private static final List<String> ACCOUNTS = List.of("111111111111", "222222222222");
  private static final List<String> UNITS = List.of("ou-a", "ou-b");

  @Property
  void moreEntriesAcceptNoLess(
      @ForAll("entries") List<WhitelistEntry> some,
      @ForAll("entries") List<WhitelistEntry> more,
      @ForAll("risks") Risk risk,
      @ForAll("units") Units units) {
    List<WhitelistEntry> all = new ArrayList<>(some);
    all.addAll(more);

    boolean few = new Whitelist(some, units).covering(risk, Optional.empty(), NOW).isPresent();
    boolean many = new Whitelist(all, units).covering(risk, Optional.empty(), NOW).isPresent();

    assertThat(many).isEqualTo(few || covers(more, risk, units));
  }

  @Property
  void aWiderPatternAcceptsNoLess(
      @ForAll("scopes") WhitelistScope scope,
      @ForAll("risks") Risk risk,
      @ForAll("units") Units units) {
    List<WhitelistScope> wider =
        List.of(
            new WhitelistScope("*", scope.accounts(), scope.resource(), scope.tags()),
            new WhitelistScope(
                scope.check(), AccountScope.parse("*"), scope.resource(), scope.tags()),
            new WhitelistScope(scope.check(), scope.accounts(), "*", scope.tags()),
            new WhitelistScope(
                scope.check() + "*", scope.accounts(), scope.resource() + "*", scope.tags()),
            new WhitelistScope(scope.check(), scope.accounts(), scope.resource(), TagScope.ANY));

    if (scope.covers(risk, units) == Match.YES) {
      assertThat(wider).allMatch(wide -> wide.covers(risk, units) == Match.YES);
    }
  }

  @Property
  void moreKnowledgeNeverTakesAnAnswerBack(
      @ForAll("scopes") WhitelistScope scope,
      @ForAll("risks") Risk risk,
      @ForAll("units") Units units) {
    Match told = scope.covers(risk, units);
    Risk blind = new Risk(risk.check(), risk.resource(), Optional.empty());

    assertThat(scope.covers(blind, Units.UNKNOWN)).isIn(told, Match.UNKNOWN);
    assertThat(scope.covers(risk, Units.UNKNOWN)).isIn(told, Match.UNKNOWN);
    assertThat(scope.covers(blind, units)).isIn(told, Match.UNKNOWN);
  }

  @Property
  void nothingOutsideItsPatternsIsEverAccepted(
      @ForAll("entries") List<WhitelistEntry> entries,
      @ForAll("risks") Risk risk,
      @ForAll("units") Units units) {
    new Whitelist(entries, units)
        .covering(risk, Optional.empty(), NOW)
        .map(WhitelistEntry::scope)
        .ifPresent(scope -> assertThat(isWithin(scope, risk, units)).isTrue());
  }

  @Property
  void theOneInForceIsInForceAndNoOtherLastsLonger(
      @ForAll("entries") List<WhitelistEntry> entries,
      @ForAll("risks") Risk risk,
      @ForAll("units") Units units) {
    Optional<WhitelistEntry> found =
        new Whitelist(entries, units).covering(risk, Optional.empty(), NOW);

    assertThat(found.isPresent()).isEqualTo(covers(entries, risk, units));
    found.ifPresent(
        entry ->
            assertThat(entries)
                .filteredOn(e -> e.isActive(NOW) && e.covers(risk, units) == Match.YES)
                .allMatch(e -> !end(e).isAfter(end(entry))));
  }

  @Property
  void whatIsHeldIsGivenBackOnlyByProof(
      @ForAll("entries") List<WhitelistEntry> entries,
      @ForAll("risks") Risk risk,
      @ForAll("units") Units units) {
    Whitelist whitelist = new Whitelist(entries, units);
    for (WhitelistEntry held : entries) {
      boolean stays = whitelist.covering(risk, Optional.of(held.id()), NOW).isPresent();
      boolean isProvedOff =
          entries.stream()
              .filter(e -> e.id().equals(held.id()))
              .allMatch(e -> !e.isActive(NOW) || e.covers(risk, units) == Match.NO);
      assertThat(stays || isProvedOff).isTrue();
    }
  }

  /** The same question by other means: regular expressions instead of globs. */
  private static boolean isWithin(WhitelistScope scope, Risk risk, Units units) {
    ResourceRef ref = risk.resource();
    boolean names =
        fits(scope.resource(), ref.id())
            || ref.aliases().stream().anyMatch(alias -> fits(scope.resource(), alias));
    boolean tagged =
        scope.tags().values().entrySet().stream()
            .allMatch(
                tag ->
                    risk.tags()
                        .flatMap(tags -> tags.get(tag.getKey()))
                        .filter(value -> fits(tag.getValue(), value))
                        .isPresent());
    boolean placed =
        switch (scope.accounts()) {
          case AccountScope.Ids(String glob) -> fits(glob, ref.account().id());
          case AccountScope.Below(String unit) ->
              units.below().containsKey(unit) && units.above(ref.account()).contains(unit);
        };
    return fits(scope.check(), risk.check()) && names && tagged && placed;
  }

  private static boolean fits(String glob, String text) {
    return Pattern.matches(Pattern.quote(glob).replace("*", "\\E.*\\Q"), text);
  }

  private static boolean covers(List<WhitelistEntry> entries, Risk risk, Units units) {
    return entries.stream().anyMatch(e -> e.isActive(NOW) && e.covers(risk, units) == Match.YES);
  }

  private static Instant end(WhitelistEntry entry) {
    return entry.expires().orElse(Instant.MAX);
  }

  @Provide
  Arbitrary<WhitelistScope> scopes() {
    return Combinators.combine(
            Arbitraries.of("*", "acl", "a*", "policy"),
            Arbitraries.of("*", "111111111111", "2*", "ou:ou-a", "ou:ou-b"),
            Arbitraries.of("*", "logs", "l*", "*s", "data", "alias-*"),
            tags())
        .as(
            (check, account, resource, tags) ->
                new WhitelistScope(
                    check, AccountScope.parse(account), resource, TagScope.of(tags)));
  }

  @Provide
  Arbitrary<List<WhitelistEntry>> entries() {
    Arbitrary<Optional<Instant>> ends =
        Arbitraries.integers().between(-2, 2).map(NOW::plusSeconds).optional(0.7);
    return Combinators.combine(Arbitraries.integers().between(0, 9), scopes(), ends)
        .as(
            (id, scope, end) ->
                new WhitelistEntry(
                    "w-" + id, scope, "", "", Optional.empty(), NOW, end, WhitelistEntry.STORE))
        .list()
        .ofMaxSize(4);
  }

  @Provide
  Arbitrary<Risk> risks() {
    return Combinators.combine(
            Arbitraries.of("acl", "policy", "other"),
            Arbitraries.of(ACCOUNTS),
            Arbitraries.of("logs", "lists", "data", "x"),
            Arbitraries.of(List.of(), List.of("alias-a"), List.of("logs")),
            tags().map(Tags::of).optional(0.7))
        .as(
            (check, account, id, aliases, tags) ->
                new Risk(
                    check,
                    ResourceRef.of("T", id, AccountId.of(account), Region.GLOBAL)
                        .withAliases(aliases.stream().map(Object::toString).toList()),
                    tags));
  }

  @Provide
  Arbitrary<Units> units() {
    return Arbitraries.maps(
            Arbitraries.of(UNITS), Arbitraries.of(ACCOUNTS).map(AccountId::of).list().ofMaxSize(2))
        .ofMaxSize(2)
        .map(Units::of);
  }

  private static Arbitrary<Map<String, String>> tags() {
    return Arbitraries.maps(Arbitraries.of("env", "team"), Arbitraries.of("dev", "d*", "", "*"))
        .ofMaxSize(2);
  }
}
