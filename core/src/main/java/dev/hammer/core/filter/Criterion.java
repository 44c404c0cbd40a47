package dev.hammer.core.filter;

import dev.hammer.core.check.Severity;
import dev.hammer.core.issue.Issue;
import dev.hammer.core.issue.Timestamps;
import dev.hammer.core.resource.ResourceRef;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

/** One alternative of a term: a question to an issue that is answered by yes or no. */
sealed interface Criterion {
  boolean holds(FilterSubject subject);

  /** After {@code is:}. */
  record Stands(State state) implements Criterion {
    @Override
    public boolean holds(FilterSubject subject) {
      return state.holds(subject);
    }

    @Override
    public String toString() {
      return state.word();
    }
  }

  /** How bad. */
  record Graded(Comparison comparison, Severity severity) implements Criterion {
    @Override
    public boolean holds(FilterSubject subject) {
      return holds(subject.issue().finding().severity());
    }

    boolean holds(Severity other) {
      return comparison.holds(other.compareTo(severity));
    }

    @Override
    public String toString() {
      return comparison.sign() + severity.word();
    }
  }

  /** Since when it is there, in this life; an unknown age is never of any length. */
  record Aged(Comparison comparison, Span span) implements Criterion {
    @Override
    public boolean holds(FilterSubject subject) {
      return subject
          .issue()
          .timestamps()
          .found()
          .filter(since -> span.holds(comparison, Duration.between(since, subject.now())))
          .isPresent();
    }

    @Override
    public String toString() {
      return comparison.sign() + span;
    }
  }

  /** On which day it was found or last changed; an unknown one is on none. */
  record Dated(Moment moment, Comparison comparison, Period period) implements Criterion {
    @Override
    public boolean holds(FilterSubject subject) {
      return Timestamps.known(moment.of(subject.issue()))
          .filter(at -> period.holds(comparison, at))
          .isPresent();
    }

    @Override
    public String toString() {
      return comparison.sign() + period;
    }
  }

  /** The moments that can be asked for. */
  enum Moment {
    FOUND,
    CHANGED;

    Instant of(Issue issue) {
      return switch (this) {
        case FOUND -> issue.timestamps().identified();
        case CHANGED -> issue.timestamps().updated();
      };
    }
  }

  /** The value of a tag; a resource without the tag never has it. */
  record Tagged(String tag, Wording wording) implements Criterion {
    @Override
    public boolean holds(FilterSubject subject) {
      return subject.issue().tags().get(tag).filter(wording::matchesAnyCase).isPresent();
    }

    @Override
    public String toString() {
      return wording.toString();
    }
  }

  /** A name that is compared as a whole. */
  record Named(Naming naming, Wording wording) implements Criterion {
    @Override
    public boolean holds(FilterSubject subject) {
      return naming.holds(wording, subject);
    }

    @Override
    public String toString() {
      return wording.toString();
    }
  }

  /** A word that may stand anywhere in what the resource is called. */
  record Anywhere(Wording wording) implements Criterion {
    private static final int SHORTEST_REF = 4;

    @Override
    public boolean holds(FilterSubject subject) {
      Issue issue = subject.issue();
      ResourceRef resource = issue.resource();
      return Stream.of(
                  Stream.of(issue.key().issueId(), resource.id()),
                  resource.name().stream(),
                  resource.arn().stream(),
                  resource.aliases().stream())
              .flatMap(names -> names)
              .anyMatch(wording::isFoundIn)
          || isRefOf(issue);
    }

    private boolean isRefOf(Issue issue) {
      String word = Wording.lower(wording.text());
      return wording.isGlob()
          ? wording.matchesAnyCase(issue.ref().text())
          : (word.length() >= SHORTEST_REF && issue.ref().text().startsWith(word))
              || issue.key().toString().equals(wording.text());
    }

    @Override
    public String toString() {
      return wording.toString();
    }
  }
}
