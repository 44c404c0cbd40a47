package dev.hammer.checks.rds;

import dev.hammer.checks.CheckTester;
import dev.hammer.checks.Facets;
import dev.hammer.core.check.Severity;
import dev.hammer.core.reading.ReadFailure;
import dev.hammer.core.value.Value;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PublicDatabaseSnapshotTest {
  private final CheckTester<DatabaseSnapshot> check = CheckTester.of(PublicDatabaseSnapshot.TYPE);

  @Test
  void whatEverybodyMayRestoreIsCritical() {
    check
        .judging(SnapshotSample.ofInstance().restorableBy("all", "222222222222").read())
        .violates(Severity.CRITICAL)
        .saying("every AWS account may restore it")
        .because("all data of the RDS instance")
        .withDetail("db", "orders")
        .withDetail("name", "july")
        .withDetail("region", "eu-west-1")
        .withDetail("engine", "postgres")
        .withDetail("accounts", Value.texts(List.of("222222222222")))
        .withDetail("tags", Value.fields().put("owner", "ann").build())
        .reading("restorers", "tags");
  }

  @Test
  void theProductBehindAClusterIsNamed() {
    check
        .judging(SnapshotSample.ofCluster("neptune").restorableBy("all").read())
        .violates(Severity.CRITICAL)
        .because("Neptune cluster");
    check
        .judging(SnapshotSample.ofCluster("docdb").restorableBy("all").read())
        .because("DocumentDB cluster");
    check
        .judging(SnapshotSample.ofCluster("aurora-mysql").restorableBy("all").read())
        .because("Aurora cluster");
  }

  @Test
  void namedAccountsAreNotEverybody() {
    check.judging(SnapshotSample.ofInstance().read()).isCompliant("named accounts");
    check
        .judging(SnapshotSample.ofCluster("docdb").restorableBy("222222222222").read())
        .isCompliant("named accounts");
  }

  @Test
  void anEncryptedSnapshotIsNotEvenAsked() {
    check
        .judging(SnapshotSample.ofInstance().encrypted().restorableBy("all").read())
        .isCompliant("an encrypted snapshot cannot be public")
        .reading("tags");
  }

  @Test
  void onlyTheAttributeDecides() {
    check.deniedTable(
        SnapshotSample.ofInstance().restorableBy("all")::with,
        Map.of("restorers", "unknown", "tags", "critical"));
    check.deniedTable(
        SnapshotSample.ofInstance()::with, Map.of("restorers", "unknown", "tags", "compliant"));
    check
        .judging(SnapshotSample.ofCluster("docdb").with(Facets.refusing("restorers")))
        .isUnknown(ReadFailure.Kind.DENIED, RdsCalls.CLUSTER_ATTRIBUTES);
  }
}
