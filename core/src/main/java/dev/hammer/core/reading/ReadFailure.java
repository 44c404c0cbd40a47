package dev.hammer.core.reading;

import java.util.Optional;

/**
 * Why something could not be read.
 *
 * @param call what was tried
 * @param kind the class of the failure
 * @param code the error code the service answered, or a word of ours
 * @param detail one line for people, without secrets
 * @param requestId the request id for AWS support, if there was an answer
 */
public record ReadFailure(
    ApiCall call, Kind kind, String code, String detail, Optional<String> requestId) {

  /** What kept us from reading. */
  public enum Kind {
    /** The identity lacks the permission. */
    DENIED("denied"),
    /** Too many requests, still after the retries. */
    THROTTLED("throttled"),
    /** Credentials missing, expired or rejected. */
    CREDENTIALS("credentials"),
    /** The region is not enabled in the account. */
    NOT_ENABLED("region not enabled"),
    /** No answer in time, or no connection. */
    UNREACHABLE("no answer"),
    /** An answer that makes no sense: broken, empty, or without request id. */
    BROKEN("broken answer"),
    /** The resource vanished between listing and reading. */
    GONE("gone"),
    /** What was read cannot be understood, such as a policy that is no JSON. */
    UNPARSABLE("not understood"),
    /** The run ended first. */
    NOT_REACHED("not reached"),
    /** Any other error of the service. */
    ERROR("error"),
    /** A defect of Hammer, kept to the one resource. */
    DEFECT("defect");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /** For people. */
    public String words() {
      return words;
    }
  }

  public static ReadFailure of(ApiCall call, Kind kind, String detail) {
    return new ReadFailure(call, kind, kind.words(), detail, Optional.empty());
  }
}
