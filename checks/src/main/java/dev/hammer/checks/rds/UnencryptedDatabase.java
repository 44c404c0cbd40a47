package dev.hammer.checks.rds;

import dev.hammer.checks.CheckType;
import dev.hammer.core.check.Check;
import dev.hammer.core.check.CheckInfo;
import dev.hammer.core.check.Severity;
import dev.hammer.core.check.Verdict;
import dev.hammer.core.resource.Tags;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds databases whose storage is not encrypted; a cluster speaks for its members. */
public final class UnencryptedDatabase implements Check<Database> {
  private static final CheckInfo INFO =
      CheckInfo.of(
              "rds_encryption",
              "Database storage is not encrypted",
              Severity.MEDIUM,
              "rds",
              Database.RESOURCE_TYPE)
          .decidedBy(RdsCalls.INSTANCES, RdsCalls.CLUSTERS)
          .standingFor(
              "Security Hub RDS.3",
              "Security Hub RDS.27",
              "Security Hub Neptune.1",
              "Security Hub DocumentDB.1")
          .storedIn("rds-unencrypted");

  public static final CheckType<Database> TYPE =
      new CheckType<>(INFO, DatabaseReader.TYPE, _ -> new UnencryptedDatabase());

  private static final Set<String> STAGE_KEYS = Set.of("env", "environment", "stage");
  private static final Set<String> PRODUCTION = Set.of("prod", "prd", "production", "live");

  @Override
  public CheckInfo info() {
    return INFO;
  }

  @Override
  public Verdict judge(Database database) {
    if (database.cluster().isPresent()) {
      return Verdict.compliant("judged with its cluster " + database.cluster().get());
    }
    return database.isEncrypted() ? Verdict.compliant("encrypted") : violation(database);
  }

  private static Verdict.Violating violation(Database database) {
    Optional<String> stage = database.tags().reading().known().flatMap(UnencryptedDatabase::stage);
    return Verdict.violating(
        stage.isPresent() ? Severity.HIGH : Severity.MEDIUM,
        "storage of this "
            + Rds.productOf(database.engine())
            + " "
            + database.family().word()
            + " is not encrypted",
        "whoever gets at its storage, backups or snapshots can read it; "
            + stage
                .map(tag -> "production by its tag " + tag)
                .orElse("no tag says that it is production"),
        database.details().build());
  }

  /** The tag that says that it is production. */
  private static Optional<String> stage(Tags tags) {
    return tags.values().entrySet().stream()
        .filter(tag -> isOneOf(STAGE_KEYS, tag.getKey()) && isOneOf(PRODUCTION, tag.getValue()))
        .map(Map.Entry::toString)
        .findFirst();
  }

  private static boolean isOneOf(Set<String> words, String text) {
    return words.contains(text.toLowerCase(Locale.ROOT));
  }
}
