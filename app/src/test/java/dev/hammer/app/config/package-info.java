/** Proves that the configuration is read as people mean it. */
@NullMarked
package dev.hammer.app.config;

import org.jspecify.annotations.NullMarked;
