package dev.hammer.checks.rds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hammer.checks.TestScope;
import dev.hammer.core.reading.ListingEnd;
import dev.hammer.core.resource.Tags;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.rds.model.DBCluster;
import software.amazon.awssdk.services.rds.model.DBInstance;
import software.amazon.awssdk.services.rds.model.Tag;

class DatabaseReaderTest {
  private final FakeRds rds = new FakeRds();
  private final DatabaseReader reader = new DatabaseReader(TestScope.in("eu-west-1"), rds);
  private final List<Database> found = new ArrayList<>();

  private void databases() {
    Tag owner = Tag.builder().key("owner").value("ann").build();
    rds.instance(DBInstance.builder().engine("mysql").tagList(owner), "plain")
        .instance(DBInstance.builder().engine("postgres").storageEncrypted(true), "sound")
        .instance(DBInstance.builder().engine("docdb").dbClusterIdentifier("shop"), "member")
        .cluster(DBCluster.builder().engine("docdb").storageEncrypted(false), "shop")
        .cluster(DBCluster.builder().engine("neptune").storageEncrypted(true), "graph");
  }

  @Test
  void everyPageOfBothFamiliesIsRead() {
    databases();

    assertThat(reader.list(found::add)).isEqualTo(new ListingEnd.Complete());

    assertThat(found)
        .extracting(it -> it.ref().id())
        .containsExactly(
            FakeRds.arn("db", "plain"),
            FakeRds.arn("db", "sound"),
            FakeRds.arn("db", "member"),
            FakeRds.arn("cluster", "shop"),
            FakeRds.arn("cluster", "graph"));
    assertThat(rds.calls())
        .containsExactly(
            "DescribeDBInstances 0",
            "DescribeDBInstances 1",
            "DescribeDBInstances 2",
            "DescribeDBClusters 0",
            "DescribeDBClusters 1");
  }

  @Test
  void theListingBringsEverything() {
    databases();
    reader.list(found::add);

    assertThat(found)
        .extracting(Database::isEncrypted)
        .containsExactly(false, true, false, false, true);
    assertThat(found)
        .extracting(Database::cluster)
        .containsExactly(
            Optional.empty(),
            Optional.empty(),
            Optional.of("shop"),
            Optional.empty(),
            Optional.empty());
    assertThat(found.getFirst().tags().get()).isEqualTo(Tags.of(Map.of("owner", "ann")));
    assertThat(found.getFirst().readAt()).isEqualTo(TestScope.NOW);
  }

  @Test
  void aFamilyThatFailsIsAGapAndTheOtherStands() {
    databases();
    rds.failing("DescribeDBClusters", "AccessDenied");

    ListingEnd end = reader.list(found::add);

    assertThat(found).hasSize(3);
    assertThat(((ListingEnd.Partial) end).gaps())
        .extracting(gap -> gap.parent() + " " + gap.why().kind())
        .containsExactly("clusters DENIED");
  }

  @Test
  void oneIsFoundByArnOrIdentifier() {
    databases();

    assertThat(reader.find(FakeRds.arn("db", "plain"))).isPresent();
    assertThat(reader.find("graph")).map(Database::family).contains(Family.CLUSTER);
    assertThat(reader.find("gone")).isEmpty();
    assertThat(reader.find(FakeRds.arn("cluster", "plain"))).isEmpty();
  }
}
