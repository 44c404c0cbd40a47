package dev.hammer.cli.command;

import picocli.CommandLine.Command;

/** {@code hammer config}. */
@Command(
    name = "config",
    header = "Prove the configuration, or show what is in force.",
    customSynopsis = {"hammer config validate", "hammer config show --origin"},
    subcommands = {ConfigValidateCommand.class, ConfigShowCommand.class})
final class ConfigCommand extends HammerGroup {}
