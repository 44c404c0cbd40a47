package dev.hammer.app.config;

import dev.hammer.core.check.CheckInfo;
import dev.hammer.core.value.Value;
import java.util.Comparator;
import java.util.List;

/**
 * A first configuration: every key in use, commented out, with its meaning and default. It is valid
 * as it stands and means what no file means.
 */
public final class ConfigTemplate {
  private static final int WIDTH = 100;
  private static final String HEAD =
      """
      # Settings of Hammer. All of them are optional: a line that is commented out shows a default, or
      # an example where there is none. Keys may be nested, as here, or written with dots.
      #   hammer config validate      finds every mistake in this file; needs no credentials
      #   hammer config reference     every key, its range and default
      #   hammer config show --origin what is in force, and why
      """;

  private final StringBuilder text = new StringBuilder();

  private ConfigTemplate() {}

  /** The text of the file, for these checks. */
  public static String of(List<CheckInfo> checks) {
    ConfigTemplate template = new ConfigTemplate();
    template.write(checks.stream().sorted(Comparator.comparing(CheckInfo::id)).toList());
    return template.text.toString();
  }

  private void write(List<CheckInfo> checks) {
    text.append(HEAD);
    OtherKeys.IN_USE.forEach(key -> key(key, key.path(), ""));
    text.append("\naws:\n");
    AwsKeys.ALL.stream()
        .filter(key -> key.standing() != Key.Standing.PROVED)
        .filter(key -> !key.path().startsWith("aws.organizations."))
        .forEach(key -> key(key, last(key), "  "));
    text.append("\n  # Accounts of AWS Organizations, new ones by themselves.\n  organizations:\n");
    AwsKeys.ALL.stream()
        .filter(key -> key.path().startsWith("aws.organizations."))
        .forEach(key -> key(key, last(key), "    "));
    text.append("\n# Checks. Beside its own keys, each has:\n");
    for (Key<?> key : CheckKeys.ANY.common("")) {
      if (key.standing() != Key.Standing.PROVED) {
        String name = key.path().substring(CheckKeys.ANY.section().length() + 1);
        comment("  %-16s %s".formatted(name + ":", firstSentence(key.about())), "");
      }
    }
    checks.forEach(this::check);
  }

  private void check(CheckInfo check) {
    text.append('\n');
    comment(check.title() + " (" + check.severity().word() + ")", "");
    text.append(check.id()).append(":\n");
    CheckKeys keys = CheckKeys.of(check);
    text.append("  # enabled: false\n");
    check.settings().stream()
        .map(keys::setting)
        .forEach(
            key -> {
              comment(key.about(), "  ");
              line(key, last(key), "  ");
            });
  }

  private void key(Key<?> key, String name, String indent) {
    text.append('\n');
    comment(key.about(), indent);
    if (key.fallback().isEmpty() || !key.otherwise().equals("none")) {
      comment("Default: " + key.otherwise() + ". Example:", indent);
    } else if (isEmpty(key.shownFallback())) {
      comment("Default: none. Example:", indent);
    }
    line(key, name, indent);
  }

  private void line(Key<?> key, String name, String indent) {
    Value fallback = key.shownFallback();
    boolean isShown = !(fallback instanceof Value.Absent) && !isEmpty(fallback);
    String value = isShown ? Yaml.flow(fallback) : key.example();
    text.append(indent).append("# ").append(name).append(": ").append(value).append('\n');
  }

  private void comment(String words, String indent) {
    int width = WIDTH - indent.length() - 2;
    String rest = words;
    while (rest.length() > width) {
      int blank = rest.lastIndexOf(' ', width);
      int end = blank < 1 ? width : blank;
      text.append(indent).append("# ").append(rest, 0, end).append('\n');
      rest = rest.substring(end).stripLeading();
    }
    text.append((indent + "# " + rest).stripTrailing()).append('\n');
  }

  private static boolean isEmpty(Value value) {
    return switch (value) {
      case Value.Items(List<Value> items) -> items.isEmpty();
      case Value.Fields(List<Value.Field> fields) -> fields.isEmpty();
      default -> false;
    };
  }

  private static String last(Key<?> key) {
    return key.path().substring(key.path().lastIndexOf('.') + 1);
  }

  private static String firstSentence(String about) {
    int end = about.indexOf(". ");
    return end < 0 ? about : about.substring(0, end + 1);
  }
}
