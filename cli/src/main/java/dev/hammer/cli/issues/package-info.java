/** Lists of issues as people see them: columns, groups, and the coverage beside every claim. */
@NullMarked
package dev.hammer.cli.issues;

import org.jspecify.annotations.NullMarked;
