package dev.hammer.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hammer.core.reading.ReadFailure;
import dev.hammer.core.resource.AccountId;
import dev.hammer.testing.stub.Question;
import dev.hammer.testing.stub.WireReply;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrganizationReaderTest {
  private static final String ORGANIZATIONS = "organizations";
  private static final String TOP = "ou-ab12-00000001";
  private static final String INNER = "ou-ab12-00000002";
  private static final String INNERMOST = "ou-ab12-00000003";

  private StubAws aws = new StubAws();
  private OrganizationReader reader = new OrganizationReader(aws.own());

  @BeforeEach
  void begin() {
    aws.close();
    aws = new StubAws();
    reader = new OrganizationReader(aws.own());
  }

  @AfterEach
  void end() {
    aws.close();
  }

  @Test
  void accountsComeInPagesOfTwentyWithNamesAndStates() {
    aws.stub()
        .scripts()
        .answer(
            ORGANIZATIONS,
            "ListAccounts",
            question -> {
              int from = question.parameter("NextToken").map(Integer::parseInt).orElse(0);
              String next = from + 20 < 41 ? ",\"NextToken\":\"" + (from + 20) + "\"" : "";
              return question.ok(
                  "{\"Accounts\":["
                      + IntStream.range(from, Math.min(41, from + 20))
                          .mapToObj(i -> account(i, i == 40 ? "SUSPENDED" : "ACTIVE"))
                          .collect(Collectors.joining(","))
                      + "]"
                      + next
                      + "}");
            });

    List<OrganizationAccount> all = reader.accounts();

    assertThat(all).hasSize(41).isSortedAccordingTo((a, b) -> a.account().compareTo(b.account()));
    assertThat(all.getFirst())
        .isEqualTo(new OrganizationAccount(id(0), "name-0", OrganizationAccount.State.ACTIVE));
    assertThat(all).filteredOn(account -> !account.isOpen()).hasSize(1);
    assertThat(aws.stub().calls().countsByOperation())
        .isEqualTo(Map.of("organizations:ListAccounts", 3L));
  }

  @ParameterizedTest
  @CsvSource({
    "ACTIVE, , ACTIVE, true",
    "ACTIVE, SUSPENDED, SUSPENDED, false",
    "SUSPENDED, , SUSPENDED, false",
    "SUSPENDED, CLOSED, CLOSED, false",
    "PENDING_CLOSURE, , PENDING_CLOSURE, false",
    "ACTIVE, PENDING_ACTIVATION, PENDING_ACTIVATION, false",
    "ACTIVE, SLEEPING, OTHER, true",
    ", , OTHER, true"
  })
  void stateGoesBeforeStatusAndWhatIsUnknownIsNotSkipped(
      String status, String state, OrganizationAccount.State expected, boolean open) {
    aws.stub()
        .scripts()
        .answer(
            ORGANIZATIONS,
            "ListAccounts",
            "{\"Accounts\":[{\"Id\":\"111111111111\""
                + member("Status", status)
                + member("State", state)
                + "}]}");

    OrganizationAccount account = reader.accounts().getFirst();

    assertThat(account.state()).isEqualTo(expected);
    assertThat(account.isOpen()).isEqualTo(open);
    assertThat(account.name()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"{\"Accounts\":[]}", "{}", "{\"Accounts\":[{\"Id\":\"12\"}]}"})
  void listWithoutAccountsIsNoAnswer(String body) {
    aws.stub().scripts().answer(ORGANIZATIONS, "ListAccounts", body);

    ReadFailure why = StubAws.failureOf(reader::accounts);

    assertThat(why.kind()).isEqualTo(ReadFailure.Kind.BROKEN);
    assertThat(why.call().action()).isEqualTo("organizations:ListAccounts");
  }

  @ParameterizedTest
  @CsvSource({
    "AccessDeniedException, DENIED",
    "AWSOrganizationsNotInUseException, ERROR",
    "TooManyRequestsException, THROTTLED"
  })
  void refusalIsAFailureNeverAnEmptyList(String code, ReadFailure.Kind kind) {
    aws.stub().scripts().answer(ORGANIZATIONS, "ListAccounts", q -> q.error(400, code, "no"));

    ReadFailure why = StubAws.failureOf(reader::accounts);

    assertThat(why.kind()).isEqualTo(kind);
    assertThat(why.code()).isEqualTo(code);
  }

  @Test
  void brokenSecondPageIsNoShorterList() {
    aws.stub()
        .scripts()
        .answer(
            ORGANIZATIONS,
            "ListAccounts",
            q ->
                q.parameter("NextToken").isPresent()
                    ? q.error(400, "AccessDeniedException", "no more")
                    : q.ok("{\"Accounts\":[" + account(1, "ACTIVE") + "],\"NextToken\":\"t\"}"));

    assertThat(StubAws.failureOf(reader::accounts).kind()).isEqualTo(ReadFailure.Kind.DENIED);
  }

  @Test
  void accountsBelowAUnitAreThoseOfAllUnitsBelowItEachAskedOnce() {
    nested();

    assertThat(reader.below(TOP).orElseThrow()).containsExactly(id(1), id(2), id(3));
    assertThat(reader.below(INNER).orElseThrow()).containsExactly(id(2), id(3));
    assertThat(reader.below(TOP).orElseThrow()).hasSize(3);
    assertThat(aws.stub().calls().countsByOperation())
        .isEqualTo(
            Map.of(
                "organizations:ListAccountsForParent",
                3L,
                "organizations:ListOrganizationalUnitsForParent",
                3L));
  }

  @Test
  void unitThatDoesNotExistIsAbsent() {
    nested();

    assertThat(reader.below("ou-ab12-99999999")).isEmpty();
  }

  @Test
  void deniedUnitBelowIsAFailureOfTheWhole() {
    nested();
    aws.stub()
        .scripts()
        .answer(
            ORGANIZATIONS,
            "ListAccountsForParent",
            q ->
                q.parameter("ParentId").orElse("").equals(INNERMOST)
                    ? q.error(400, "AccessDeniedException", "not this one")
                    : q.truth());

    ReadFailure why = StubAws.failureOf(() -> reader.below(TOP));

    assertThat(why.call().action()).isEqualTo("organizations:ListAccountsForParent");
  }

  @Test
  void unitsInACircleAreNoAnswer() {
    aws.stub().scripts().answer(ORGANIZATIONS, "ListAccountsForParent", "{\"Accounts\":[]}");
    aws.stub()
        .scripts()
        .answer(
            ORGANIZATIONS,
            "ListOrganizationalUnitsForParent",
            "{\"OrganizationalUnits\":[{\"Id\":\"" + TOP + "\"}]}");

    assertThat(StubAws.failureOf(() -> reader.below(TOP)).kind())
        .isEqualTo(ReadFailure.Kind.BROKEN);
  }

  @Test
  void tagsAreAskedOnceForEachAccountAndOneOutsideHasNone() {
    aws.stub()
        .scripts()
        .answer(
            ORGANIZATIONS,
            "ListTagsForResource",
            q ->
                q.parameter("ResourceId").orElse("").equals(id(2).id())
                    ? q.error(400, "TargetNotFoundException", "not in this organization")
                    : q.ok("{\"Tags\":[{\"Key\":\"team\",\"Value\":\"pay\"}]}"));

    assertThat(reader.tags(List.of(id(1), id(2))))
        .isEqualTo(Map.of(id(1), Map.of("team", "pay"), id(2), Map.of()));
    assertThat(reader.tags(List.of(id(1), id(3)))).containsOnlyKeys(id(1), id(3));
    assertThat(aws.stub().calls().count(ORGANIZATIONS, "ListTagsForResource")).isEqualTo(3);
  }

  @Test
  void tagsOfOneThatAreDeniedAreAFailure() {
    aws.stub()
        .scripts()
        .answer(
            ORGANIZATIONS, "ListTagsForResource", q -> q.error(400, "AccessDeniedException", "no"));

    assertThat(StubAws.failureOf(() -> reader.tags(List.of(id(1)))).call().action())
        .isEqualTo("organizations:ListTagsForResource");
  }

  /** Account 1 in the unit at the top, 2 in the one below, 3 in the one below that. */
  private void nested() {
    aws.stub()
        .scripts()
        .answer(
            ORGANIZATIONS,
            "ListAccountsForParent",
            q ->
                of(
                    q,
                    "Accounts",
                    Map.of(
                        TOP, account(1, "ACTIVE"),
                        INNER, account(2, "ACTIVE"),
                        INNERMOST, account(3, "ACTIVE"))))
        .answer(
            ORGANIZATIONS,
            "ListOrganizationalUnitsForParent",
            q ->
                of(
                    q,
                    "OrganizationalUnits",
                    Map.of(
                        TOP, "{\"Id\":\"" + INNER + "\"}",
                        INNER, "{\"Id\":\"" + INNERMOST + "\"}",
                        INNERMOST, "")));
  }

  private static WireReply of(Question question, String list, Map<String, String> byParent) {
    String children = byParent.get(question.parameter("ParentId").orElse(""));
    return children == null
        ? question.error(400, "ParentNotFoundException", "no such parent")
        : question.ok("{\"" + list + "\":[" + children + "]}");
  }

  private static String account(int number, String status) {
    return "{\"Id\":\"%s\",\"Name\":\"name-%d\",\"Status\":\"%s\"}"
        .formatted(id(number), number, status);
  }

  private static String member(String name, String value) {
    return value == null ? "" : ",\"" + name + "\":\"" + value + "\"";
  }

  private static AccountId id(int number) {
    return AccountId.of("%012d".formatted(100_000_000_000L + number));
  }
}
