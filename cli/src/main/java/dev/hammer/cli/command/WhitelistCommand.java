package dev.hammer.cli.command;

import picocli.CommandLine.Command;

/** {@code hammer whitelist}. */
@Command(
    name = "whitelist",
    header = "Accept a risk, with owner, reason and expiry.",
    customSynopsis = {
      "hammer whitelist add k7f39qpd --reason \"public web site\"",
      "hammer whitelist test s3_encryption 'logs-*' --account prod-web",
      "hammer whitelist list --expiring 14d",
      "hammer whitelist remove w-3c4v5b6n"
    },
    subcommands = {
      WhitelistAddCommand.class,
      WhitelistRemoveCommand.class,
      WhitelistExpireCommand.class,
      WhitelistListCommand.class,
      WhitelistTestCommand.class
    })
final class WhitelistCommand extends HammerGroup {}
