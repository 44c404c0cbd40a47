@NullMarked
package dev.hammer.aws;

import org.jspecify.annotations.NullMarked;
