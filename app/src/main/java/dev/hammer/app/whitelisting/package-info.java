/** The use case "whitelist": accept a risk, end it, list what is accepted. */
@NullMarked
package dev.hammer.app.whitelisting;

import org.jspecify.annotations.NullMarked;
