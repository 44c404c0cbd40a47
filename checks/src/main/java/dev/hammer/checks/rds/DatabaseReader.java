package dev.hammer.checks.rds;

import dev.hammer.aws.AwsScope;
import dev.hammer.aws.Page;
import dev.hammer.checks.ReaderType;
import dev.hammer.core.check.Scope;
import dev.hammer.core.reading.ListingEnd;
import dev.hammer.core.reading.Reader;
import dev.hammer.core.resource.ResourceRef;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.DBCluster;
import software.amazon.awssdk.services.rds.model.DBInstance;
import software.amazon.awssdk.services.rds.model.DescribeDbClustersResponse;
import software.amazon.awssdk.services.rds.model.DescribeDbInstancesResponse;

/** Reads the database instances and clusters of a region. */
final class DatabaseReader implements Reader<Database> {
  static final ReaderType<Database> TYPE =
      new ReaderType<>(
          Database.RESOURCE_TYPE,
          "rds",
          Scope.REGIONAL,
          RdsCalls.INSTANCES,
          (scope, _) -> new DatabaseReader(scope, Rds.client(scope)));

  private static final Set<String> ABSENT =
      Set.of(
          "DBInstanceNotFound",
          "DBInstanceNotFoundFault",
          "DBClusterNotFound",
          "DBClusterNotFoundFault");

  private final AwsScope scope;
  private final RdsClient rds;

  DatabaseReader(AwsScope scope, RdsClient rds) {
    this.scope = scope;
    this.rds = rds;
  }

  @Override
  public ListingEnd list(Consumer<? super Database> found) {
    return Family.listBoth(family -> eachOf(family, found));
  }

  @Override
  public Optional<Database> find(String name) {
    return Wanted.of(scope, name, DatabaseReader::kind)
        .flatMap(wanted -> wanted.onlyOne(this::find));
  }

  /** How ARNs call them. */
  private static String kind(Family family) {
    return switch (family) {
      case INSTANCE -> "db";
      case CLUSTER -> "cluster";
    };
  }

  private void eachOf(Family family, Consumer<? super Database> found) {
    switch (family) {
      case INSTANCE -> scope.eachPage(RdsCalls.INSTANCES, this::instances, found);
      case CLUSTER -> scope.eachPage(RdsCalls.CLUSTERS, this::clusters, found);
    }
  }

  private Page<Database> instances(@Nullable String token) {
    Instant readAt = scope.now();
    DescribeDbInstancesResponse answer =
        rds.describeDBInstances(r -> r.maxRecords(Rds.PAGE).marker(token));
    return Page.of(
        answer.dbInstances().stream().map(it -> database(it, readAt)).toList(), answer.marker());
  }

  private Page<Database> clusters(@Nullable String token) {
    Instant readAt = scope.now();
    DescribeDbClustersResponse answer =
        rds.describeDBClusters(r -> r.maxRecords(Rds.PAGE).marker(token));
    return Page.of(
        answer.dbClusters().stream().map(it -> database(it, readAt)).toList(), answer.marker());
  }

  private Optional<Database> find(Family family, String id) {
    Instant readAt = scope.now();
    return switch (family) {
      case INSTANCE ->
          scope
              .askOptional(
                  RdsCalls.INSTANCES,
                  ABSENT,
                  () -> rds.describeDBInstances(r -> r.dbInstanceIdentifier(id)))
              .flatMap(answer -> answer.dbInstances().stream().findFirst())
              .map(it -> database(it, readAt));
      case CLUSTER ->
          scope
              .askOptional(
                  RdsCalls.CLUSTERS,
                  ABSENT,
                  () -> rds.describeDBClusters(r -> r.dbClusterIdentifier(id)))
              .flatMap(answer -> answer.dbClusters().stream().findFirst())
              .map(it -> database(it, readAt));
    };
  }

  private Database database(DBInstance instance, Instant readAt) {
    ResourceRef ref =
        Rds.ref(
            scope,
            Database.RESOURCE_TYPE,
            Family.INSTANCE,
            instance.dbInstanceArn(),
            instance.dbInstanceIdentifier());
    Database.Listed listed =
        new Database.Listed(
            Family.INSTANCE,
            instance.engine(),
            isEncrypted(instance.storageEncrypted()),
            Optional.ofNullable(instance.dbClusterIdentifier()).filter(id -> !id.isBlank()));
    return new Database(ref, readAt, listed, Rds.tags(instance.tagList()));
  }

  private Database database(DBCluster cluster, Instant readAt) {
    ResourceRef ref =
        Rds.ref(
            scope,
            Database.CLUSTER_TYPE,
            Family.CLUSTER,
            cluster.dbClusterArn(),
            cluster.dbClusterIdentifier());
    Database.Listed listed =
        new Database.Listed(
            Family.CLUSTER,
            cluster.engine(),
            isEncrypted(cluster.storageEncrypted()),
            Optional.empty());
    return new Database(ref, readAt, listed, Rds.tags(cluster.tagList()));
  }

  /**
   * Plain unless AWS says otherwise. The newer StorageEncryptionType, which also knows keys owned
   * by AWS, is not among the fields of this SDK.
   */
  private static boolean isEncrypted(@Nullable Boolean storageEncrypted) {
    return Boolean.TRUE.equals(storageEncrypted);
  }
}
