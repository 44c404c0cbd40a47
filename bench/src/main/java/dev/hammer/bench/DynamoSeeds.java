package dev.hammer.bench;

import dev.hammer.core.issue.Chronicle;
import dev.hammer.core.issue.Issue;
import dev.hammer.core.issue.Store;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * Very many issues in DynamoDB, in less time than a store would need. The store writes one issue of
 * each check; the item it makes of it is copied for all others, with their account, region and id
 * in the place of its own, twenty-five at a time and several such batches at once. Proof and
 * history of the copies are left out, and their refs are those of the originals: nothing that is
 * measured reads them.
 */
final class DynamoSeeds {
  private static final String STATE = "bench-state";
  private static final int AT_ONCE = 25;
  private static final int WRITERS = 8;
  private static final int QUEUED = 64;

  private final Store store;
  private final URI endpoint;

  DynamoSeeds(Store store, URI endpoint) {
    this.store = store;
    this.endpoint = endpoint;
  }

  /** An item of the store, and the issue it stands for. */
  private record Template(Issue issue, String table, Map<String, AttributeValue> item) {}

  /** As many as fit into the time, up to so many; answers how many. */
  int fill(int most, Duration time) {
    long end = System.nanoTime() + time.toNanos();
    try (DynamoDbClient client = client()) {
      Map<String, Template> templates = templates(client);
      AtomicInteger written = new AtomicInteger();
      Semaphore room = new Semaphore(QUEUED);
      try (ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
        for (int from = 0; from < most && System.nanoTime() < end; from += AT_ONCE) {
          Map<String, List<WriteRequest>> batch = new HashMap<>();
          for (int number = from; number < Math.min(most, from + AT_ONCE); number++) {
            add(templates, IssueSeeds.issue(number), batch);
          }
          room.acquireUninterruptibly();
          var _ =
              writers.submit(
                  () -> {
                    try {
                      write(client, batch);
                      written.addAndGet(batch.values().stream().mapToInt(List::size).sum());
                    } finally {
                      room.release();
                    }
                  });
        }
      }
      return written.get();
    }
  }

  private static void write(DynamoDbClient client, Map<String, List<WriteRequest>> batch) {
    Map<String, List<WriteRequest>> left = batch;
    while (!left.isEmpty()) {
      Map<String, List<WriteRequest>> sent = left;
      left = client.batchWriteItem(write -> write.requestItems(sent)).unprocessedItems();
    }
  }

  /** One of each check, open and resolved. */
  private Map<String, Template> templates(DynamoDbClient client) {
    Map<String, Issue> issues = new HashMap<>();
    for (int number = 0; issues.size() < 2 * IssueSeeds.CHECKS.size(); number++) {
      Issue issue = IssueSeeds.issue(number);
      issues.putIfAbsent(kind(issue), issue);
    }
    List<Chronicle> chronicles = issues.values().stream().map(IssueSeeds::chronicle).toList();
    store.restore(chronicles);
    Map<String, Template> templates = new HashMap<>();
    for (String table : client.listTables().tableNames()) {
      if (!table.equals(STATE)) {
        client.scanPaginator(scan -> scan.tableName(table)).items().stream()
            .forEach(
                item ->
                    issues.forEach(
                        (kind, issue) -> {
                          if (item.toString().contains(issue.key().issueId())) {
                            templates.put(kind, new Template(issue, table, item));
                          }
                        }));
      }
    }
    if (templates.size() < issues.size()) {
      throw new IllegalStateException("no table has an issue that was just stored");
    }
    return templates;
  }

  private static void add(
      Map<String, Template> templates, Issue issue, Map<String, List<WriteRequest>> batch) {
    Template template = templates.get(kind(issue));
    if (template == null) {
      throw new IllegalStateException("no issue of " + kind(issue));
    }
    Issue original = template.issue();
    Map<String, AttributeValue> item = new HashMap<>();
    template
        .item()
        .forEach(
            (name, value) ->
                item.put(
                    name,
                    value.s() == null
                        ? value
                        : AttributeValue.fromS(
                            value
                                .s()
                                .replace(original.key().issueId(), issue.key().issueId())
                                .replace(original.key().account().id(), issue.key().account().id())
                                .replace(
                                    original.unitRegion().name(), issue.unitRegion().name()))));
    batch
        .computeIfAbsent(template.table(), _ -> new ArrayList<>())
        .add(WriteRequest.builder().putRequest(put -> put.item(item)).build());
  }

  private static String kind(Issue issue) {
    return issue.key().check() + " " + issue.status();
  }

  private DynamoDbClient client() {
    return DynamoDbClient.builder()
        .endpointOverride(endpoint)
        .region(Region.EU_WEST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(
                AwsBasicCredentials.create("AKIABENCH00000000000", "bench")))
        .build();
  }
}
