package dev.hammer.core.filter;

import static dev.hammer.core.issue.SampleIssue.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hammer.core.check.Severity;
import dev.hammer.core.issue.EventKind;
import dev.hammer.core.issue.Issue;
import dev.hammer.core.issue.IssuePlaces;
import dev.hammer.core.issue.SampleIssue;
import dev.hammer.core.issue.Status;
import dev.hammer.core.resource.AccountId;
import dev.hammer.core.resource.Region;
import dev.hammer.core.resource.ResourceRef;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every filter, sensible or not. */
class FilterPropertiesTest {
  private static final List<String> NAMES = List.of("a", "b", "A", "ab", "a b", "x:y", "-a");
  private static final List<String> PATTERNS = List.of("*", "a*", "*b", "**");

  @Property
  void anyTextIsAFilterOrAProblemInsideOfIt(@ForAll("scribble") String text) {
    switch (Filter.parse(text)) {
      case Filter filter -> assertThat(Filter.parse(filter.toString())).isEqualTo(filter);
      case FilterProblem problem -> {
        assertThat(problem.position()).isBetween(1, text.length() + 1);
        assertThat(problem.message()).contains("column " + problem.position());
        assertThat(problem.marked()).endsWith("^");
      }
    }
  }

  @Property
  void trulyAnyText(@ForAll String text) {
    anyTextIsAFilterOrAProblemInsideOfIt(text);
  }

  @Property
  void whatIsPrintedIsUnderstoodAgain(@ForAll("filters") Filter filter) {
    assertThat(Filter.parse(filter.toString())).isEqualTo(filter);
  }

  @Property(tries = 3000)
  void narrowingLeavesOutNothingThatIsSelected(
      @ForAll("filters") Filter filter, @ForAll("subjects") FilterSubject subject) {
    if (filter.test(subject)) {
      assertThat(filter.narrow().selects(subject.issue()))
          .as("%s narrowed to %s loses %s", filter, filter.narrow(), subject)
          .isTrue();
    }
  }

  @Property(tries = 3000)
  void spelledOutItFindsTheSameOrSaysThatItDoesNot(
      @ForAll("filters") Filter filter, @ForAll("subjects") FilterSubject subject) {
    Issue issue = subject.issue();
    AccountId elsewhere = AccountId.of("333333333333");
    Atlas atlas =
        new Atlas(
            new IssuePlaces(
                new TreeSet<>(Set.of(issue.key().account(), elsewhere)),
                new TreeSet<>(Set.of(issue.key().check(), "none")),
                new TreeSet<>(Set.of(issue.resource().region(), Region.GLOBAL))),
            account -> account.equals(elsewhere) ? "else" : subject.accountName(),
            _ -> subject.units(),
            _ -> subject.service());

    Selection selection = filter.in(atlas);

    boolean isFound = selection.query().filter(query -> query.selects(issue)).isPresent();
    if (selection.isExact()) {
      assertThat(isFound)
          .as("%s as %s finds %s", filter, selection, subject)
          .isEqualTo(filter.test(subject));
    } else if (filter.test(subject)) {
      assertThat(isFound).as("%s as %s loses %s", filter, selection, subject).isTrue();
    }
  }

  @Property
  void aNegatedTermSelectsTheRest(
      @ForAll("terms") Term term, @ForAll("subjects") FilterSubject subject) {
    Term negated = new Term(!term.negated(), term.key(), term.anyOf());

    assertThat(negated.holds(subject)).isNotEqualTo(term.holds(subject));
  }

  @Provide
  Arbitrary<String> scribble() {
    return Arbitraries.of(
            "is:",
            "open",
            "-",
            ":",
            ",",
            "\"",
            "\\",
            "*",
            " ",
            ">",
            ">=",
            "<",
            "severity:",
            "high",
            "age:",
            "30d",
            "found:",
            "2026-11-24",
            "tag.",
            "ref:",
            "0chr",
            "a",
            "check:",
            "arn:",
            "account:",
            "111111111111",
            "resource:",
            "name:",
            "\n",
            "\u0000",
            "é",
            "İ",
            "/")
        .list()
        .ofMaxSize(12)
        .map(parts -> String.join("", parts));
  }

  @Provide
  Arbitrary<Filter> filters() {
    return Arbitraries.oneOf(
        terms().map(List::of).map(Filter::of), terms().list().ofMaxSize(4).map(Filter::of));
  }

