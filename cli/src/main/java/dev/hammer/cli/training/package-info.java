/**
 * What the launcher runs once, unseen, to teach the Java cache which classes a scan needs. Talks to
 * canned answers on the loopback interface only.
 */
@NullMarked
package dev.hammer.cli.training;

import org.jspecify.annotations.NullMarked;
