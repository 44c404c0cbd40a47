package dev.hammer.aws;

import dev.hammer.core.resource.AccountId;
import java.time.Instant;
import java.util.Optional;

/**
 * Who the credentials belong to.
 *
 * @param expires when they end, if they do
 */
public record CallerIdentity(AccountId account, String arn, Optional<Instant> expires) {}
