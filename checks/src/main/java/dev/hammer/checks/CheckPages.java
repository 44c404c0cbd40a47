package dev.hammer.checks;

import dev.hammer.core.check.CheckInfo;
import dev.hammer.core.check.Scope;
import dev.hammer.core.check.Setting;
import dev.hammer.core.reading.ApiCall;
import dev.hammer.core.value.Value;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Writes the reference of the checks in Markdown: what each says of itself, and the page that lies
 * beside its class.
 */
public final class CheckPages {
  private static final String INDEX = "README.md";

  private CheckPages() {}

  /** Every page by file name, the index among them. */
  public static SortedMap<String, String> all() {
    SortedMap<String, String> pages = new TreeMap<>();
    pages.put(INDEX, index());
    Catalogue.checks().forEach(type -> pages.put(fileOf(type.info()), page(type)));
    return pages;
  }

  /** The page of one check. */
  public static String page(CheckType<?> type) {
    return String.join("\n\n", head(type), text(type.info()), permissions(type.info()))
        + settings(type.info())
        + "\n";
  }

  /**
   * What people wrote about a check: why it matters, what is read, how to put it right by hand, and
   * what it cannot see.
   */
  public static String text(CheckInfo info) {
    String path = info.service() + "/" + info.id() + ".md";
    try (InputStream page = CheckPages.class.getResourceAsStream(path)) {
      if (page == null) {
        throw new IllegalStateException("no page " + path + " beside the check");
      }
      return untitled(new String(page.readAllBytes(), StandardCharsets.UTF_8)).strip();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Without a title of its own: the check has one. */
  private static String untitled(String page) {
    return page.startsWith("# ") ? page.substring(page.indexOf('\n') + 1) : page;
  }

  private static String index() {
    String rows =
        Catalogue.infos().stream()
            .map(info -> row(link(info), info.title(), info.severity().word(), info.resourceType()))
            .collect(Collectors.joining("\n"));
    return "# Checks\n\n"
        + "Generated from what the checks say of themselves; do not edit.\n\n"
        + table(row("Check", "Finds", "Severity", "Resource"), 4)
        + rows
        + "\n";
  }

  private static String link(CheckInfo info) {
    return "[`" + info.id() + "`](" + fileOf(info) + ")";
  }

  private static String fileOf(CheckInfo info) {
    return info.id() + ".md";
  }

  private static String head(CheckType<?> type) {
    CheckInfo info = type.info();
    String severity = info.severity().word() + "; context may raise or lower it";
    return "# "
        + info.id()
        + "\n\n"
        + info.title()
        + ".\n\n"
        + table(row("", ""), 2)
        + row("Severity", severity)
        + "\n"
        + row("Resource", "`" + info.resourceType() + "`")
        + "\n"
        + row("Read", howOften(type.reader().scope()))
        + "\n"
        + row("Stands for", info.controls().isEmpty() ? "-" : String.join(", ", info.controls()))
        + "\n"
        + row("DynamoDB table", "`" + info.table() + "`, after the prefix");
  }

  private static String howOften(Scope scope) {
    return switch (scope) {
      case GLOBAL -> "once per account";
      case REGIONAL -> "in each region of an account";
    };
  }

  private static String permissions(CheckInfo info) {
    return "## Permissions\n\n"
        + "Without the first kind the verdict is unknown; without the second an issue stands, and"
        + " says what was not read.\n\n"
        + table(row("Action", "Call", "For"), 3)
        + calls(info.decides(), "the verdict")
        + (info.explains().isEmpty() ? "" : "\n" + calls(info.explains(), "severity and context"));
  }

  private static String calls(List<ApiCall> calls, String purpose) {
    return calls.stream()
        .map(call -> row("`" + call.action() + "`", "`" + call + "`", purpose))
        .collect(Collectors.joining("\n"));
  }

  private static String settings(CheckInfo info) {
    return info.settings().isEmpty()
        ? ""
        : "\n\n## Settings\n\n"
            + table(row("Key", "Value", "Default", "Meaning"), 4)
            + info.settings().stream().map(CheckPages::setting).collect(Collectors.joining("\n"));
  }

  private static <T> String setting(Setting<T> setting) {
    return row(
        "`" + setting.name() + "`",
        setting.type().form(),
        "`" + shown(setting.type().show(setting.fallback())) + "`",
        setting.about());
  }

  /** A value as it is written in a configuration file. */
  private static String shown(Value value) {
    return switch (value) {
      case Value.Text(String text) -> text;
      case Value.Num(var number) -> number.toPlainString();
      case Value.Flag(boolean flag) -> Boolean.toString(flag);
      case Value.Absent _ -> "null";
      case Value.Items(List<Value> items) ->
          items.stream().map(CheckPages::shown).collect(Collectors.joining(", ", "[", "]"));
      case Value.Fields(List<Value.Field> fields) ->
          fields.stream()
              .map(field -> field.name() + ": " + shown(field.value()))
              .collect(Collectors.joining(", ", "{", "}"));
    };
  }

  private static String table(String header, int columns) {
    return header + "\n" + "|---".repeat(columns) + "|\n";
  }

  private static String row(String... cells) {
    return Arrays.stream(cells)
        .map(cell -> cell.replace("|", "\\|"))
        .collect(Collectors.joining(" | ", "| ", " |"));
  }
}
