package dev.hammer.cli.checks;

import dev.hammer.app.checks.CheckState;
import dev.hammer.app.config.ConfigShow;
import dev.hammer.app.config.EffectiveSetting;
import dev.hammer.cli.terminal.PlainPage;
import dev.hammer.cli.terminal.Style;
import dev.hammer.cli.terminal.TextWidth;
import dev.hammer.cli.terminal.Visible;
import dev.hammer.core.check.CheckInfo;
import dev.hammer.core.check.Scope;
import dev.hammer.core.check.Setting;
import dev.hammer.core.reading.ApiCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What one check says of itself: what it finds, why, what it reads, and how it is set. */
public final class CheckScreen {
  private static final int LABEL = 13;
  private static final int NARROWEST = 30;

  private final CheckState check;
  private final CheckInfo info;
  private final int width;
  private final Style style;
  private final List<String> lines = new ArrayList<>();

  public CheckScreen(CheckState check, int width, Style style) {
    this.check = check;
    this.info = check.info();
    this.width = width;
    this.style = style;
  }

  /**
   * The lines of the screen.
   *
   * @param page what people wrote about the check, in Markdown
   */
  public List<String> lines(String page) {
    lines.clear();
    lines.add(
        style.severity(info.severity(), info.severity().name()) + "  " + style.bold(info.title()));
    lines.add("");
    fact("Check", info.id());
    fact("Judges", info.resourceType() + ", " + howOften());
    fact("Severity", info.severity().word() + "; context may raise or lower it");
    fact("Stands for", info.controls().isEmpty() ? "-" : String.join(", ", info.controls()));
    fact("State", check.word() + " (" + Visible.of(check.origin()) + ")");
    lines.add("");
    lines.addAll(PlainPage.lines(page, width, style));
    lines.add("");
    calls("Decides: unreadable, the verdict is unknown", info.decides());
    calls("Grades: unreadable, the issue stands and says so", info.explains());
    settings();
    return List.copyOf(lines);
  }

  private String howOften() {
    return check.scope() == Scope.GLOBAL ? "once per account" : "in each region of an account";
  }

  private void calls(String title, List<ApiCall> calls) {
    if (calls.isEmpty()) {
      return;
    }
    lines.add(style.bold(title));
    int widest = calls.stream().mapToInt(call -> call.toString().length()).max().orElse(0);
    calls.stream()
        .sorted()
        .forEach(
            call ->
                lines.add(
                    "  "
                        + (call.toString().equals(call.action())
                            ? call
                            : TextWidth.padded(call.toString(), widest)
                                + "  needs "
                                + call.action())));
    lines.add("");
  }

  private void settings() {
    lines.add(style.bold("Settings"));
    if (info.settings().isEmpty()) {
      lines.add("  none of its own; " + info.id() + ".enabled: false switches it off");
    }
    for (Setting<?> setting : info.settings()) {
      setting(setting);
    }
  }

  private <T> void setting(Setting<T> setting) {
    String key = info.id() + "." + setting.name();
    Optional<EffectiveSetting> inForce =
        check.settings().stream().filter(effective -> effective.key().equals(key)).findFirst();
    String origin = inForce.map(e -> e.origin().text()).orElse("default");
    wrapped("  ", key + "  (" + setting.type().form() + ")");
    wrapped("    ", setting.about());
    String usual = ConfigShow.text(setting.type().show(setting.fallback()));
    wrapped("    ", inForce.map(ConfigShow::text).orElse(usual) + "  (" + Visible.of(origin) + ")");
    if (!origin.equals("default")) {
      wrapped("    ", "default " + usual);
    }
  }

  private void fact(String label, String text) {
    List<String> words = TextWidth.lines(text, Math.max(NARROWEST, width - LABEL));
    lines.add(TextWidth.padded(label, LABEL) + words.getFirst());
    words.stream().skip(1).forEach(word -> lines.add(" ".repeat(LABEL) + word));
  }

  /** Lists may break behind a comma. */
  private void wrapped(String indent, String text) {
    TextWidth.lines(text.replace(",", ", ").replace(",  ", ", "), width - indent.length())
        .forEach(line -> lines.add(indent + line));
  }
}
