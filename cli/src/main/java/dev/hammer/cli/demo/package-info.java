/** The demo: a pretend AWS that keeps running, with a configuration and a store of its own. */
@NullMarked
package dev.hammer.cli.demo;

import org.jspecify.annotations.NullMarked;
