package dev.hammer.stores.sqlite;

import dev.hammer.core.check.Severity;
import dev.hammer.core.issue.Status;

/** How many issues of a status and a severity something finds. */
record Cell(Status status, Severity severity, long issues) {}
