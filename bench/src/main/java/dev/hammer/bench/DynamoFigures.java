package dev.hammer.bench;

import dev.hammer.app.Workspace;
import dev.hammer.app.WorkspaceOptions;
import dev.hammer.aws.AccessKey;
import dev.hammer.core.issue.Change;
import dev.hammer.core.issue.Issue;
import dev.hammer.core.issue.Store;
import dev.hammer.core.issue.Stored;
import dev.hammer.core.scan.Slice;
import dev.hammer.testing.DynamoProcess;
import dev.hammer.testing.store.Changes;
import dev.hammer.testing.store.IssueBuilder;
import dev.hammer.testing.store.SliceBuilder;
import dev.hammer.testing.stub.WireStub;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** One unit's issues among many in DynamoDB Local: every request counted. */
final class DynamoFigures {
  private static final Duration SEEDING = Duration.ofMinutes(15);
  private static final int LIVE = 200;
  private static final int CHANGED = 3;
  private static final String HEAP = "8g";

  private final Path nowhere;
  private final Bars bars;

  DynamoFigures(Path nowhere, Bars bars) {
    this.nowhere = nowhere;
    this.bars = bars;
  }

  void measure(int most) {
    try (DynamoProcess dynamo = DynamoProcess.start(HEAP);
        WireStub stub = WireStub.inFrontOf(dynamo.endpoint());
        Workspace workspace =
            IssueSeeds.workspace(nowhere, "dynamodb:bench-", usual -> options(usual, stub))) {
      Store store = workspace.store();
      long began = System.nanoTime();
      Slice slice = IssueSeeds.slice(0);
      store.restore(IntStream.range(0, LIVE).mapToObj(n -> IssueSeeds.live(slice, n)).toList());
      int seeded = LIVE + new DynamoSeeds(store, dynamo.endpoint()).fill(most, SEEDING);
      bars.line(
          "DynamoDB Local: %,d issues stored in %.0f s"
              .formatted(seeded, (System.nanoTime() - began) / 1e9));
      unit(store, stub, slice, seeded);
    }
  }

  private static WorkspaceOptions options(WorkspaceOptions usual, WireStub stub) {
    return new WorkspaceOptions(
        usual.sources(),
        Optional.empty(),
        Optional.of(stub.endpoint()),
        Optional.of(new AccessKey("AKIABENCH00000000000", "bench")),
        true);
  }

  private void unit(Store store, WireStub stub, Slice slice, int seeded) {
    stub.reset();
    long began = System.nanoTime();
    List<Issue> live = store.live(slice);
    double millis = (System.nanoTime() - began) / 1e6;
    Map<String, Long> read = stub.calls().countsByOperation();
    bars.line(
        "%d live issues of %s among %,d: %.0f ms, %s"
            .formatted(live.size(), slice, seeded, millis, read));
    bars.demand(live.size() >= LIVE, "all live issues of the unit are found");
    bars.demand(
        read.size() == 1 && read.keySet().iterator().next().contains("Query"),
        "live issues of a unit are read by queries alone, no scan");
    bars.atMost("queries for a unit's live issues", 1, stub.calls().size(), "");
    writes(store, stub, slice, live);
  }

  private void writes(Store store, WireStub stub, Slice slice, List<Issue> live) {
    stub.reset();
    store.apply(
        Optional.of(SliceBuilder.look(IssueBuilder.FOUND.plusSeconds(60)).of(slice).build()),
        List.of());
    bars.line("a look that changes nothing: " + stub.calls().countsByOperation());
    bars.atMost("requests where nothing changed", 1, stub.calls().size(), "");
    List<Change> changes = new ArrayList<>();
    for (Issue issue : live.subList(0, Math.min(CHANGED, live.size()))) {
      changes.add(
          Changes.change(issue, IssueBuilder.after(issue).summary("changed meanwhile").build()));
    }
    stub.reset();
    Stored stored =
        store.apply(
            Optional.of(SliceBuilder.look(IssueBuilder.FOUND.plusSeconds(120)).of(slice).build()),
            changes);
    bars.line(
        "a look with %d changes: %s".formatted(changes.size(), stub.calls().countsByOperation()));
    bars.demand(stored instanceof Stored.Applied, "the changes are stored");
    bars.atMost("requests for a few changes", 1, stub.calls().size(), "");
  }
}
