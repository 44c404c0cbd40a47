package dev.hammer.app.judge;

import dev.hammer.core.value.Value;
import dev.hammer.json.JsonException;
import dev.hammer.json.JsonText;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The text of a policy, alone or taken out of what the command line of AWS prints around it.
 *
 * @param wrapper the field it was taken out of; empty if it stood alone
 */
record PolicyText(String text, String wrapper) {
  /** Fields in which an answer of AWS holds a policy as text. */
  private static final List<String> FIELDS = List.of("Policy", "policyText", "ResourcePolicy");

  private static final String ATTRIBUTES = "Attributes";

  static PolicyText of(String given) {
    return object(given)
        .filter(answer -> answer.fields().stream().noneMatch(PolicyText::isStatement))
        .flatMap(PolicyText::unwrapped)
        .orElseGet(() -> new PolicyText(given, ""));
  }

  boolean isWrapped() {
    return !wrapper.isEmpty();
  }

  private static Optional<Value.Fields> object(String given) {
    try {
      return JsonText.parse(given) instanceof Value.Fields fields
          ? Optional.of(fields)
          : Optional.empty();
    } catch (JsonException broken) {
      return Optional.empty();
    }
  }

  private static boolean isStatement(Value.Field field) {
    return field.name().equalsIgnoreCase("Statement");
  }

  private static Optional<PolicyText> unwrapped(Value.Fields answer) {
    Optional<Value.Fields> attributes =
        answer
            .get(ATTRIBUTES)
            .flatMap(
                value ->
                    value instanceof Value.Fields fields ? Optional.of(fields) : Optional.empty());
    return Stream.concat(
            in(answer, "").stream(),
            attributes.stream().flatMap(fields -> in(fields, ATTRIBUTES + ".").stream()))
        .findFirst()
        .or(() -> attributes.map(_ -> new PolicyText("", ATTRIBUTES + ".Policy")));
  }

  private static Optional<PolicyText> in(Value.Fields fields, String path) {
    return FIELDS.stream()
        .flatMap(name -> fields.text(name).map(text -> new PolicyText(text, path + name)).stream())
        .findFirst();
  }
}