  @Provide
  Arbitrary<Term> terms() {
    return Arbitraries.oneOf(
        term("is", Arbitraries.of(State.class).map(Criterion.Stands::new)),
        term(
            "severity",
            Combinators.combine(comparisons(), Arbitraries.of(Severity.class))
                .as(Criterion.Graded::new)),
        term("age", Combinators.combine(comparisons(), spans()).as(Criterion.Aged::new)),
        term(
            "found",
            Combinators.combine(comparisons(), periods())
                .as((c, p) -> new Criterion.Dated(Criterion.Moment.FOUND, c, p))),
        term("check", named(Naming.CHECK, wordings().map(Wording::lowered))),
        term("service", named(Naming.SERVICE, wordings().map(Wording::lowered))),
        term("region", named(Naming.REGION, wordings().map(Wording::lowered))),
        term("account", named(Naming.ACCOUNT, Arbitraries.oneOf(wordings(), accountIds()))),
        term("resource", named(Naming.RESOURCE, wordings())),
        term("name", named(Naming.NAME, wordings())),
        term("owner", wordings().map(w -> new Criterion.Tagged("owner", w))),
        term("tag.a b:c", wordings().map(w -> new Criterion.Tagged("a b:c", w))),
        term("", wordings().filter(w -> !w.text().isEmpty()).map(Criterion.Anywhere::new)));
  }

  private static Arbitrary<Term> term(String key, Arbitrary<? extends Criterion> criteria) {
    return Combinators.combine(
            Arbitraries.of(true, false),
            criteria.map(c -> (Criterion) c).list().ofMinSize(1).ofMaxSize(3))
        .as((negated, anyOf) -> new Term(negated, key, anyOf));
  }

  private static Arbitrary<Criterion> named(Naming naming, Arbitrary<Wording> wordings) {
    return wordings.map(wording -> new Criterion.Named(naming, wording));
  }

  private static Arbitrary<Comparison> comparisons() {
    return Arbitraries.of(Comparison.class);
  }

  private static Arbitrary<Span> spans() {
    return Combinators.combine(
            Arbitraries.longs().between(0, 999_999), Arbitraries.of('m', 'h', 'd', 'w'))
        .as(Span::new);
  }

  private static Arbitrary<Period> periods() {
    return Arbitraries.of("2026-11-23", "2026-11-24", "2026-11-24T08:00:00Z")
        .map(text -> Period.parse(text).orElseThrow());
  }

  private static Arbitrary<Wording> accountIds() {
    return Arbitraries.of("111111111111", "222222222222").map(Wording::exactly);
  }

  /** Words that are near the names of the subjects, and words that are nothing but strange. */
  private static Arbitrary<Wording> wordings() {
    return Arbitraries.oneOf(
            Arbitraries.of(NAMES),
            Arbitraries.of(PATTERNS),
            Arbitraries.strings().withChars("aAb \"\\,:-*é\n").ofMaxLength(6))
        .flatMap(
            text ->
                Arbitraries.of(true, false)
                    .map(glob -> new Wording(text, glob && text.contains("*"))));
  }

  @Provide
  Arbitrary<FilterSubject> subjects() {
    Arbitrary<ResourceRef> resources =
        Combinators.combine(
                Arbitraries.of(NAMES), Arbitraries.of(NAMES), Arbitraries.of(NAMES), ids())
            .as(FilterPropertiesTest::resource);
    Arbitrary<Issue> issues =
        Combinators.combine(
                resources,
                Arbitraries.of("a", "b", "ab"),
                Arbitraries.of(Status.class),
                Arbitraries.of(Severity.class),
                Arbitraries.of(EventKind.class),
                Arbitraries.of(NAMES),
                Arbitraries.longs().between(-2000, 2000))
            .as(
                (ref, check, status, severity, event, tag, found) ->
                    SampleIssue.issue()
                        .resource(ref)
                        .check(check)
                        .status(status)
                        .severity(severity)
                        .event(event)
                        .tags(Map.of("owner", tag, "a b:c", tag))
                        .timestamps(at(found), at(found), Optional.empty())
                        .build());
    return Combinators.combine(
            issues, Arbitraries.of("", "a", "111111111111"), Arbitraries.of(true, false))
        .as((issue, name, flag) -> new FilterSubject(issue, name, "ec2", flag, !flag, at(100)));
  }

  private static Arbitrary<String> ids() {
    return Arbitraries.of("111111111111", "222222222222");
  }

  private static ResourceRef resource(String id, String name, String alias, String account) {
    return ResourceRef.of("AWS::EC2::SecurityGroup", id, AccountId.of(account), Region.of("a"))
        .withName(name)
        .withAliases(List.of(alias));
  }
}
