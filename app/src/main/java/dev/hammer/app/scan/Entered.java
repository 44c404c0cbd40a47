package dev.hammer.app.scan;

import dev.hammer.aws.AccountAccess;
import dev.hammer.core.reading.ReadFailure;
import dev.hammer.core.resource.Region;
import java.util.List;

/** How entering an account went. */
sealed interface Entered {
  Target target();

  /**
   * It can be read.
   *
   * @param regions those to look at in the whole scope, sorted
   */
  record Open(Target target, AccountAccess access, List<Region> regions) implements Entered {}

  /** It cannot; that costs this account only. */
  record Shut(Target target, ReadFailure why) implements Entered {}
}
