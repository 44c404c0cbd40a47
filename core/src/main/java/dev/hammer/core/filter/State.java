package dev.hammer.core.filter;

import dev.hammer.core.issue.EventKind;
import dev.hammer.core.issue.Status;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The words after {@code is:}. */
enum State {
  OPEN,
  WHITELISTED,
  RESOLVED,
  CLOSED,
  UNKNOWN,
  NEW,
  BACK,
  CHANGED,
  UNVERIFIED,
  LATENT,
  REPORTED;

  static List<String> words() {
    return Arrays.stream(values()).map(State::word).toList();
  }

  static Optional<State> parse(String word) {
    return Arrays.stream(values()).filter(state -> state.word().equals(word)).findFirst();
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The status it stands for, if it is about status. */
  Optional<Status> status() {
    return switch (this) {
      case OPEN -> Optional.of(Status.OPEN);
      case WHITELISTED -> Optional.of(Status.WHITELISTED);
      case RESOLVED -> Optional.of(Status.RESOLVED);
      case CLOSED -> Optional.of(Status.CLOSED);
      case UNKNOWN -> Optional.of(Status.UNKNOWN);
      case NEW, BACK, CHANGED, UNVERIFIED, LATENT, REPORTED -> Optional.empty();
    };
  }

  boolean holds(FilterSubject subject) {
    return switch (this) {
      case OPEN -> has(subject, Status.OPEN);
      case WHITELISTED -> has(subject, Status.WHITELISTED);
      case RESOLVED -> has(subject, Status.RESOLVED);
      case CLOSED -> has(subject, Status.CLOSED);
      case UNKNOWN -> has(subject, Status.UNKNOWN);
      case NEW -> latestWas(subject, EventKind.FOUND);
      case BACK -> latestWas(subject, EventKind.BACK);
      case CHANGED -> latestWas(subject, EventKind.CHANGED);
      case UNVERIFIED -> !subject.verified();
      case LATENT -> subject.issue().finding().latent();
      case REPORTED -> subject.issue().reporting().reported().isPresent();
    };
  }

  private static boolean has(FilterSubject subject, Status status) {
    return subject.issue().status() == status;
  }

  private static boolean latestWas(FilterSubject subject, EventKind kind) {
    return subject.latest() && subject.issue().event() == kind;
  }
}
