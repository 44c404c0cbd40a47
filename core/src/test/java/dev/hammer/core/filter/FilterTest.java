package dev.hammer.core.filter;

import static dev.hammer.core.issue.SampleIssue.at;
import static dev.hammer.core.issue.SampleIssue.issue;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hammer.core.check.Severity;
import dev.hammer.core.issue.EventKind;
import dev.hammer.core.issue.Issue;
import dev.hammer.core.issue.IssueQuery;
import dev.hammer.core.issue.Reporting;
import dev.hammer.core.issue.SampleIssue;
import dev.hammer.core.issue.Status;
import dev.hammer.core.resource.AccountId;
import dev.hammer.core.resource.Region;
import dev.hammer.core.resource.ResourceRef;
import dev.hammer.core.value.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilterTest {
  private static final String ACCOUNT = "222222222222";
  private static final ResourceRef GROUP =
      ResourceRef.of(
              "AWS::EC2::SecurityGroup",
              "sg-0a1b2c3d",
              AccountId.of(ACCOUNT),
              Region.of("eu-west-1"))
          .withName("Web Admin")
          .withArn("arn:aws:ec2:eu-west-1:222222222222:security-group/sg-0a1b2c3d")
          .withAliases(List.of("vpc-1:Web Admin"));
  private static final String REF = "0chre5cv2vn7";

  private static SampleIssue group() {
    return issue().resource(GROUP).tags(Map.of("owner", "Team-Pay", "cost center", "c-17"));
  }

  private static Filter parse(String text) {
    ParsedFilter parsed = Filter.parse(text);
    assertThat(parsed).as(text).isInstanceOf(Filter.class);
    return (Filter) parsed;
  }

  private static boolean test(String filter, Issue issue) {
    return parse(filter)
        .test(new FilterSubject(issue, "prod-web", "ec2", true, true, at(0).plus(age(30))));
  }

  private static Duration age(long days) {
    return Duration.ofDays(days);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          is:open                                   | yes
          is:OPEN                                   | yes
          is:whitelisted                            | no
          is:open,resolved                          | yes
          -is:closed                                | yes
          -is:open                                  | no
          is:new                                    | yes
          is:back,changed                           | no
          is:new,back                               | yes
          is:unverified                             | no
          is:latent                                 | no
          is:reported                               | no
          severity:high                             | yes
          severity:HIGH                             | yes
          severity:critical                         | no
          severity:>=high                           | yes
          severity:>high                            | no
          severity:<=high                           | yes
          severity:<high                            | no
          severity:low,high                         | yes
          -severity:high                            | no
          -severity:low,critical                    | yes
          check:secgrp_unrestricted_access          | yes
          check:SECGRP_unrestricted_access          | yes
          check:s3_bucket_acl                       | no
          check:secgrp_*                            | yes
          check:secgrp                              | no
          -check:s3_*                               | yes
          account:222222222222                      | yes
          account:111111111111                      | no
          account:prod-web                          | yes
          account:PROD-*                            | yes
          account:prod                              | no
          account:2222*                             | yes
          -account:prod-*                           | no
          region:eu-west-1                          | yes
          region:EU-West-1                          | yes
          region:eu-*                               | yes
          region:us-*                               | no
          -region:us-*                              | yes
          service:ec2                               | yes
          service:s3,ec2                            | yes
          service:s3                                | no
          -service:ec2                              | no
          resource:sg-0a1b2c3d                      | yes
          resource:SG-0A1B2C3D                      | no
          resource:sg-0a1b                          | no
          resource:sg-*                             | yes
          resource:"vpc-1:Web Admin"                | yes
          resource:arn:aws:ec2:eu-west-1:222222222222:security-group/sg-0a1b2c3d | yes
          resource:arn:aws:*/sg-0a1b2c3d            | yes
          resource:"Web Admin"                      | no
          -resource:sg-0a1b2c3d                     | no
          name:"web admin"                          | yes
          name:web*                                 | yes
          name:web                                  | no
          name:"web a"*                             | yes
          -name:web*                                | no
          ref:0chre5cv                              | yes
          ref:0CHR                                  | yes
          ref:0chre5cv2vn7                          | yes
          ref:1chr                                  | no
          ref:*2vn7                                 | yes
          ref:secgrp_unrestricted_access/222222222222/sg-0a1b2c3d | yes
          ref:secgrp_unrestricted_access/222222222222/sg          | no
          -ref:0chr                                 | no
          age:30d                                   | yes
          age:29d                                   | no
          age:4w                                    | yes
          age:720h                                  | yes
          age:>30d                                  | no
          age:>=30d                                 | yes
          age:>29d                                  | yes
          age:<31d                                  | yes
          age:<30d                                  | no
          age:<=30d                                 | yes
          age:>43199m                               | yes
          -age:>29d                                 | no
          found:2026-11-24                          | yes
          found:2026-11-25                          | no
          found:>2026-11-24                         | no
          found:>=2026-11-24                        | yes
          found:<=2026-11-24                        | yes
          found:<2026-11-24                         | no
          found:2026-11-24T08:00:00Z                | yes
          found:>2026-11-24T07:59:59Z               | yes
          found:<2026-11-24t08:00:01z               | yes
          -found:2026-11-24                         | no
          changed:2026-11-24                        | yes
          changed:>2026-12-01                       | no
          changed:2026-11-23,2026-11-24             | yes
          owner:team-pay                            | yes
          owner:team-*                              | yes
          owner:risk                                | no
          owner:*                                   | yes
          -owner:*                                  | no
          bu:*                                      | no
          -bu:*                                     | yes
          product:x                                 | no
          tag.owner:team-pay                        | yes
          tag.Owner:team-pay                        | no
          TAG.owner:team-pay                        | yes
          tag."cost center":c-17                    | yes
          "tag.cost center":c-*                     | yes
          -tag.team:pay                             | yes
          sg-0a1b                                   | yes
          SG-0A                                     | yes
          admin                                     | yes
          "web admin"                               | yes
          security-group/sg                         | yes
          0chr                                      | yes
          0CHRE5CV                                  | yes
          0ch                                       | no
          sg-*3d                                    | yes
          sg-*3c                                    | no
          arn:aws:ec2                               | yes
          "vpc-1:Web"                               | yes
          secgrp_unrestricted_access/222222222222/sg-0a1b2c3d | yes
          acme,admin                                | yes
          acme                                      | no
          -acme                                     | yes
          -admin                                    | no
          "-admin"                                  | no
          tag.owner                                 | no
          severity:>=high age:>29d -region:us-*     | yes
          severity:>=high age:>30d -region:us-*     | no
          """)
  void selects(String filter, String expected) {
    assertThat(test(filter, group().build())).as(filter).isEqualTo(expected.equals("yes"));
  }

  @Test
  void refOfTheSampleIsTheOneOfTheTable() {
    assertThat(group().build().ref().text()).isEqualTo(REF);
  }

  @ParameterizedTest
  @EnumSource(Status.class)
  void everyStatusHasItsWord(Status status) {
    Issue issue = group().status(status).build();

    for (Status other : Status.values()) {
      assertThat(test("is:" + other.word(), issue)).isEqualTo(other == status);
    }
  }

  @ParameterizedTest
  @CsvSource({"new, FOUND", "back, BACK", "changed, CHANGED"})
  void whatHappenedCountsInTheLatestScanOnly(String word, EventKind kind) {
    for (EventKind other : EventKind.values()) {
      Issue issue = group().event(other).build();
      assertThat(test("is:" + word, issue)).isEqualTo(other == kind);
      assertThat(
              parse("is:" + word)
                  .test(new FilterSubject(issue, "prod-web", "ec2", true, false, at(0))))
          .isFalse();
    }
  }

  @Test
  void unverifiedIsWhatTheLatestLookCouldNotConfirm() {
    FilterSubject unverified =
        new FilterSubject(group().build(), "prod-web", "ec2", false, true, at(0));

    assertThat(parse("is:unverified").test(unverified)).isTrue();
    assertThat(parse("-is:unverified").test(unverified)).isFalse();
  }

  @Test
  void latentAndReportedAreAsked() {
    Issue latent = group().latent(true).build();
    Issue reported =
        group()
            .reporting(new Reporting(Optional.of(at(1)), Optional.empty(), Value.Fields.NONE))
            .build();

    assertThat(test("is:latent", latent)).isTrue();
    assertThat(test("is:reported", latent)).isFalse();
    assertThat(test("is:reported", reported)).isTrue();
  }

  @ParameterizedTest
  @EnumSource(Severity.class)
  void severitiesAreOrdered(Severity severity) {
    Issue issue = group().severity(severity).build();

    for (Severity other : Severity.values()) {
      int order = severity.compareTo(other);
      assertThat(test("severity:" + other.word(), issue)).isEqualTo(order == 0);
      assertThat(test("severity:>=" + other.word(), issue)).isEqualTo(order >= 0);
      assertThat(test("severity:>" + other.word(), issue)).isEqualTo(order > 0);
      assertThat(test("severity:<=" + other.word(), issue)).isEqualTo(order <= 0);
      assertThat(test("severity:<" + other.word(), issue)).isEqualTo(order < 0);
    }
  }

  @Test
  void anIdIsAnIdEvenIfAnotherAccountIsNamedLikeIt() {
    Issue issue = group().build();

    assertThat(
            parse("account:111111111111")
                .test(new FilterSubject(issue, "111111111111", "ec2", true, true, at(0))))
        .isFalse();
  }

  @Test
  void whatHasNoNameIsCalledByItsId() {
    ResourceRef bucket =
        ResourceRef.of("AWS::S3::Bucket", "acme-www", AccountId.of(ACCOUNT), Region.GLOBAL);

    assertThat(test("name:acme-*", issue().resource(bucket).build())).isTrue();
    assertThat(test("region:global", issue().resource(bucket).build())).isTrue();
  }

  @Test
  void changedAsksForTheLastStoredChange() {
    Instant updated = Instant.parse("2026-12-01T23:59:59.999Z");
    Issue issue = group().timestamps(at(0), updated, Optional.empty()).build();

    assertThat(test("changed:2026-12-01", issue)).isTrue();
    assertThat(test("changed:2026-12-01T23:59:59Z", issue)).isTrue();
    assertThat(test("changed:<2026-12-02", issue)).isTrue();
    assertThat(test("changed:2026-12-02", issue)).isFalse();
    assertThat(test("found:2026-12-01", issue)).isFalse();
  }

  @Test
  void anEmptyTagIsNotAMissingOne() {
    assertThat(test("owner:\"\"", issue().tags(Map.of("owner", "")).build())).isTrue();
    assertThat(test("owner:\"\"", issue().build())).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          severity:high           | is:open severity:high
          is:new,back             | is:open is:new,back
          is:closed               | is:closed
          is:new,closed           | is:new,closed
          -is:open                | -is:open
          IS:Open  Check:S3_*     | is:open check:s3_*
          name:"a b"*"c,d"        | is:open name:"a b"*"c,d"
          age:>030D               | is:open age:>30d
          ref:0CHRE5CV            | is:open ref:0chre5cv
          "tag.cost center":x     | is:open tag."cost center":x
          tag.a:b:c               | is:open tag.a:"b:c"
          "-x" -"y z"             | is:open "-x" -"y z"
          "a \\"b\\" \\\\"        | is:open "a \\"b\\" \\\\"
          """)
  void printsInOneFormWithTheUsualStatus(String typed, String printed) {
    assertThat(parse(typed)).hasToString(printed);
    assertThat(parse(printed)).isEqualTo(parse(typed)).hasSameHashCodeAs(parse(typed));
  }

  @Test
  void nothingTypedSelectsWhatIsOpen() {
    assertThat(parse("")).hasToString("is:open");
    assertThat(parse(" \t ")).isEqualTo(parse("is:open"));
    assertThat(Filter.parse(List.of(), Vocabulary.ANY)).isEqualTo(parse("is:open"));
  }

  @Test
  void wordsOfAShellAreTerms() {
    assertThat(Filter.parse(List.of("is:new severity:high", "-region:us-*"), Vocabulary.ANY))
        .isEqualTo(parse("is:new severity:high -region:us-*"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          is:open sevrity:high  | 9  | unknown key "sevrity" at column 9; did you mean severity?
          is:open,opn           | 9  | unknown is "opn" at column 9; did you mean open?
          -sevrity:high         | 2  | unknown key "sevrity" at column 2; did you mean severity?
          foo:bar               | 1  | unknown key "foo" at column 1; in quotes it is a word to search for
          is:fixable            | 4  | unknown is "fixable" at column 4
          ou:x                  | 4  | "x" is not the id of a unit, such as ou-ab12-cdef3456, or of the root at column 4
          due:x                 | 1  | unknown key "due" at column 1; in quotes it is a word to search for
          source:x              | 1  | unknown key "source" at column 1; did you mean resource?
          severity:>=hihg       | 10 | unknown severity "hihg" at column 10; did you mean high?
          severity:             | 10 | a value is missing at column 10
          severity:high, low    | 15 | a value is missing at column 15
          severity:,high        | 10 | a value is missing at column 10
          -                     | 2  | a value is missing at column 2
          x -                   | 4  | a value is missing at column 4
          ""                    | 1  | an empty word finds nothing at column 1
          name:"a b             | 6  | a quote is not closed at column 6
          age:>30               | 5  | "30" is not an age, such as 90m, 12h, 30d or 2w at column 5
          age:-1d               | 5  | "-1d" is not an age, such as 90m, 12h, 30d or 2w at column 5
          found:yesterday       | 7  | "yesterday" is not a date, such as 2026-12-13 or 2026-12-13T08:00:00Z (UTC) at column 7
          found:2026-02-30      | 7  | "2026-02-30" is not a date, such as 2026-12-13 or 2026-12-13T08:00:00Z (UTC) at column 7
          ref:k7f               | 5  | "k7f" is too short at column 5; type at least 4 characters of a ref
          ref:k7fu              | 5  | "k7fu" is not a ref: at most 12 letters and digits, without i, l, o and u at column 5
          tag.:x                | 1  | unknown key "tag." at column 1; in quotes it is a word to search for
          :x                    | 1  | unknown key "" at column 1; in quotes it is a word to search for
          """)
  void marksWhatItCannotUnderstand(String typed, int position, String message) {
    ParsedFilter parsed = Filter.parse(typed);

    assertThat(parsed).isInstanceOf(FilterProblem.class);
    FilterProblem problem = (FilterProblem) parsed;
    assertThat(problem.message()).isEqualTo(message);
    assertThat(problem.position()).isEqualTo(position);
    assertThat(problem.marked()).isEqualTo(typed + "\n" + " ".repeat(position - 1) + "^");
  }

  @Test
  void listsWhatIsValid() {
    assertThat(((FilterProblem) Filter.parse("foo:bar")).valid())
        .containsExactly(
            "account",
            "age",
            "bu",
            "changed",
            "check",
            "found",
            "is",
            "name",
            "ou",
            "owner",
            "product",
            "ref",
            "region",
            "resource",
            "service",
            "severity",
            "tag.KEY",
            "ticket");
    assertThat(((FilterProblem) Filter.parse("is:bar")).valid())
        .containsExactly(
            "back",
            "changed",
            "closed",
            "latent",
            "new",
            "open",
            "reported",
            "resolved",
            "unknown",
            "unverified",
            "whitelisted");
    assertThat(((FilterProblem) Filter.parse("age:x")).valid()).isEmpty();
  }

  @Test
  void refusesNamesThatDoNotExist() {
    Vocabulary vocabulary =
        new Vocabulary(Set.of("s3_bucket_acl", "s3_bucket_policy"), Set.of("s3", "ec2"));

    assertThat(Filter.parse("check:s3_bucket_acl service:S3", vocabulary))
        .isInstanceOf(Filter.class);
    assertThat(Filter.parse("check:rds_* service:r*", vocabulary)).isInstanceOf(Filter.class);
    FilterProblem check = (FilterProblem) Filter.parse("check:s3_bucket_alc", vocabulary);
    assertThat(check.message())
        .isEqualTo("unknown check \"s3_bucket_alc\" at column 7; did you mean s3_bucket_acl?");
    assertThat(check.valid()).containsExactly("s3_bucket_acl", "s3_bucket_policy");
    assertThat(Filter.parse("service:sqs", vocabulary)).isInstanceOf(FilterProblem.class);
  }

  @Test
  void aMarkKeepsToItsLine() {
    assertThat(((FilterProblem) Filter.parse("a\n\u001b x:y")).marked())
        .isEqualTo("a   x:y\n    ^");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      emptyValue = "",
      textBlock =
          """
          is:open                        | OPEN
          is:open,closed                 | OPEN,CLOSED
          -is:closed                     | OPEN,WHITELISTED,RESOLVED,UNKNOWN
          -is:closed,new                 | OPEN,WHITELISTED,RESOLVED,UNKNOWN
          is:open,new                    | *
          is:new                         | OPEN
          is:open,closed -is:closed      | OPEN
          is:open is:closed              | *
          is:open,whitelisted,resolved,closed,unknown | *
          """)
  void narrowsToStatuses(String filter, String statuses) {
    Set<Status> expected =
        statuses.equals("*")
            ? Set.of()
            : List.of(statuses.split(",")).stream()
                .map(Status::valueOf)
                .collect(java.util.stream.Collectors.toSet());

    assertThat(parse(filter).narrow()).isEqualTo(IssueQuery.ALL.withStatuses(expected));
  }

  @Test
  void narrowsToWhatAStoreCanLookUp() {
    assertThat(
            parse("check:a,b check:b account:111111111111 resource:sg-1 severity:high x").narrow())
        .isEqualTo(
            IssueQuery.ALL
                .withStatuses(Set.of(Status.OPEN))
                .withSeverities(Set.of(Severity.HIGH))
                .withChecks(Set.of("b"))
                .withAccounts(Set.of(AccountId.of("111111111111")))
                .withResource("sg-1"));
  }

  @Test
  void narrowsToSeverities() {
    Map<String, Set<Severity>> expected =
        Map.of(
            "severity:>=high", Set.of(Severity.HIGH, Severity.CRITICAL),
            "severity:low,>high", Set.of(Severity.LOW, Severity.CRITICAL),
            "-severity:<critical", Set.of(Severity.CRITICAL),
            "severity:>low severity:<high", Set.of(Severity.MEDIUM),
            "severity:>=info", Set.of(),
            "severity:low severity:high", Set.of());
    expected.forEach(
        (filter, severities) ->
            assertThat(parse(filter).narrow().severities()).as(filter).isEqualTo(severities));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "check:a*",
        "-check:a",
        "account:prod",
        "account:111111111111,prod",
        "-account:111111111111",
        "resource:a,b",
        "resource:a,b resource:b,c",
        "resource:a*",
        "-resource:a",
        "name:a",
        "region:eu-west-1",
        "a",
        "check:a check:b",
      })
  void doesNotNarrowWhereItCannotTell(String filter) {
    assertThat(parse(filter).narrow()).isEqualTo(IssueQuery.ALL.withStatuses(Set.of(Status.OPEN)));
  }

  @ParameterizedTest
  @CsvSource({
    "ou:ou-ab12-00000001, yes",
    "ou:OU-AB12-00000001, yes",
    "ou:ou-ab12-00000002, no",
    "'ou:ou-ab12-00000002,r-ab12', yes",
    "ou:ou-ab12-*, yes",
    "ou:*, yes",
    "-ou:ou-ab12-00000001, no",
    "-ou:ou-ab12-00000002, yes",
  })
  void asksForUnits(String filter, String expected) {
    FilterSubject subject =
        new FilterSubject(
            group().build(), "", Set.of("ou-ab12-00000001", "r-ab12"), "ec2", true, true, at(0));

    assertThat(parse(filter).test(subject)).isEqualTo(expected.equals("yes"));
  }

  @Test
  void namesTheUnitsItAsksFor() {
    assertThat(parse("ou:ou-ab12-00000002,* -ou:r-ab12 severity:high").units())
        .containsExactly("ou-ab12-00000002", "r-ab12");
    assertThat(parse("is:open").units()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"SEC-1412, yes", "sec-*, yes", "SEC, no", "-ticket:SEC-1412, no", "*, yes"})
  void asksForTickets(String value, String expected) {
    Reporting reporting =
        new Reporting(
            Optional.empty(), Optional.empty(), Value.fields().put("ticket", "SEC-1412").build());
    String filter = value.startsWith("-") ? value : "ticket:" + value;

    assertThat(test(filter, group().reporting(reporting).build()))
        .isEqualTo(expected.equals("yes"));
    assertThat(test("ticket:*", group().build())).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "check:a, true",
    "-is:open, true",
    "OU:x, true",
    "tag.env:dev, true",
    "arn:aws:s3:::logs, false",
    "https://sqs, false",
    "s3_bucket_acl, false",
    "k7f39qpd, false",
    "-, false",
    ":, false",
  })
  void tellsTermsFromNames(String word, boolean isKeyed) {
    assertThat(Filter.isKeyed(word)).isEqualTo(isKeyed);
  }

  @Test
  void namesItsKeysAndStates() {
    assertThat(Filter.keys()).startsWith("is", "severity", "check", "account").hasSize(17);
    assertThat(Filter.states()).startsWith("open", "whitelisted").hasSize(11);
  }
}
