package dev.hammer.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules of the organization, and how they fit the rest. */
class OrganizationsTest {
  @TempDir private Path folder;

  @Test
  void ruleCarriesItsOwnRoleExternalIdAndSession() {
    LoadedConfig loaded =
        load(
            """
            aws:
              role_name_identification: hammer-identify
              external_id: shared-42
              organizations:
                enabled: true
                include:
                  - match: ou-ab12-cdef3456
                    role_name_identification: reader
                    external_id: other-42
                    session_minutes: 15
                  - match: 012345678901
                  - prod-*
            """);

    AwsSection aws = loaded.configuration().aws();
    assertThat(loaded.problems()).isEmpty();
    assertThat(aws.organizations().include())
        .containsExactly(
            new AccountRule(
                new AccountPattern.Unit("ou-ab12-cdef3456"),
                Optional.of("reader"),
                Optional.of("other-42"),
                Optional.of(Duration.ofMinutes(15))),
            AccountRule.of(new AccountPattern.Named("012345678901")),
            AccountRule.of(new AccountPattern.Named("prod-*")));
    assertThat(aws.with(aws.organizations().include().getFirst()))
        .returns(Optional.of("reader"), AwsSection::identificationRole)
        .returns(Optional.of("other-42"), AwsSection::externalId)
        .returns(Duration.ofMinutes(15), AwsSection::sessionDuration);
    assertThat(aws.with(aws.organizations().include().getLast()))
        .returns(Optional.of("hammer-identify"), AwsSection::identificationRole)
        .returns(Optional.of("shared-42"), AwsSection::externalId)
        .returns(Duration.ofHours(1), AwsSection::sessionDuration);
  }

  @Test
  void externalIdOfARuleIsNeverShown() {
    LoadedConfig loaded =
        load("aws: {organizations: {include: [{match: a, external_id: very-secret}]}}");

    assertThat(ConfigShow.rows(loaded, "aws.organizations.include"))
        .extracting(ConfigShow::text)
        .containsExactly("[{\"external_id\":\"(hidden)\",\"match\":\"a\"}]");
    assertThat(loaded.configuration().aws().organizations().toString())
        .doesNotContain("very-secret");
    assertThat(
            Desk.lines(
                load("aws: {organizations: {include: [{match: a, external_id: ' se cret '}]}}")))
        .noneMatch(line -> line.contains("se cret"));
  }

  @ParameterizedTest
  @CsvSource({
    "ou:ou-ab12-cdef3456, Unit",
    "ou-ab12-cdef3456, Unit",
    "ou:r-ab12, Unit",
    "r-ab12, Named",
    "ou-team, Named",
    "tag:team=pay*, Tag",
    "tag:team=, Tag",
    "222222222222, Named",
    "prod-*, Named"
  })
  void patternIsReadByItsForm(String text, String kind) {
    assertThat(AccountPattern.parse(text).orElseThrow().getClass().getSimpleName()).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource({"ou:ou-ab12", "ou:", "tag:", "tag:team", "tag:=x", "' '"})
  void textThatNamesNoAccountsIsNoPattern(String text) {
    assertThat(AccountPattern.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "include: [{match: a, role_name: b}] | unknown key aws.organizations.include[0].role_name",
        "include: [{match: a, session_minutes: 5}] | 5 is no number of minutes",
        "include: [{match: 'ou:x'}] | aws.organizations.include[0].match: \"ou:x\" names no accounts",
        "include: a | aws.organizations.include is a string",
        "exclude: [{match: a}] | an object names no accounts",
        "tags: [team] | aws.organizations.tags is a list",
        "tags: {team: {a: b}} | aws.organizations.tags.team is an object, not a text",
        "includ: [a] | did you mean include?"
      })
  void whatMakesNoSenseIsAnErrorAtItsPlace(String rules, String refusal) {
    LoadedConfig loaded = load("aws: {organizations: {enabled: true, " + rules + "}}");

    assertThat(loaded.errors()).hasSize(1);
    assertThat(loaded.errors().getFirst().text()).contains(refusal);
    assertThat(loaded.errors().getFirst().line()).isEqualTo(1);
  }

  @Test
  void rulesThatAreNotOnAndMissingRolesAreWarnings() {
    assertThat(Desk.lines(load("aws: {organizations: {include: [a]}}")))
        .anyMatch(line -> line.contains("the organization is not asked"));
    assertThat(Desk.lines(load("aws: {organizations: {enabled: true}}")))
        .anyMatch(line -> line.contains("there is no role to enter its accounts by"));
    assertThat(
            load("aws: {organizations: {enabled: true, include:"
                    + " [{match: a, role_name_identification: r}]}}")
                .problems())
        .isEmpty();
  }

  @Test
  void accountsOfChecksNeedNotBeNamedWhereTheOrganizationKnowsThem() {
    String rest =
        """
          accounts: {"111111111111": main}
          role_name_identification: r
        s3_bucket_acl: {ignore_accounts: ["222222222222"]}
        """;

    assertThat(Desk.lines(load("aws:\n" + rest)))
        .anyMatch(line -> line.contains("222222222222 is not in aws.accounts"));
    assertThat(load("aws:\n  organizations: {enabled: true}\n" + rest).problems()).isEmpty();
  }

  @Test
  void callsAreThoseTheRulesNeed() {
    assertThat(calls("{include: [a]}")).isEmpty();
    assertThat(calls("{enabled: true}")).containsExactly("organizations:ListAccounts");
    assertThat(calls("{enabled: true, exclude: ['tag:a=b']}"))
        .containsExactly("organizations:ListAccounts", "organizations:ListTagsForResource");
    assertThat(calls("{enabled: true, tags: {a: b}, exclude: [ou-ab12-cdef3456]}")).hasSize(4);
  }

  private List<String> calls(String organizations) {
    return load("aws: {organizations: " + organizations + "}")
        .configuration()
        .aws()
        .organizations()
        .calls()
        .stream()
        .map(call -> call.action())
        .toList();
  }

  private LoadedConfig load(String yaml) {
    return new Desk(folder).with("hammer.yaml", yaml).load();
  }
}
