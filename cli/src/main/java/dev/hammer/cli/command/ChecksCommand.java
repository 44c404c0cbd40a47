package dev.hammer.cli.command;

import picocli.CommandLine.Command;

/** {@code hammer checks}. */
@Command(
    name = "checks",
    header = "Say what is looked for, and why.",
    customSynopsis = {"hammer checks list", "hammer checks explain s3_bucket_acl"},
    subcommands = {ChecksListCommand.class, ChecksExplainCommand.class})
final class ChecksCommand extends HammerGroup {}
