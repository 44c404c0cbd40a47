package dev.hammer.core.ledger;

import dev.hammer.core.scan.Unit;

/**
 * A unit that somebody has begun or done.
 *
 * @param worker who has it, or did it
 * @param resources distinct resources that were judged; none before it is done
 */
public record LedgerEntry(Unit unit, String worker, boolean done, long resources) {}
