package dev.hammer.app.history;

import dev.hammer.core.reading.ReadFailure;
import dev.hammer.core.scan.Unit;
import java.util.Optional;

/**
 * A unit that the earlier scan read completely and the later one did not.
 *
 * @param why what stood in the way; absent if the later scan did not look there, or it is not known
 *     any more
 */
public record Lost(Unit unit, Optional<ReadFailure> why) {}
