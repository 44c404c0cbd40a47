/**
 * The use case "policy": which permissions the checks need, as policies and templates to hand out,
 * and which of them are missing.
 */
@NullMarked
package dev.hammer.app.permissions;

import org.jspecify.annotations.NullMarked;
