/**
 * Addresses and ports: ranges of IPv4 and IPv6, how much of the internet a set of them lets in, and
 * which ports a rule opens. Nothing here knows of policies or AWS calls.
 */
@NullMarked
package dev.hammer.policy.network;

import org.jspecify.annotations.NullMarked;
