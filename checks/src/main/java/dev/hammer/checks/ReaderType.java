package dev.hammer.checks;

import dev.hammer.aws.AwsScope;
import dev.hammer.core.check.ListFilter;
import dev.hammer.core.check.Scope;
import dev.hammer.core.reading.ApiCall;
import dev.hammer.core.reading.Reader;
import dev.hammer.core.reading.Snapshot;
import java.util.Set;

/**
 * How the resources of one type are read.
 *
 * @param listing the call that lists them
 */
public record ReaderType<S extends Snapshot>(
    String resourceType, String service, Scope scope, ApiCall listing, Opening<S> opening) {

  /** Makes the reader of one account and region. */
  @FunctionalInterface
  public interface Opening<S extends Snapshot> {
    /**
     * Opens a reader; no call is made yet.
     *
     * @param filters server-side filters that every enabled check of the type accepts
     */
    Reader<S> open(AwsScope scope, Set<ListFilter> filters);
  }
}
