package dev.hammer.checks.rds;

import dev.hammer.checks.CheckType;
import dev.hammer.core.check.Check;
import dev.hammer.core.check.CheckInfo;
import dev.hammer.core.check.Severity;
import dev.hammer.core.check.Verdict;
import dev.hammer.core.value.Value;

/** Finds snapshots of databases that every AWS account may restore. */
public final class PublicDatabaseSnapshot implements Check<DatabaseSnapshot> {
  private static final CheckInfo INFO =
      CheckInfo.of(
              "rds_public_snapshot",
              "RDS snapshot is public",
              Severity.CRITICAL,
              "rds",
              DatabaseSnapshot.RESOURCE_TYPE)
          .decidedBy(
              RdsCalls.SNAPSHOTS,
              RdsCalls.CLUSTER_SNAPSHOTS,
              RdsCalls.ATTRIBUTES,
              RdsCalls.CLUSTER_ATTRIBUTES)
          .standingFor("Security Hub RDS.1", "Security Hub Neptune.3", "Security Hub DocumentDB.3")
          .storedIn("rds-public-snapshots");

  public static final CheckType<DatabaseSnapshot> TYPE =
      new CheckType<>(INFO, DatabaseSnapshotReader.TYPE, _ -> new PublicDatabaseSnapshot());

  @Override
  public CheckInfo info() {
    return INFO;
  }

  @Override
  public Verdict judge(DatabaseSnapshot snapshot) {
    if (snapshot.isEncrypted()) {
      return Verdict.compliant("encrypted, and an encrypted snapshot cannot be public");
    }
    Restorers restorers = snapshot.restorers().get();
    return restorers.isPublic()
        ? violation(snapshot, restorers)
        : Verdict.compliant("only named accounts may restore it");
  }

  private static Verdict.Violating violation(DatabaseSnapshot snapshot, Restorers restorers) {
    return Verdict.violating(
        Severity.CRITICAL,
        "every AWS account may restore it",
        "anyone can make a database of it and read all data of the "
            + Rds.productOf(snapshot.engine())
            + " "
            + snapshot.family().word(),
        snapshot.details().put("accounts", Value.texts(restorers.accounts())).build());
  }
}
