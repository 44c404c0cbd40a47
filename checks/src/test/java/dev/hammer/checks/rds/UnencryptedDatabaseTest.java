package dev.hammer.checks.rds;

import dev.hammer.checks.CheckTester;
import dev.hammer.checks.TestScope;
import dev.hammer.core.check.Severity;
import dev.hammer.core.reading.Facet;
import dev.hammer.core.resource.Tags;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnencryptedDatabaseTest {
  private static final String ARN = "arn:aws:rds:eu-west-1:111111111111:db:orders";

  private final CheckTester<Database> check = CheckTester.of(UnencryptedDatabase.TYPE);

  private static Database database(Database.Listed listed, Map<String, String> tags) {
    return new Database(
        Rds.ref(TestScope.in("eu-west-1"), Database.RESOURCE_TYPE, listed.family(), ARN, "orders"),
        TestScope.NOW,
        listed,
        Facet.known("tags", Tags.of(tags), Tags::toValue));
  }

  private static Database plain(Family family, String engine, Map<String, String> tags) {
    return database(new Database.Listed(family, engine, false, Optional.empty()), tags);
  }

  @Test
  void encryptedIsCompliant() {
    check
        .judging(
            database(
                new Database.Listed(Family.INSTANCE, "mysql", true, Optional.empty()), Map.of()))
        .isCompliant("encrypted");
  }

  @Test
  void plainIsMedium() {
    check
        .judging(plain(Family.INSTANCE, "mysql", Map.of("owner", "ann")))
        .violates(Severity.MEDIUM)
        .saying("storage of this RDS instance is not encrypted")
        .because("no tag says that it is production")
        .withDetail("id", ARN)
        .withDetail("name", "orders")
        .withDetail("region", "eu-west-1")
        .withDetail("engine", "mysql");
  }

  @ParameterizedTest
  @CsvSource({
    "INSTANCE, postgres, RDS instance",
    "CLUSTER, mysql, RDS cluster",
    "CLUSTER, aurora-postgresql, Aurora cluster",
    "CLUSTER, neptune, Neptune cluster",
    "CLUSTER, docdb, DocumentDB cluster"
  })
  void theProductIsNamed(Family family, String engine, String words) {
    check
        .judging(plain(family, engine, Map.of()))
        .violates(Severity.MEDIUM)
        .saying("storage of this " + words + " is not encrypted");
  }

  @Test
  void aMemberIsNotReportedBesideItsCluster() {
    check
        .judging(
            database(
                new Database.Listed(Family.INSTANCE, "aurora-mysql", false, Optional.of("shop")),
                Map.of("env", "prod")))
        .isCompliant("judged with its cluster shop");
  }

  @ParameterizedTest
  @CsvSource({
    "env, prod, HIGH",
    "Environment, Production, HIGH",
    "stage, LIVE, HIGH",
    "env, prd, HIGH",
    "env, dev, MEDIUM",
    "env, nonprod, MEDIUM",
    "team, prod, MEDIUM",
    "env, '', MEDIUM"
  })
  void productionIsHigh(String key, String value, Severity severity) {
    check.judging(plain(Family.CLUSTER, "docdb", Map.of(key, value))).violates(severity);
  }

  @Test
  void theTagThatSaysProductionIsTold() {
    check
        .judging(plain(Family.INSTANCE, "mysql", Map.of("stage", "prod")))
        .because("production by its tag stage=prod");
  }
}
