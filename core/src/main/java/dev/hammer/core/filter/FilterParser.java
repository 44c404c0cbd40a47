package dev.hammer.core.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Parses the filter language; answers any text with a filter or with what is wrong in it. */
final class FilterParser {
  /** What looks like a key but begins a name that people paste. */
  private static final Set<String> BEGINNINGS = Set.of("arn", "http", "https");

  private final String text;
  private final Vocabulary vocabulary;
  private final Letters letters;

  FilterParser(String text, Vocabulary vocabulary) {
    this.text = text;
    this.vocabulary = vocabulary;
    this.letters = new Letters(text);
  }

  ParsedFilter parse() {
    List<Term> terms = new ArrayList<>();
    try {
      letters.skipBlanks();
      while (!letters.atEnd()) {
        terms.add(term());
        letters.skipBlanks();
      }
      return Filter.of(terms);
    } catch (Misunderstanding problem) {
      return problem.at(text, letters.column());
    }
  }

  private Term term() throws Misunderstanding {
    boolean negated = letters.skip('-');
    int begin = letters.column();
    Letters.Piece first = letters.piece(":,");
    if (letters.skip(':') && !BEGINNINGS.contains(first.wording().text())) {
      return keyed(negated, first.wording().text(), begin);
    }
    letters.backTo(begin);
    return new Term(negated, "", values(Reading.BARE));
  }

  private Term keyed(boolean negated, String typed, int begin) throws Misunderstanding {
    String key = Wording.lower(typed);
    if (key.startsWith(Term.TAG) && key.length() > Term.TAG.length()) {
      String tag = typed.substring(Term.TAG.length());
      return new Term(
          negated, Term.TAG + tag, values((value, _) -> new Criterion.Tagged(tag, value)));
    }
    Optional<Key> known = Key.parse(key);
    if (known.isEmpty()) {
      letters.backTo(begin);
      throw unknownKey(typed);
    }
    return new Term(negated, key, values(known.get()::criterion));
  }

  private List<Criterion> values(Reading reading) throws Misunderstanding {
    List<Criterion> values = new ArrayList<>();
    do {
      int begin = letters.column();
      Letters.Piece piece = letters.piece(",");
      if (piece.isMissing()) {
        throw new Misunderstanding("a value is missing", "", List.of());
      }
      values.add(understood(reading, piece.wording(), begin));
    } while (letters.skip(','));
    return values;
  }

  private Criterion understood(Reading reading, Wording value, int begin) throws Misunderstanding {
    try {
      return reading.criterion(value, vocabulary);
    } catch (Misunderstanding problem) {
      letters.backTo(begin);
      throw problem;
    }
  }

  private static Misunderstanding unknownKey(String typed) {
    List<String> valid = new ArrayList<>(Key.words());
    valid.add(Term.TAG + "KEY");
    String meant =
        DidYouMean.of(typed, Key.words())
            .map(key -> "did you mean " + key + "?")
            .orElse("in quotes it is a word to search for");
    return new Misunderstanding("unknown key \"" + typed + "\"", meant, valid);
  }

  /** How the values after a key are understood. */
  private interface Reading {
    Reading BARE =
        (value, _) -> {
          if (value.text().isEmpty()) {
            throw new Misunderstanding("an empty word finds nothing", "", List.of());
          }
          return new Criterion.Anywhere(value);
        };

    Criterion criterion(Wording value, Vocabulary vocabulary) throws Misunderstanding;
  }
}
