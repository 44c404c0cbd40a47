/** Remembering: issues, their life, the merge of a look into what is stored, and the store. */
@NullMarked
package dev.hammer.core.issue;

import org.jspecify.annotations.NullMarked;
