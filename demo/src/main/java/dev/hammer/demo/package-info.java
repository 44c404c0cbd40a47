/** A pretend AWS on this machine: its Python environment, its process, and an estate to look at. */
@NullMarked
package dev.hammer.demo;

import org.jspecify.annotations.NullMarked;
