@NullMarked
package dev.hammer.demo.estate;

import org.jspecify.annotations.NullMarked;
