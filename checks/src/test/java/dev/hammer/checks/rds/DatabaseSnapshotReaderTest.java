package dev.hammer.checks.rds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hammer.checks.TestScope;
import dev.hammer.core.reading.ListingEnd;
import dev.hammer.core.reading.ReadFailure;
import dev.hammer.core.reading.UnreadableException;
import dev.hammer.core.resource.Tags;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.rds.model.DBClusterSnapshot;
import software.amazon.awssdk.services.rds.model.DBSnapshot;
import software.amazon.awssdk.services.rds.model.Tag;

class DatabaseSnapshotReaderTest {
  private final FakeRds rds = new FakeRds();
  private final DatabaseSnapshotReader reader =
      new DatabaseSnapshotReader(TestScope.in("eu-west-1"), rds);
  private final List<DatabaseSnapshot> found = new ArrayList<>();

  private void fourSnapshots() {
    rds.snapshot(DBSnapshot.builder(), "july", "all", "222222222222")
        .snapshot(DBSnapshot.builder().encrypted(true), "august")
        .clusterSnapshot(DBClusterSnapshot.builder(), "july", "222222222222")
        .clusterSnapshot(DBClusterSnapshot.builder().storageEncrypted(true), "may");
  }

  private DatabaseSnapshot at(int index) {
    return found.get(index);
  }

  @Test
  void everyPageOfBothFamiliesIsRead() {
    fourSnapshots();

    assertThat(reader.list(found::add)).isEqualTo(new ListingEnd.Complete());

    assertThat(found)
        .extracting(it -> it.ref().id())
        .containsExactly(
            FakeRds.arn("snapshot", "july"),
            FakeRds.arn("snapshot", "august"),
            FakeRds.arn("cluster-snapshot", "july"),
            FakeRds.arn("cluster-snapshot", "may"));
    assertThat(found)
        .extracting(it -> it.ref().parent())
        .containsExactly(
            Optional.of("instances"),
            Optional.of("instances"),
            Optional.of("clusters"),
            Optional.of("clusters"));
    assertThat(rds.calls())
        .containsExactly(
            "DescribeDBSnapshots 0",
            "DescribeDBSnapshots 1",
            "DescribeDBClusterSnapshots 0",
            "DescribeDBClusterSnapshots 1");
  }

  @Test
  void attributesAreAskedOfTheRightFamily() {
    fourSnapshots();
    reader.list(found::add);

    assertThat(at(0).restorers().get()).isEqualTo(new Restorers(true, List.of("222222222222")));
    assertThat(at(2).restorers().get()).isEqualTo(new Restorers(false, List.of("222222222222")));
    assertThat(rds.calls())
        .endsWith("DescribeDBSnapshotAttributes july", "DescribeDBClusterSnapshotAttributes july");
    assertThat(at(0).restorers().calls()).containsExactly(RdsCalls.ATTRIBUTES);
    assertThat(at(2).restorers().calls()).containsExactly(RdsCalls.CLUSTER_ATTRIBUTES);
  }

  @Test
  void aSnapshotIsPlainUnlessAwsSaysOtherwise() {
    fourSnapshots();
    reader.list(found::add);

    assertThat(found)
        .extracting(DatabaseSnapshot::isEncrypted)
        .containsExactly(false, true, false, true);
  }

  @Test
  void tagsComeWithTheListing() {
    Tag owner = Tag.builder().key("owner").value("ann").build();
    Tag empty = Tag.builder().key("empty").build();
    rds.snapshot(DBSnapshot.builder().tagList(owner, empty), "july");
    reader.list(found::add);

    assertThat(at(0).tags().get()).isEqualTo(Tags.of(Map.of("owner", "ann", "empty", "")));
    assertThat(rds.calls())
        .containsExactly("DescribeDBSnapshots 0", "DescribeDBClusterSnapshots 0");
  }

  @Test
  void aFamilyThatFailsIsAGapAndTheOtherStands() {
    fourSnapshots();
    rds.failing("DescribeDBSnapshots", "AccessDenied");

    ListingEnd end = reader.list(found::add);

    assertThat(found).extracting(it -> it.ref().parent()).containsOnly(Optional.of("clusters"));
    assertThat(((ListingEnd.Partial) end).gaps())
        .extracting(gap -> gap.parent() + " " + gap.why().kind() + " " + gap.why().call())
        .containsExactly("instances DENIED rds:DescribeDBSnapshots");
  }

  @Test
  void ifBothFailTheListingIsBroken() {
    rds.failing("DescribeDBSnapshots", "AccessDenied")
        .failing("DescribeDBClusterSnapshots", "Throttling");

    assertThat(reader.list(found::add))
        .isInstanceOfSatisfying(
            ListingEnd.Broken.class,
            end -> assertThat(end.why().kind()).isEqualTo(ReadFailure.Kind.DENIED));
  }

  @Test
  void anArnLeadsToItsFamilyAlone() {
    fourSnapshots();

    assertThat(reader.find(FakeRds.arn("cluster-snapshot", "july")))
        .map(DatabaseSnapshot::family)
        .contains(Family.CLUSTER);
    assertThat(reader.find(FakeRds.arn("snapshot", "gone"))).isEmpty();
    assertThat(rds.calls())
        .containsExactly("DescribeDBClusterSnapshots july", "DescribeDBSnapshots gone");
  }

  @Test
  void anIdentifierIsLookedForInBothFamilies() {
    fourSnapshots();

    assertThat(reader.find("may"))
        .map(it -> it.ref().id())
        .contains(FakeRds.arn("cluster-snapshot", "may"));
    assertThat(reader.find("gone")).isEmpty();
    assertThatThrownBy(() -> reader.find("july"))
        .isInstanceOf(UnreadableException.class)
        .hasMessageContaining("name one by its ARN");
  }

  @Test
  void anIdentifierIsNotFoundWhileAFamilyCannotBeRead() {
    fourSnapshots();
    rds.failing("DescribeDBSnapshots", "AccessDenied");

    assertThatThrownBy(() -> reader.find("may")).isInstanceOf(UnreadableException.class);
  }

  @Test
  void whatIsElsewhereOrCannotBeANameCostsNoCall() {
    assertThat(reader.find("arn:aws:rds:us-east-1:111111111111:snapshot:july")).isEmpty();
    assertThat(reader.find("arn:aws:rds:eu-west-1:222222222222:snapshot:july")).isEmpty();
    assertThat(reader.find("arn:aws:s3:::logs")).isEmpty();
    assertThat(reader.find(FakeRds.arn("db", "july"))).isEmpty();
    assertThat(reader.find("no name.at all")).isEmpty();
    assertThat(rds.calls()).isEmpty();
  }
}
