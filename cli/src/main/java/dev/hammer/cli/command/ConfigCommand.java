package dev.hammer.cli.command;

import picocli.CommandLine.Command;

/** {@code hammer config}. */
@Command(
    name = "config",
    header = "Write a configuration, prove it, show what is in force, or explain a key.",
    customSynopsis = {
      "hammer config init",
      "hammer config validate",
      "hammer config show --origin",
      "hammer config reference aws",
      "hammer config migrate /srv/old/config.json --to hammer.yaml"
    },
    subcommands = {
      ConfigInitCommand.class,
      ConfigValidateCommand.class,
      ConfigShowCommand.class,
      ConfigReferenceCommand.class,
      ConfigMigrateCommand.class
    })
final class ConfigCommand extends HammerGroup {}
