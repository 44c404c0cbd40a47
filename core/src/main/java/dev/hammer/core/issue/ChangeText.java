package dev.hammer.core.issue;

import dev.hammer.core.value.Value;
import java.util.ArrayList;
import java.util.List;

/** Says in one line what changed between two findings. */
final class ChangeText {
  private ChangeText() {}

  static String of(Finding before, Finding after) {
    List<String> parts = new ArrayList<>();
    if (before.severity() != after.severity()) {
      parts.add(
          before.severity().word() + " -> " + after.severity().word() + ": " + after.reason());
    } else if (before.latent() != after.latent()) {
      parts.add(after.latent() ? "neutralised by another layer" : "no longer neutralised");
    }
    List<String> fields =
        after.details().fields().stream()
            .filter(Value.Field::significant)
            .filter(
                field ->
                    before
                        .details()
                        .get(field.name())
                        .filter(field.value()::isNewsBeside)
                        .isPresent())
            .map(Value.Field::name)
            .toList();
    if (!fields.isEmpty()) {
      parts.add(String.join(", ", fields) + " changed; now " + after.summary());
    }
    return String.join("; ", parts);
  }
}
