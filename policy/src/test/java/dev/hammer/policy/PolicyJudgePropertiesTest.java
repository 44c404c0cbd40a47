package dev.hammer.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What must hold for any policy, whatever the rules of its parts. */
final class PolicyJudgePropertiesTest {

  private static final List<String> OPERATORS =
      List.of(
          "StringEquals",
          "StringLike",
          "StringNotEquals",
          "StringEqualsIfExists",
          "ForAllValues:StringEquals",
          "ForAnyValue:StringLike",
          "ArnLike",
          "ArnNotLike",
          "IpAddress",
          "NotIpAddress",
          "Null",
          "Bool",
          "DateLessThan",
          "Unheard");

  private static final List<String> KEYS =
      List.of(
          "aws:PrincipalOrgID",
          "aws:PrincipalAccount",
          "aws:PrincipalArn",
          "aws:SourceIp",
          "aws:SourceArn",
          "aws:SourceAccount",
          "aws:SourceVpce",
          "aws:PrincipalIsAWSService",
          "aws:Referer",
          "aws:userid",
          "accounts.google.com:aud",
          "accounts.google.com:sub",
          "example:Unheard");

  private static final List<String> VALUES =
      List.of(
          Judging.OWN,
          Judging.FOREIGN,
          Judging.ORGANIZATION,
          "o-z9y8x7w6v5",
          "arn:aws:iam::111122223333:role/x",
          "arn:aws:sns:*:444455556666:*",
          "arn:aws:sns:*:*:*",
          "vpce-1a2b3c4d",
          "54.240.143.0/24",
          "10.0.0.0/8",
          "0.0.0.0/0",
          "true",
          "false",
          "*",
          "${aws:userid}",
          "");

  private static final List<Principal> PRINCIPALS =
      List.of(
          Principal.Kind.AWS.of("*"),
          Principal.Kind.AWS.of(Judging.OWN),
          Principal.Kind.AWS.of(Judging.FOREIGN),
          Principal.Kind.AWS.of("arn:aws:iam::*:root"),
          Principal.Kind.AWS.of("AIDACKCEVSQ6C2EXAMPLE"),
          Principal.Kind.AWS.of("who?ever"),
          Principal.Kind.AWS.of("whoever"),
          Principal.Kind.SERVICE.of("sns.amazonaws.com"),
          Principal.Kind.FEDERATED.of("accounts.google.com"),
          Principal.Kind.FEDERATED.of("arn:aws:iam::111122223333:saml-provider/x"));

  @Property
  void anotherAllowNeverHelps(
      @ForAll("statements") List<Statement> statements,
      @ForAll("statement") Statement more,
      @ForAll ResourceKind kind) {
    Audience before = verdict(kind, statements);
    assertThat(verdict(kind, with(statements, more)).isAtLeast(before)).isTrue();
  }

  @Property
  void anotherConditionNeverHurts(
      @ForAll("statement") Statement statement,
      @ForAll("condition") Condition more,
      @ForAll ResourceKind kind) {
    List<Condition> conditions = new ArrayList<>(statement.conditions());
    conditions.add(more);
    Audience before = verdict(kind, List.of(statement));
    Audience after = verdict(kind, List.of(withConditions(statement, conditions)));
    assertThat(before.isAtLeast(after)).as("%s with %s", statement, more).isTrue();
  }

  @Property
  void anotherValueNeverHelps(
      @ForAll("statement") Statement statement,
      @ForAll("value") String more,
      @ForAll ResourceKind kind) {
    List<Condition> wider =
        statement.conditions().stream()
            .map(
                test ->
                    isDemand(test)
                        ? test
                        : new Condition(test.operator(), test.key(), with(test.values(), more)))
            .toList();
    Audience before = verdict(kind, List.of(statement));
    Audience after = verdict(kind, List.of(withConditions(statement, wider)));
    boolean hadNone = statement.conditions().stream().anyMatch(test -> test.values().isEmpty());
    assertThat(after.isAtLeast(before) || hadNone).as("%s with %s", statement, more).isTrue();
  }

  /** Whether a key must be there can make another test stricter, so values do not only widen it. */
  private static boolean isDemand(Condition test) {
    return test.parsedOperator().test() == Operator.Test.PRESENCE;
  }

  @Property
  void anotherDenyNeverChangesTheVerdict(
      @ForAll("statements") List<Statement> statements,
      @ForAll("statement") Statement more,
      @ForAll ResourceKind kind) {
    Statement deny = as(Effect.DENY, more);
    Exposure before = judge(kind, statements);
    Exposure after = judge(kind, with(statements, deny));
    assertThat(after.verdict()).isEqualTo(before.verdict());
    assertThat(after.narrowedByDeny() || !before.narrowedByDeny()).isTrue();
  }

  @Property
  void orderIsIrrelevant(
      @ForAll("statements") List<Statement> statements,
      @ForAll ResourceKind kind,
      @ForAll Random random) {
    List<Statement> shuffled =
        new ArrayList<>(statements.stream().map(one -> shuffle(one, random)).toList());
    Collections.shuffle(shuffled, random);
    Exposure before = judge(kind, statements);
    Exposure after = judge(kind, shuffled);
    assertThat(after.verdict()).isEqualTo(before.verdict());
    assertThat(after.narrowedByDeny()).isEqualTo(before.narrowedByDeny());
    assertThat(after.publicAccess()).isEqualTo(before.publicAccess());
  }

