/** How a judged policy looks: verdict first, then statement by statement. */
@NullMarked
package dev.hammer.cli.judge;

import org.jspecify.annotations.NullMarked;
