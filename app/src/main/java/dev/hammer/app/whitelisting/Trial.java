package dev.hammer.app.whitelisting;

import dev.hammer.core.whitelist.WhitelistEntry;
import dev.hammer.core.whitelist.WhitelistScope;
import java.util.Optional;

/**
 * What an entry matches, or would match.
 *
 * @param entry absent if there is none yet
 * @param matches stored issues of any status
 */
public record Trial(WhitelistScope scope, Optional<WhitelistEntry> entry, Matches matches) {}
