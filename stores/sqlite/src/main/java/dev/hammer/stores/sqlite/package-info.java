/**
 * The store in one SQLite file. Instants are texts of fixed length that sort by time; trees are
 * JSON.
 */
@NullMarked
package dev.hammer.stores.sqlite;

import org.jspecify.annotations.NullMarked;
