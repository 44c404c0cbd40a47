@NullMarked
package dev.hammer.app.whitelisting;

import org.jspecify.annotations.NullMarked;
