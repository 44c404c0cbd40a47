package dev.hammer.app.issues;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hammer.app.CommandFailure;
import dev.hammer.app.TempStore;
import dev.hammer.app.config.ConfigLoader;
import dev.hammer.app.config.ConfigSources;
import dev.hammer.checks.Catalogue;
import dev.hammer.core.check.Severity;
import dev.hammer.core.filter.Filter;
import dev.hammer.core.issue.Issue;
import dev.hammer.core.issue.IssueOrder;
import dev.hammer.core.issue.Status;
import dev.hammer.core.scan.SliceOutcome;
import dev.hammer.core.scan.SliceState;
import dev.hammer.testing.store.IssueBuilder;
import dev.hammer.testing.store.SliceBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
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

  @TempDir private Path folder;

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
    IssueTotals totals = new IssueTotals(Map.of(Severity.CRITICAL, 4L, Severity.LOW, 36L), 40);
    for (String words : List.of("is:open", "is:open bucket")) {
      Filter filter = Filters.parse(List.of(words));
      List<Issue> all = desk().listing(filter).issues();

      for (int limit : List.of(0, 1, 3, 5, 39, 40, 41)) {
        IssueListing page = desk().page(filter, IssueOrder.WORST_THEN_OLDEST, limit);
        assertThat(page.issues()).isEqualTo(all.subList(0, Math.min(limit, all.size())));
        assertThat(page.totals()).isEqualTo(totals);
      }
      assertThat(all.getFirst().resource().id()).isEqualTo("bucket-37");
    }

    Filter none = Filters.parse(List.of("severity:medium"));
    assertThat(desk().page(none, IssueOrder.WORST_THEN_OLDEST, 5))
        .extracting(IssueListing::isEmpty, IssueListing::open)
        .containsExactly(true, 40L);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "is:open",
        "is:open,resolved",
        "-is:open",
        "severity:>=high",
        "-severity:low",
        "check:s3_*",
        "service:s3 -check:s3_encryption",
        "account:111111111111",
        "account:prod*",
        "-account:prod severity:low",
        "region:eu-*",
        "-region:eu-west-1",
        "region:nowhere",
        "resource:b-07",
        "resource:b-0*",
        "b-1",
        "tag.team:a",
        "is:unverified",
        "is:open,unverified",
        "age:>1d",
        "severity:low severity:high",
      })
  void whatIsCountedIsWhatJudgingEachIssueWouldCount(String words) {
    List<String> checks = List.of("s3_bucket_acl", "s3_encryption", "sqs_public_access");
    List<String> accounts = List.of("111111111111", "222222222222", "333333333333");
    for (int i = 0; i < 90; i++) {
      String check = checks.get(i % 3);
      String region = check.startsWith("s3") ? "global" : "eu-west-" + i % 2;
      IssueBuilder issue =
          IssueBuilder.issue("b-%02d".formatted(i))
              .in(SliceBuilder.slice(accounts.get(i / 3 % 3), region, check))
              .severity(List.of(Severity.values()).get(i % 5))
              .tags(Map.of("team", i % 2 == 0 ? "a" : "b"))
              .identified(IssueBuilder.FOUND.minusSeconds(i % 7 * 86_400L));
      temp.insert(i % 4 == 0 ? issue.resolved(IssueBuilder.FOUND).build() : issue.build());
    }
    look("111111111111", "global", "s3_bucket_acl", SliceOutcome.COMPLETE);
    look("111111111111", "global", "s3_encryption", SliceOutcome.PARTIAL, "b-01", "b-10", "gone");
    look("222222222222", "global", "s3_bucket_acl", SliceOutcome.NOT_REACHED);
    look("222222222222", "eu-west-1", "sqs_public_access", SliceOutcome.FAILED, "b-05", "b-23");
    Filter filter = Filters.parse(List.of(words));
    Books books = books("aws: {accounts: {'111111111111': prod, '222222222222': test}}");
    IssueDesk desk = new IssueDesk(temp.store(), books);
    List<Issue> judged = new ArrayList<>();

    IssueTotals expected = desk.survey(filter, judged::add).totals();

    for (String sort :
        List.of("severity,age", "-age", "account,-region", "changed,account", "ref")) {
      IssueOrder order =
          new IssueOrder(
              Arrays.stream(sort.split(",", -1))
                  .map(word -> IssueOrder.Step.parse(word).orElseThrow())
                  .toList(),
              books.accountNames());
      judged.sort(order.comparator());
      for (int limit : List.of(Integer.MAX_VALUE, 7)) {
        IssueListing page = desk.page(filter, order, limit);
        assertThat(page.issues())
            .as(sort)
            .isEqualTo(judged.subList(0, Math.min(limit, judged.size())));
        assertThat(page.totals()).isEqualTo(expected);
      }
    }
  }

  private void look(
      String account, String region, String check, SliceOutcome outcome, String... unconfirmed) {
    temp.store()
        .record(
            new SliceState(
                SliceBuilder.slice(account, region, check),
                "s3",
                Optional.of("s-00000001"),
                Optional.of(IssueBuilder.FOUND),
                Optional.of(IssueBuilder.FOUND),
                outcome,
                List.of(),
                2,
                unconfirmed.length,
                List.of(unconfirmed)));
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

  private Books books(String configuration) {
    try {
      Path file = Files.writeString(folder.resolve("hammer.yaml"), configuration);
      ConfigSources sources = ConfigSources.of(folder, folder, Map.of()).withConfig(file);
      return Books.open(
          ConfigLoader.load(sources, Catalogue.infos()).configuration(),
          temp.store(),
          temp.clock().instant());
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }
}
