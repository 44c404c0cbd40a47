package dev.hammer.app.issues;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hammer.app.CommandFailure;
import dev.hammer.app.TempStore;
import dev.hammer.app.config.ConfigLoader;
import dev.hammer.checks.Catalogue;
import dev.hammer.core.check.Severity;
import dev.hammer.core.filter.Filter;
import dev.hammer.core.issue.Issue;
import dev.hammer.core.issue.Status;
import dev.hammer.testing.store.IssueBuilder;
import dev.hammer.testing.store.SliceBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IssueDeskTest {
  private static final String QUEUE = "https://sqs.eu-west-1.amazonaws.com/111111111111/orders";
  private static final Issue ORDERS =
      IssueBuilder.issue(QUEUE)
          .in(SliceBuilder.slice("111111111111", "eu-west-1", "sqs_public_access"))
          .resource(
              queue ->
                  queue
                      .withArn("arn:aws:sqs:eu-west-1:111111111111:orders")
                      .withAliases(List.of("orders")))
          .build();

  @RegisterExtension private final TempStore temp = new TempStore();

  @Test
  void issueIsFoundByEachOfItsNames() {
    temp.insert(ORDERS);
    temp.insert(IssueBuilder.issue("logs").build());
    String ref = ORDERS.ref().text();

    assertThat(
            List.of(
                ref,
                ref.toUpperCase(Locale.ROOT),
                ORDERS.ref().shown(),
                ref.substring(0, 4),
                ORDERS.key().toString(),
                "sqs_public_access/111111111111/" + QUEUE,
                "arn:aws:sqs:eu-west-1:111111111111:orders",
                QUEUE,
                "orders"))
        .allSatisfy(name -> assertThat(desk().find(name)).isEqualTo(ORDERS));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "nothing",
        "zzzz",
        "s3_bucket_acl/111111111111/nothing",
        "s3_bucket_acl/not-an-account/logs",
        "arn:aws:s3:::nothing",
        "%",
        "logs'; DROP TABLE issues; --",
      })
  void nameOfNothingIsSaidToBeNone(String name) {
    temp.insert(IssueBuilder.issue("logs").build());

    assertThatThrownBy(() -> desk().find(name))
        .isInstanceOfSatisfying(
            CommandFailure.class,
            failure -> assertThat(failure.kind()).isEqualTo(CommandFailure.Kind.NOT_FOUND))
        .hasMessage("No issue is called \"" + name + "\"");
  }

  @Test
  void aPageHoldsTheFirstAndCountsTheRest() {
    for (int i = 0; i < 40; i++) {
      Severity severity = i % 10 == 7 ? Severity.CRITICAL : Severity.LOW;
      temp.insert(
          IssueBuilder.issue("bucket-%02d".formatted(i))
              .severity(severity)
              .identified(IssueBuilder.FOUND.minusSeconds(i))
              .build());
    }
    Filter filter = Filters.parse(List.of("is:open"));
    List<Issue> all = desk().listing(filter).issues();
    List<Issue> seen = new ArrayList<>();

    for (int limit : List.of(0, 1, 3, 5, 39, 40, 41)) {
      IssueListing page = desk().page(filter, order(all), limit, seen::add);
      assertThat(page.issues()).isEqualTo(all.subList(0, Math.min(limit, all.size())));
      assertThat(page.totals()).isEqualTo(new IssueTotals(40, 40, Optional.of(Severity.CRITICAL)));
    }

    assertThat(all.getFirst().resource().id()).isEqualTo("bucket-37");
    assertThat(seen).hasSize(7 * 40);
    assertThat(desk().page(Filters.parse(List.of("severity:medium")), order(all), 5, seen::add))
        .extracting(IssueListing::isEmpty, IssueListing::open)
        .containsExactly(true, 40L);
  }

  private static Comparator<Issue> order(List<Issue> all) {
    return Comparator.comparingInt(all::indexOf);
  }

  @Test
  void resourceWithSeveralIssuesAsksWhichIsMeant() {
    Issue acl = temp.insert(IssueBuilder.issue("logs").build());
    Issue encryption = temp.insert(IssueBuilder.issue("logs").check("s3_encryption").build());

    assertThatThrownBy(() -> desk().find("logs"))
        .isInstanceOf(CommandFailure.class)
        .hasMessageContainingAll(
            "\"logs\" names several issues",
            acl.ref().shown() + "  " + acl.key(),
            encryption.ref().shown() + "  " + encryption.key())
        .extracting("code", "remedy")
        .containsExactly("ref.ambiguous", "Give one of these refs");
  }

  @Test
  void manyCandidatesAreNotAllListed() {
    IntStream.range(0, 15)
        .forEach(
            i ->
                temp.insert(
                    IssueBuilder.issue("eu-west-1")
                        .account("1111111111%02d".formatted(i))
                        .build()));

    assertThatThrownBy(() -> desk().find("eu-west-1"))
        .satisfies(failure -> assertThat(failure.toString().lines()).hasSize(11));
  }

  @Test
  void beginningOfARefThatIsTooShortNamesWhatItCouldBe() {
    temp.insert(ORDERS);

    assertThatThrownBy(() -> desk().find(ORDERS.ref().text().substring(0, 3)))
        .isInstanceOf(CommandFailure.class)
        .hasMessageEndingWith("is too short: type at least 4 characters of a ref")
        .extracting("code", "remedy")
        .containsExactly("ref.short", "It could be " + ORDERS.ref().shown());
  }

  @Test
  void resourceThatLooksLikeARefIsTheResource() {
    Issue other = temp.insert(IssueBuilder.issue("bucket").build());
    Issue named = temp.insert(IssueBuilder.issue(other.ref().shown()).build());

    assertThat(desk().find(other.ref().shown())).isEqualTo(named);
  }

  @Test
  void issuesOfEveryStatusAreFound() {
    Issue resolved = temp.insert(IssueBuilder.issue("logs").resolved(IssueBuilder.FOUND).build());
    Issue closed = temp.insert(IssueBuilder.issue("old").status(Status.CLOSED).build());

    assertThat(desk().find("logs")).isEqualTo(resolved);
    assertThat(desk().find("old")).isEqualTo(closed);
  }

  @Test
  void listIsInTheOrderOfHarmThenAge() {
    temp.insert(IssueBuilder.issue("low").severity(Severity.LOW).build());
    temp.insert(
        IssueBuilder.issue("younger").identified(IssueBuilder.FOUND.plusSeconds(1)).build());
    temp.insert(IssueBuilder.issue("b-older").build());
    temp.insert(IssueBuilder.issue("a-older").build());
    temp.insert(IssueBuilder.issue("medium").severity(Severity.MEDIUM).build());

    assertThat(ids()).containsExactly("a-older", "b-older", "younger", "medium", "low");
  }

  @Test
  void listWithoutAStatusIsOfOpenIssues() {
    temp.insert(IssueBuilder.issue("open").build());
    temp.insert(IssueBuilder.issue("accepted").whitelisted("w-00000001").build());
    temp.insert(IssueBuilder.issue("mended").resolved(IssueBuilder.FOUND).build());

    assertThat(ids()).containsExactly("open");
    assertThat(ids("is:whitelisted,resolved")).containsExactly("accepted", "mended");
    assertThat(desk().open()).isEqualTo(1);
  }

  @Test
  void filterSeesWhatStandsInTheBooks() {
    temp.insert(IssueBuilder.issue("logs").build());
    temp.insert(IssueBuilder.issue("exports").build());
    temp.record(
        SliceBuilder.look(temp.clock().instant().minus(Duration.ofHours(1)))
            .denied("exports")
            .build());

    assertThat(ids("is:unverified")).containsExactly("exports");
    assertThat(ids("-is:unverified")).containsExactly("logs");
    assertThat(ids("service:s3", "logs")).containsExactly("logs");
    assertThat(ids("service:sqs")).isEmpty();
  }

  private List<String> ids(String... words) {
    return desk().listing(Filters.parse(List.of(words))).issues().stream()
        .map(issue -> issue.key().issueId())
        .toList();
  }

  private IssueDesk desk() {
    return new IssueDesk(
        temp.store(),
        Books.open(ConfigLoader.defaults(Catalogue.infos()), temp.store(), temp.clock().instant()));
  }
}
