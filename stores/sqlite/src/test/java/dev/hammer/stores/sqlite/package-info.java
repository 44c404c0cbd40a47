@NullMarked
package dev.hammer.stores.sqlite;

import org.jspecify.annotations.NullMarked;
