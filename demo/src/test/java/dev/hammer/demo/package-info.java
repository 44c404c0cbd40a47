@NullMarked
package dev.hammer.demo;

import org.jspecify.annotations.NullMarked;
