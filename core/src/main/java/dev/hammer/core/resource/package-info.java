/** What is looked at: accounts, regions, resources and their names. */
@NullMarked
package dev.hammer.core.resource;

import org.jspecify.annotations.NullMarked;
