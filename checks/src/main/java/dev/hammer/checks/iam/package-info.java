/** IAM: access keys of users, how old they are and when they were last used. */
@NullMarked
package dev.hammer.checks.iam;

import org.jspecify.annotations.NullMarked;
