package dev.hammer.cli.judge;

import dev.hammer.app.judge.JudgedPolicy;
import dev.hammer.cli.terminal.Style;
import dev.hammer.cli.terminal.TextWidth;
import dev.hammer.cli.terminal.Visible;
import dev.hammer.core.check.Severity;
import dev.hammer.policy.Audience;
import dev.hammer.policy.ConditionJudgement;
import dev.hammer.policy.Effect;
import dev.hammer.policy.Exposure;
import dev.hammer.policy.StatementJudgement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A judged policy: the verdict, then every statement with what it grants, to whom, and why. */
public final class JudgeScreen {
  private static final int LABEL = 14;
  private static final int NARROWEST = 30;

  private final JudgedPolicy policy;
  private final int width;
  private final Style style;
  private final List<String> lines = new ArrayList<>();

  public JudgeScreen(JudgedPolicy policy, int width, Style style) {
    this.policy = policy;
    this.width = width;
    this.style = style;
  }

  /** The lines of the screen. */
  public List<String> lines() {
    lines.clear();
    Exposure exposure = policy.exposure();
    lines.add(
        verdict(exposure.verdict())
            + "  "
            + style.bold(meaning(exposure))
            + "   ("
            + policy.kind().typeName()
            + ")");
    for (StatementJudgement statement : exposure.statements()) {
      lines.add("");
      add(statement);
    }
    return List.copyOf(lines);
  }

  /** What a verdict means, in a few words. */
  private static String meaning(Exposure exposure) {
    String narrowed =
        exposure.narrowedByDeny() ? ", but a Deny takes it from outsiders, which is fragile" : "";
    return switch (exposure.verdict()) {
          case PUBLIC -> "It lets in everyone";
          case PUBLIC_UNCLEAR -> "It lets in everyone, unless a condition narrows it";
          case SERVICE_UNBOUND -> "It lets in a service of AWS on behalf of any customer";
          case CROSS_ACCOUNT -> "It lets in named outsiders";
          case ORG -> "It lets in an organization";
          case INTERNAL -> "It lets in nobody but its own account";
        }
        + narrowed;
  }

  private String verdict(Audience verdict) {
    String word = verdict.name();
    return switch (verdict) {
      case PUBLIC -> style.severity(Severity.CRITICAL, word);
      case PUBLIC_UNCLEAR, SERVICE_UNBOUND -> style.severity(Severity.MEDIUM, word);
      case CROSS_ACCOUNT, ORG -> style.severity(Severity.LOW, word);
      case INTERNAL -> style.verified(word);
    };
  }

  private void add(StatementJudgement statement) {
    boolean allows = statement.effect() == Effect.ALLOW;
    lines.add(
        style.bold(Visible.of(statement.name()))
            + "  "
            + (allows ? verdict(statement.verdict()) : "DENY"));
    fact("  Why", statement.why());
    fact("  Principals", listed(statement.principals()));
    fact("  Actions", listed(statement.actions()));
    fact("  Resources", listed(statement.resources()));
    statement.conditions().forEach(this::add);
  }

  private void add(ConditionJudgement condition) {
    fact(
        "  Condition",
        condition.operator() + " " + condition.key() + " = " + listed(condition.values()));
    String worth = condition.restricts() ? "restricts" : "does not restrict";
    fact("", worth + ": " + lowered(condition.why()));
  }

  private static String listed(List<String> values) {
    return values.isEmpty() ? "-" : String.join(", ", values);
  }

  private static String lowered(String sentence) {
    return sentence.isEmpty()
        ? sentence
        : sentence.substring(0, 1).toLowerCase(Locale.ROOT) + sentence.substring(1);
  }

  private void fact(String label, String text) {
    List<String> words = TextWidth.lines(Visible.of(text), Math.max(NARROWEST, width - LABEL));
    lines.add(TextWidth.padded(label, LABEL) + words.getFirst());
    words.stream().skip(1).forEach(word -> lines.add(" ".repeat(LABEL) + word));
  }
}