  @Property
  void caseOfOperatorsAndKeysAndActionsIsIrrelevant(
      @ForAll("statements") List<Statement> statements, @ForAll ResourceKind kind) {
    List<Statement> shouted = statements.stream().map(PolicyJudgePropertiesTest::shout).toList();
    Exposure before = judge(kind, statements);
    Exposure after = judge(kind, shouted);
    assertThat(after.verdict()).isEqualTo(before.verdict());
    assertThat(after.narrowedByDeny()).isEqualTo(before.narrowedByDeny());
    assertThat(after.publicAccess()).isEqualTo(before.publicAccess());
  }

  @Property
  void everyVerdictIsTheWorstAndExplained(
      @ForAll("statements") List<Statement> statements, @ForAll ResourceKind kind) {
    Exposure exposure = judge(kind, statements);
    Judging.assertExplained(exposure);
    assertThat(exposure.statements()).hasSameSizeAs(statements);
    assertThat(exposure.statements())
        .allSatisfy(one -> assertThat(exposure.verdict().isAtLeast(one.verdict())).isTrue());
    boolean reached =
        exposure.verdict() == Audience.INTERNAL
            || exposure.statements().stream().anyMatch(is(exposure.verdict()));
    assertThat(reached).isTrue();
    assertThat(exposure.isPublic()).isEqualTo(!exposure.publicStatements().isEmpty());
  }

  private static Predicate<StatementJudgement> is(Audience verdict) {
    return statement -> statement.verdict() == verdict;
  }

  @Provide
  static Arbitrary<List<Statement>> statements() {
    Arbitrary<Statement> any =
        Combinators.combine(statement(), Arbitraries.of(Effect.ALLOW, Effect.ALLOW, Effect.DENY))
            .as((statement, effect) -> as(effect, statement));
    return any.list().ofMaxSize(4);
  }

  @Provide
  static Arbitrary<Statement> statement() {
    Arbitrary<Principals> principals =
        Combinators.combine(
                Arbitraries.of(false, false, false, true),
                Arbitraries.of(PRINCIPALS).list().ofMaxSize(2))
            .as(Principals::new);
    Arbitrary<Selection> actions =
        selection("*", "s3:*", "s3:GetObject", "s3:Get*", "sqs:SendMessage", "sqs:*");
    Arbitrary<Selection> resources = selection("*", "arn:aws:s3:::box/*", "arn:aws:s3:::box");
    return Combinators.combine(
            principals.optional(0.9), actions, resources, condition().list().ofMaxSize(2))
        .as(
            (who, what, where, when) ->
                new Statement(0, Optional.empty(), Effect.ALLOW, who, what, where, when));
  }

  private static Arbitrary<Selection> selection(String... patterns) {
    return Combinators.combine(
            Arbitraries.of(false, false, true), Arbitraries.of(patterns).list().ofMaxSize(2))
        .as(Selection::new);
  }

  @Provide
  static Arbitrary<Condition> condition() {
    return Combinators.combine(
            Arbitraries.of(OPERATORS), Arbitraries.of(KEYS), value().list().ofMaxSize(2))
        .as(Condition::new);
  }

  @Provide
  static Arbitrary<String> value() {
    return Arbitraries.of(VALUES);
  }

  private static Exposure judge(ResourceKind kind, List<Statement> statements) {
    PolicyDocument policy = new PolicyDocument(Optional.empty(), Optional.empty(), statements);
    return new PolicyJudge(kind, Judging.TRUST).judge(policy);
  }

  private static Audience verdict(ResourceKind kind, List<Statement> statements) {
    return judge(kind, statements).verdict();
  }

  private static <T> List<T> with(List<T> list, T more) {
    List<T> longer = new ArrayList<>(list);
    longer.add(more);
    return longer;
  }

  private static Statement as(Effect effect, Statement one) {
    return new Statement(
        one.index(),
        one.sid(),
        effect,
        one.principals(),
        one.actions(),
        one.resources(),
        one.conditions());
  }

  private static Statement withConditions(Statement one, List<Condition> conditions) {
    return new Statement(
        one.index(),
        one.sid(),
        one.effect(),
        one.principals(),
        one.actions(),
        one.resources(),
        conditions);
  }

  private static Statement shuffle(Statement one, Random random) {
    List<Condition> conditions = new ArrayList<>(one.conditions());
    Collections.shuffle(conditions, random);
    return withConditions(one, conditions);
  }

  private static Statement shout(Statement one) {
    List<Condition> conditions =
        one.conditions().stream()
            .map(test -> new Condition(upper(test.operator()), upper(test.key()), test.values()))
            .toList();
    Selection actions =
        new Selection(
            one.actions().negated(),
            one.actions().patterns().stream().map(PolicyJudgePropertiesTest::upper).toList());
    return new Statement(
        one.index(),
        one.sid(),
        one.effect(),
        one.principals(),
        actions,
        one.resources(),
        conditions);
  }

  private static String upper(String text) {
    return text.toUpperCase(Locale.ROOT);
  }
}
