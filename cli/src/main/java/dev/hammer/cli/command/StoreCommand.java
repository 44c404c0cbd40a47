package dev.hammer.cli.command;

import picocli.CommandLine.Command;

/** {@code hammer store}. */
@Command(
    name = "store",
    header = "Check the store, shrink it, write all of it to a file and back.",
    customSynopsis = {
      "hammer store check",
      "hammer store compact --keep 90d",
      "hammer store export --to hammer.jsonl",
      "hammer store import hammer.jsonl"
    },
    subcommands = {
      StoreCheckCommand.class,
      StoreCompactCommand.class,
      StoreExportCommand.class,
      StoreImportCommand.class
    })
final class StoreCommand extends HammerGroup {}
