package dev.hammer.app.config;

import dev.hammer.core.check.CheckInfo;
import java.util.List;
import java.util.function.Predicate;

/** The page of the documentation that lists every key. */
final class ReferencePage {
  private static final String HEAD =
      """
      # Configuration reference

      Every key there is, generated from the code: the same as `hammer config reference`. How files are found and read, and what
      goes before what, is in [configuration](configuration.md). `CHECK` stands for the id of a [check](checks/README.md).

      """;

  private final List<ReferenceKey> keys;
  private final StringBuilder text = new StringBuilder(HEAD);

  ReferencePage(List<CheckInfo> checks) {
    this.keys = new ConfigReference(checks).keys();
  }

  String text() {
    table("Where issues are kept, and whom policies may let in", key -> !key.key().contains("."));
    table("`aws`", key -> key.key().startsWith("aws."));
    table("Every check", key -> key.key().startsWith("CHECK."));
    table(
        "Settings of single checks",
        key ->
            key.key().contains(".")
                && !key.key().startsWith("aws.")
                && !key.key().startsWith("CHECK."));
    text.append("## Of the predecessor, checked and not used yet\n\n");
    text.append("Their values must make sense; nothing acts on them.\n\n");
    rows(key -> !key.used());
    return text.toString();
  }

  private void table(String title, Predicate<ReferenceKey> which) {
    text.append("## ").append(title).append("\n\n");
    rows(which.and(ReferenceKey::used));
    text.append('\n');
  }

  private void rows(Predicate<ReferenceKey> which) {
    text.append("| Key | Value | Default | Meaning | Example | Of the predecessor |\n");
    text.append("|---|---|---|---|---|---|\n");
    keys.stream()
        .filter(which)
        .forEach(
            key ->
                text.append(
                    "| `%s` | %s | %s | %s | `%s` | %s |\n"
                        .formatted(
                            key.key(),
                            cell(key.form()),
                            cell(key.usually()),
                            cell(key.about()),
                            key.example(),
                            key.predecessor() ? "yes" : "no")));
  }

  /** A bar would end the cell, a star begin emphasis. */
  private static String cell(String words) {
    return words.replace("|", "\\|").replace("*", "\\*").replace("<", "&lt;").replace("~", "\\~");
  }
}
