/** RDS: databases and their snapshots, those of Neptune and DocumentDB included. */
@NullMarked
package dev.hammer.checks.rds;

import org.jspecify.annotations.NullMarked;
