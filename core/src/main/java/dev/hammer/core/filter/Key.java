package dev.hammer.core.filter;

import dev.hammer.core.check.Severity;
import dev.hammer.core.issue.Ref;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The keys of the filter language, and how the value of each is understood. */
enum Key {
  IS,
  SEVERITY,
  CHECK,
  ACCOUNT,
  OU,
  REGION,
  SERVICE,
  RESOURCE,
  REF,
  NAME,
  AGE,
  FOUND,
  CHANGED,
  OWNER,
  BU,
  PRODUCT,
  TICKET;

  private static final int SHORTEST_REF = 4;
  private static final Pattern UNIT =
      Pattern.compile("ou-[0-9a-z]{4,32}-[0-9a-z]{8,32}|r-[0-9a-z]{4,32}");

  static List<String> words() {
    return Arrays.stream(values()).map(Key::word).toList();
  }

  static Optional<Key> parse(String word) {
    return Arrays.stream(values()).filter(key -> key.word().equals(word)).findFirst();
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Understands one value.
   *
   * @throws Misunderstanding if it cannot stand there
   */
  Criterion criterion(Wording value, Vocabulary vocabulary) throws Misunderstanding {
    return switch (this) {
      case IS -> new Criterion.Stands(state(value));
      case SEVERITY -> graded(value);
      case AGE -> aged(value);
      case FOUND -> dated(Criterion.Moment.FOUND, value);
      case CHANGED -> dated(Criterion.Moment.CHANGED, value);
      case CHECK -> named(Naming.CHECK, known(value.lowered(), vocabulary.checks()));
      case SERVICE -> named(Naming.SERVICE, known(value.lowered(), vocabulary.services()));
      case REGION -> named(Naming.REGION, value.lowered());
      case ACCOUNT -> named(Naming.ACCOUNT, value);
      case OU -> named(Naming.OU, unit(value));
      case TICKET -> named(Naming.TICKET, value);
      case RESOURCE -> named(Naming.RESOURCE, value);
      case NAME -> named(Naming.NAME, value);
      case REF -> named(Naming.REF, ref(value));
      case OWNER, BU, PRODUCT -> new Criterion.Tagged(word(), value);
    };
  }

  private static Criterion named(Naming naming, Wording value) {
    return new Criterion.Named(naming, value);
  }

  private State state(Wording value) throws Misunderstanding {
    return State.parse(value.lowered().text())
        .orElseThrow(() -> unknown(value.text(), State.words()));
  }

  private Criterion graded(Wording value) throws Misunderstanding {
    Comparison comparison = Comparison.leading(value.text());
    String word = operand(comparison, value);
    Severity severity =
        Severity.parse(word)
            .orElseThrow(
                () -> unknown(word, Arrays.stream(Severity.values()).map(Severity::word).toList()));
    return new Criterion.Graded(comparison, severity);
  }

  private Criterion aged(Wording value) throws Misunderstanding {
    Comparison comparison = Comparison.leading(value.text());
    String age = operand(comparison, value);
    return Span.parse(age.toLowerCase(Locale.ROOT))
        .map(span -> new Criterion.Aged(comparison, span))
        .orElseThrow(() -> malformed(age, "an age, such as 90m, 12h, 30d or 2w"));
  }

  private Criterion dated(Criterion.Moment moment, Wording value) throws Misunderstanding {
    Comparison comparison = Comparison.leading(value.text());
    String date = operand(comparison, value);
    return Period.parse(date)
        .map(period -> new Criterion.Dated(moment, comparison, period))
        .orElseThrow(
            () -> malformed(date, "a date, such as 2026-12-13 or 2026-12-13T08:00:00Z (UTC)"));
  }

  private static String operand(Comparison comparison, Wording value) {
    return value.text().substring(comparison.sign().length());
  }

  private Wording known(Wording value, Set<String> names) throws Misunderstanding {
    if (value.isGlob() || names.isEmpty() || names.contains(value.text())) {
      return value;
    }
    throw unknown(value.text(), List.copyOf(names));
  }

  /** The id of a unit or of the root. */
  private static Wording unit(Wording value) throws Misunderstanding {
    Wording unit = value.lowered();
    if (!unit.isGlob() && !UNIT.matcher(unit.text()).matches()) {
      throw malformed(value.text(), "the id of a unit, such as ou-ab12-cdef3456, or of the root");
    }
    return unit;
  }

  private Wording ref(Wording value) throws Misunderstanding {
    String text = value.lowered().text();
    boolean isLongForm = text.indexOf('/') >= 0;
    if (value.isGlob() || isLongForm) {
      return value;
    }
    if (!Ref.isPrefix(text)) {
      throw malformed(value.text(), "a ref: at most 12 letters and digits, without i, l, o and u");
    }
    if (text.length() < SHORTEST_REF) {
      throw new Misunderstanding(
          "\"" + text + "\" is too short", "type at least 4 characters of a ref", List.of());
    }
    return value.lowered();
  }

  private Misunderstanding unknown(String value, List<String> valid) {
    String meant = DidYouMean.of(value, valid).map(word -> "did you mean " + word + "?").orElse("");
    return new Misunderstanding("unknown " + word() + " \"" + value + "\"", meant, valid);
  }

  private static Misunderstanding malformed(String value, String wanted) {
    return new Misunderstanding("\"" + value + "\" is not " + wanted, "", List.of());
  }
}
