package dev.hammer.core.check;

import dev.hammer.core.reading.ReadFailure;
import dev.hammer.core.value.Value;
import java.util.List;
import java.util.stream.Stream;

/** What a check says of one resource. */
public sealed interface Verdict {
  /** Nothing wrong, and why. */
  record Compliant(String why) implements Verdict {}

  /**
   * The fault is there.
   *
   * @param summary the fault in one line, such as {@code tcp 22 open to 0.0.0.0/0}
   * @param reason why this severity and not another, in words
   * @param details the evidence, with the predecessor's keys
   * @param latent the fault is there, but another layer neutralises it now
   * @param contextUnread what would have graded the severity but could not be read
   */
  record Violating(
      Severity severity,
      String summary,
      String reason,
      Value.Fields details,
      boolean latent,
      List<ReadFailure> contextUnread)
      implements Verdict {

    public Violating {
      if (summary.isBlank() || reason.isBlank()) {
        throw new IllegalArgumentException("a violation has a summary and a reason");
      }
      contextUnread = List.copyOf(contextUnread);
    }

    /** The same fault, neutralised by another layer, at the given lower severity. */
    public Violating latent(Severity lower, String why) {
      return new Violating(lower, summary, why, details, true, contextUnread);
    }

    /** The same fault, graded without something that could not be read. */
    public Violating without(ReadFailure unread) {
      List<ReadFailure> all = Stream.concat(contextUnread.stream(), Stream.of(unread)).toList();
      return new Violating(severity, summary, reason, details, latent, all);
    }

    public Violating withDetails(Value.Fields more) {
      return new Violating(severity, summary, reason, more, latent, contextUnread);
    }
  }

  /** It could not be told. */
  record Unknown(ReadFailure why) implements Verdict {}

  static Verdict compliant(String why) {
    return new Compliant(why);
  }

  static Violating violating(
      Severity severity, String summary, String reason, Value.Fields details) {
    return new Violating(severity, summary, reason, details, false, List.of());
  }
}
