package dev.hammer.core.filter;

import dev.hammer.core.issue.IssuePlaces;
import dev.hammer.core.resource.AccountId;
import java.util.Set;
import java.util.function.Function;

/**
 * What the issues of a store are of, and what is known of that: so the names and patterns of a
 * filter can be spelled out.
 *
 * @param names the name people gave an account; empty if none is known
 * @param units the units of the organization an account is in or below
 * @param services the service of a check
 */
public record Atlas(
    IssuePlaces places,
    Function<AccountId, String> names,
    Function<AccountId, Set<String>> units,
    Function<String, String> services) {}
