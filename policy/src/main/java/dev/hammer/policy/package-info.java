/**
 * Who can reach it: reads IAM-style policy documents, judges whom they let in and says why. A
 * library of its own that calls nobody; the text of a policy is all it needs.
 */
@NullMarked
package dev.hammer.policy;

import org.jspecify.annotations.NullMarked;
