package dev.hammer.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;

/** Policies of tests: who is who, and short ways to a verdict. */
final class Judging {

  static final String OWN = "111122223333";
  static final String TRUSTED = "222233334444";
  static final String FOREIGN = "444455556666";
  static final String ORGANIZATION = "o-a1b2c3d4e5";
  static final Trust TRUST =
      Trust.of(OWN).withOrganization(ORGANIZATION).withTrusted(Set.of(TRUSTED));

  private Judging() {}

  static PolicyDocument document(String text) {
    ParsedPolicy parsed = PolicyDocument.parse(text);
    assertThat(parsed).as(text).isInstanceOf(ParsedPolicy.Parsed.class);
    return parsed instanceof ParsedPolicy.Parsed(PolicyDocument document, _)
        ? document
        : PolicyDocument.none();
  }

  /** Judges a policy of these statements, written with single quotes for double ones. */
  static Exposure judge(ResourceKind kind, String statements) {
    String text = "{'Version': '2012-10-17', 'Statement': [" + statements + "]}";
    return new PolicyJudge(kind, TRUST).judge(document(text.replace('\'', '"')));
  }

  /** A statement that grants reading to this principal. */
  static String allow(String principal) {
    return "{'Effect': 'Allow', 'Principal': "
        + principal
        + ", 'Action': 's3:GetObject', 'Resource': 'arn:aws:s3:::box/*'}";
  }

  /** The same under this condition. */
  static String allow(String principal, String condition) {
    return "{'Effect': 'Allow', 'Principal': "
        + principal
        + ", 'Action': 's3:GetObject', 'Resource': 'arn:aws:s3:::box/*', 'Condition': "
        + condition
        + "}";
  }

  static Audience verdict(ResourceKind kind, String statements) {
    return judge(kind, statements).verdict();
  }

  /** Every verdict and every condition must say why. */
  static void assertExplained(Exposure exposure) {
    assertThat(exposure.why()).isNotBlank();
    for (StatementJudgement statement : exposure.statements()) {
      assertThat(statement.why()).isNotBlank();
      assertThat(statement.conditions()).allSatisfy(test -> assertThat(test.why()).isNotBlank());
    }
  }
}
