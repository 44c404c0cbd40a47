package dev.hammer.cli.command;

import java.util.List;
import picocli.CommandLine.Option;

/** Which accounts of the configured scope a command is about. */
final class AccountOptions {
  @Option(
      names = "--account",
      paramLabel = "ACCOUNT",
      split = ",",
      description = "only these accounts: id, name, glob, ou:ID or tag:KEY=VALUE")
  private List<String> accounts = List.of();

  @Option(
      names = "--not-account",
      paramLabel = "ACCOUNT",
      split = ",",
      description = "all but these accounts")
  private List<String> notAccounts = List.of();

  List<String> accounts() {
    return accounts;
  }

  List<String> notAccounts() {
    return notAccounts;
  }
}
