/**
 * The product as a stranger meets it: {@code ./hammer} as a child process, AWS behind real
 * protocols, and nothing known but what it prints.
 */
@NullMarked
package dev.hammer.acceptance;

import org.jspecify.annotations.NullMarked;
