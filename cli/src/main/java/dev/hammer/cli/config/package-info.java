/** How the reference of keys and a migration look on a terminal. */
@NullMarked
package dev.hammer.cli.config;

import org.jspecify.annotations.NullMarked;
