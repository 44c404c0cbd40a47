package dev.hammer.cli.command;

import dev.hammer.aws.Budget;
import picocli.CommandLine.Option;

/** The option of commands that make many calls to AWS. */
final class BudgetOption {
  @Option(
      names = "--budget",
      paramLabel = "PERCENT",
      converter = BudgetText.class,
      description = "share of the published AWS rates to take at most (default: a third)")
  private Budget budget = Budget.THIRD;

  Budget budget() {
    return budget;
  }
}
