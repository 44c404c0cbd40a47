/** The estate of a company that does not exist, seeded into the pretend AWS. */
@NullMarked
package dev.hammer.demo.estate;

import org.jspecify.annotations.NullMarked;
