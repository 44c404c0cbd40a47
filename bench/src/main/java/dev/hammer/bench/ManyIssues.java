package dev.hammer.bench;

import dev.hammer.bench.estate.Estate;
import java.nio.file.Path;

/**
 * A store with very many issues: a filtered page, exports in constant memory, and what one unit
 * costs in DynamoDB.
 */
final class ManyIssues implements Measurement {
  private final int issues;

  ManyIssues(int issues) {
    this.issues = issues;
  }

  @Override
  public String subject(Estate estate) {
    return "A store of %,d issues: %d accounts, %d regions, %d checks, each with proof and history"
        .formatted(issues, IssueSeeds.ACCOUNTS, IssueSeeds.REGIONS, IssueSeeds.CHECKS.size());
  }

  @Override
  public void measure(Estate estate, Hammer hammer, Path nowhere, Bars bars) {
    new SqliteFigures(hammer, nowhere, bars).measure(issues);
    new DynamoFigures(nowhere, bars).measure(issues);
  }
}
