package dev.hammer.checks;

import dev.hammer.core.reading.ApiCall;
import dev.hammer.core.reading.ReadFailure;
import dev.hammer.core.reading.UnreadableException;
import dev.hammer.core.resource.AccountId;
import dev.hammer.core.value.Value;
import dev.hammer.policy.Exposure;
import dev.hammer.policy.ParsedPolicy;
import dev.hammer.policy.PolicyDocument;
import dev.hammer.policy.PolicyJudge;
import dev.hammer.policy.ResourceKind;
import dev.hammer.policy.Trust;
import java.util.Optional;

/**
 * The policy of a resource as AWS answered it.
 *
 * @param text verbatim; absent or empty if there is none
 * @param call what answered it
 */
public record ResourcePolicy(Optional<String> text, ApiCall call) {
  /**
   * Whom the policy lets in.
   *
   * @throws UnreadableException if the text is no policy: then nobody can tell
   */
  public Exposure exposure(ResourceKind kind, AccountId owner, CheckContext context) {
    return new PolicyJudge(kind, trust(owner, context)).judge(document());
  }

  /** The text as the predecessor stored it. */
  public String indented() {
    return text.map(IndentedJson::of).orElse("");
  }

  public Value toValue() {
    return Value.text(text);
  }

  private PolicyDocument document() {
    return switch (text.map(PolicyDocument::parse).orElseGet(ParsedPolicy.Absent::new)) {
      case ParsedPolicy.Parsed(PolicyDocument document, _) -> document;
      case ParsedPolicy.Absent _ -> PolicyDocument.none();
      case ParsedPolicy.Unparsable(String why, int line, int column) ->
          throw new UnreadableException(
              ReadFailure.of(
                  call,
                  ReadFailure.Kind.UNPARSABLE,
                  "the policy at line " + line + ", column " + column + ": " + why));
    };
  }

  private static Trust trust(AccountId owner, CheckContext context) {
    Trust own = Trust.of(owner.id()).withTrusted(context.trustedAccounts());
    return context.organization().map(own::withOrganization).orElse(own);
  }
}
