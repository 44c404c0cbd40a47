package dev.hammer.core.filter;

import dev.hammer.core.issue.IssueQuery;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Selects issues: terms that must all hold. What has no term of status selects open issues only,
 * and says so when it is printed.
 */
public final class Filter implements ParsedFilter {
  private static final Term OPEN = new Term(false, "is", List.of(new Criterion.Stands(State.OPEN)));

  private final List<Term> terms;

  private Filter(List<Term> terms) {
    this.terms = terms;
  }

  static Filter of(List<Term> terms) {
    boolean hasStatus = terms.stream().anyMatch(Term::isAboutStatus);
    return new Filter(
        hasStatus ? List.copyOf(terms) : Stream.concat(Stream.of(OPEN), terms.stream()).toList());
  }

  /** Understands words as a shell hands them over; a word may hold several terms. */
  public static ParsedFilter parse(List<String> words, Vocabulary vocabulary) {
    return parse(String.join(" ", words), vocabulary);
  }

  /** Understands a filter, refusing names that are not in the vocabulary. */
  public static ParsedFilter parse(String text, Vocabulary vocabulary) {
    return new FilterParser(text, vocabulary).parse();
  }

  /** Understands a filter in which any check and service may be named. */
  public static ParsedFilter parse(String text) {
    return parse(text, Vocabulary.ANY);
  }

  /** The keys a term may have. */
  public static List<String> keys() {
    return Key.words();
  }

  /** The words that may stand after {@code is:}. */
  public static List<String> states() {
    return State.words();
  }

  /** Whether a word begins like a term with a key, rather than a name. */
  public static boolean isKeyed(String word) {
    int colon = word.indexOf(':');
    String key = word.substring(word.startsWith("-") ? 1 : 0, Math.max(1, colon));
    return colon > 0 && (Key.parse(Wording.lower(key)).isPresent() || key.startsWith(Term.TAG));
  }

  /** The units of the organization that it names, sorted. */
  public SortedSet<String> units() {
    SortedSet<String> units = new TreeSet<>();
    for (Term term : terms) {
      for (Criterion criterion : term.anyOf()) {
        if (criterion instanceof Criterion.Named(Naming naming, Wording wording)
            && naming == Naming.OU
            && !wording.isGlob()) {
          units.add(wording.text());
        }
      }
    }
    return units;
  }

  /** Whether it asks for no more than the open issues. */
  public boolean isUsual() {
    return terms.equals(List.of(OPEN));
  }

  /** Whether the issue is selected. */
  public boolean test(FilterSubject subject) {
    return terms.stream().allMatch(term -> term.holds(subject));
  }

  /** What a store can look up by index: everything selected is in it, and perhaps more. */
  public IssueQuery narrow() {
    return new Narrowing(terms).query();
  }

  /** The same with all that is known of what the store has, and whether that is all it asks. */
  public Selection in(Atlas atlas) {
    return Translation.of(terms, atlas);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Filter filter && terms.equals(filter.terms);
  }

  @Override
  public int hashCode() {
    return terms.hashCode();
  }

  /** The filter as it could be typed, the usual status included. */
  @Override
  public String toString() {
    return terms.stream().map(Term::toString).collect(Collectors.joining(" "));
  }
}
