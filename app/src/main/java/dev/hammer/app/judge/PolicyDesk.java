package dev.hammer.app.judge;

import dev.hammer.app.CommandFailure;
import dev.hammer.policy.Exposure;
import dev.hammer.policy.ParsedPolicy;
import dev.hammer.policy.PolicyDocument;
import dev.hammer.policy.PolicyJudge;
import dev.hammer.policy.ResourceKind;
import dev.hammer.policy.Trust;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Judges the text of a policy; asks nobody. */
public final class PolicyDesk {
  private static final String REMEDY =
      "Give the policy's JSON, or the whole answer of aws s3api get-bucket-policy or aws sqs"
          + " get-queue-attributes";

  private final ResourceKind kind;
  private final Trust trust;

  public PolicyDesk(ResourceKind kind, Trust trust) {
    this.kind = kind;
    this.trust = trust;
  }

  /**
   * Judges a policy, alone or within an answer of AWS.
   *
   * @param shown what to call the text in messages, such as the name of its file
   * @throws CommandFailure if it is no policy; it says where
   */
  public JudgedPolicy judge(String text, String shown) {
    PolicyText policy = PolicyText.of(text);
    return switch (PolicyDocument.parse(policy.text())) {
      case ParsedPolicy.Parsed(PolicyDocument document, List<String> warnings) ->
          judged(document, warnings);
      case ParsedPolicy.Absent _ -> throw absent(policy, shown);
      case ParsedPolicy.Unparsable(String why, int line, int column) ->
          throw policy.isWrapped()
              ? failure(
                  "policy.unparsable",
                  shown
                      + ": the text in "
                      + policy.wrapper()
                      + " is no policy; at its line "
                      + line
                      + ", column "
                      + column
                      + ": "
                      + why)
              : failure("policy.unparsable", why).at(shown, line, column);
    };
  }

  private JudgedPolicy judged(PolicyDocument document, List<String> warnings) {
    Exposure exposure = new PolicyJudge(kind, trust).judge(document);
    List<String> notes = new ArrayList<>(warnings);
    Set<String> services =
        document.statements().stream()
            .flatMap(statement -> statement.actions().texts().stream())
            .filter(action -> action.contains(":"))
            .map(action -> action.substring(0, action.indexOf(':')).toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
    if (services.size() == 1) {
      typeOf(services.iterator().next()).ifPresent(notes::add);
    }
    return new JudgedPolicy(kind, exposure, notes);
  }

  /** A policy of a queue that is judged as one of a bucket is judged by the wrong rules. */
  private Optional<String> typeOf(String service) {
    return ResourceTypes.of(service)
        .filter(types -> !types.contains(kind))
        .map(
            types ->
                "All actions are of "
                    + service
                    + ", but it is judged as "
                    + kind.typeName()
                    + ". Add: --type "
                    + types.getFirst().typeName());
  }

  private static CommandFailure absent(PolicyText policy, String shown) {
    return policy.isWrapped()
        ? failure(
            "policy.absent",
            shown
                + ": there is no policy in "
                + policy.wrapper()
                + "; without one, the own account alone is let in")
        : failure("policy.absent", shown + " is empty");
  }

  private static CommandFailure failure(String code, String message) {
    return new CommandFailure(CommandFailure.Kind.USAGE, code, message, REMEDY);
  }
}
