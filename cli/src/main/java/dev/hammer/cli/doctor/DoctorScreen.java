package dev.hammer.cli.doctor;

import dev.hammer.app.doctor.Diagnosis;
import dev.hammer.app.doctor.Proven;
import dev.hammer.cli.Spoken;
import dev.hammer.cli.terminal.Style;
import dev.hammer.cli.terminal.TextWidth;
import dev.hammer.cli.terminal.Visible;
import dev.hammer.cli.terminal.Words;
import java.util.ArrayList;
import java.util.List;

/** What the doctor found, one line each; then how much is wrong, what that costs, what to do. */
public final class DoctorScreen {
  private static final int STATE = 5;
  private static final int NAME = 9;
  private static final int INDENT = 1 + STATE + 1 + NAME + 2;
  private static final int NARROWEST = 30;

  private final Diagnosis diagnosis;
  private final int width;
  private final Style style;
  private final String hammer;
  private final List<String> lines = new ArrayList<>();

  /**
   * Prepares the screen.
   *
   * @param hammer how a person calls the program in next steps
   */
  public DoctorScreen(Diagnosis diagnosis, int width, Style style, String hammer) {
    this.diagnosis = diagnosis;
    this.width = width;
    this.style = style;
    this.hammer = hammer;
  }

  /** The lines of the screen. */
  public List<String> lines() {
    lines.clear();
    diagnosis.proven().forEach(this::add);
    if (diagnosis.problems() > 0) {
      lines.add(
          Words.count(diagnosis.problems(), "problem") + ". Until then " + diagnosis.cost() + ".");
    } else {
      lines.add(isWhole() ? "No problems." : "No problems in what was looked at.");
    }
    lines.add("Next   " + String.join("      ", steps()));
    return List.copyOf(lines);
  }

  private void add(Proven proven) {
    String head =
        " "
            + state(proven.state())
            + " ".repeat(STATE + 1 - proven.state().word().length())
            + TextWidth.padded(proven.name(), NAME)
            + "  ";
    List<String> words = wrapped(Spoken.of(proven.text(), hammer), INDENT);
    lines.add(head + words.getFirst());
    words.stream().skip(1).forEach(line -> lines.add(" ".repeat(INDENT) + line));
    remedy(proven.remedy(), INDENT);
    for (Proven.Part part : proven.parts()) {
      wrapped(part.text(), INDENT).forEach(line -> lines.add(" ".repeat(INDENT) + line));
      remedy(part.remedy(), INDENT + 2);
    }
  }

  private void remedy(String remedy, int indent) {
    if (!remedy.isEmpty()) {
      wrapped(Spoken.of(remedy, hammer), indent)
          .forEach(line -> lines.add(" ".repeat(indent) + line));
    }
  }

  private List<String> wrapped(String text, int indent) {
    return TextWidth.lines(Visible.of(text), Math.max(NARROWEST, width - indent)).stream()
        .map(String::stripTrailing)
        .toList();
  }

  private boolean isWhole() {
    return diagnosis.proven().stream().noneMatch(one -> one.state() == Proven.State.SKIP);
  }

  private String state(Proven.State state) {
    return switch (state) {
      case OK -> style.verified(state.word());
      case FAIL -> style.error(state.word());
      case SKIP -> style.unknown(state.word());
    };
  }

  private List<String> steps() {
    if (diagnosis.problems() == 0) {
      return List.of(hammer + " scan");
    }
    List<String> steps = new ArrayList<>();
    for (Proven failed : diagnosis.failed()) {
      if (failed.name().equals("config")) {
        steps.add(hammer + " config validate");
      }
      if (failed.name().equals("actions")) {
        steps.add(hammer + " policy --explain");
      }
    }
    String again =
        diagnosis.failed().size() == 1 ? " --only " + diagnosis.failed().getFirst().name() : "";
    steps.add(hammer + " doctor" + again);
    return steps;
  }
}
