package dev.hammer.stores.dynamodb;

import static dev.hammer.testing.store.IssueBuilder.issue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hammer.core.issue.Change;
import dev.hammer.core.issue.HistoryQuery;
import dev.hammer.core.issue.Issue;
import dev.hammer.core.issue.IssueQuery;
import dev.hammer.core.issue.Status;
import dev.hammer.core.issue.Store;
import dev.hammer.core.issue.StoreException;
import dev.hammer.core.issue.Stored;
import dev.hammer.core.value.Value;
import dev.hammer.testing.MotoAws;
import dev.hammer.testing.MotoTest;
import dev.hammer.testing.store.Changes;
import dev.hammer.testing.store.IssueBuilder;
import dev.hammer.testing.store.SliceBuilder;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The store against the emulator that the rest of Hammer is tested with. It copies all of its
 * tables for each transaction, so the whole contract is left to DynamoDB Local.
 */
@MotoTest
final class MotoStoreTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private final String prefix = LocalDynamo.newPrefix();
  private final URI endpoint;

  @SuppressWarnings("NullAway.Init") // by open, once the emulator is empty
  private Store store;

  MotoStoreTest(MotoAws aws) {
    endpoint = aws.emulator().endpoint();
  }

  @BeforeEach
  void open() {
    store = LocalDynamo.open(client(), prefix);
  }

  @Test
  void aLookIsStoredAsAWhole() {
    List<Issue> issues = insert(3);

    assertThat(store.live(SliceBuilder.BUCKETS)).isEqualTo(issues);
    assertThat(store.slices()).containsExactly(SliceBuilder.look(NOON).build());
    assertThat(store.proof(issues.getFirst().key())).isPresent();
    assertThat(store.history(issues.getFirst().key())).hasSize(1);
    assertThat(store.history(HistoryQuery.ALL, "", 2).entries()).hasSize(2);
  }

  @Test
  void moreThanATransactionTakesIsStoredToo() {
    insert(70);

    assertThat(store.live(SliceBuilder.BUCKETS)).hasSize(70);
    assertThat(found(IssueQuery.ALL.withStatuses(Set.of(Status.OPEN)))).hasSize(70);
  }

  @Test
  void whatChangedMeanwhileIsAConflictAndWhatIsOldIsSuperseded() {
    Issue issue = insert(1).getFirst();
    Issue resolved = IssueBuilder.after(issue).resolved(NOON).build();
    Change change = Changes.change(issue, resolved);
    assertThat(store.apply(Optional.empty(), List.of(change))).isEqualTo(new Stored.Applied());

    assertThat(store.apply(Optional.empty(), List.of(change)))
        .isEqualTo(new Stored.Conflict(List.of(issue.key())));
    assertThat(
            store.apply(
                Optional.of(SliceBuilder.look(NOON.minusSeconds(1)).build()),
                List.of(Changes.born(issue("new").build()))))
        .isEqualTo(new Stored.Superseded());
    assertThat(store.issues(List.of(issue.key()))).containsExactly(resolved);
    assertThat(store.live(SliceBuilder.BUCKETS)).isEmpty();
  }

  @Test
  void issuesAreFoundByNameAndRef() {
    Issue issue = insert(2).getFirst();

    assertThat(found(IssueQuery.ALL.withResource("bucket-0"))).containsExactly(issue);
    assertThat(store.byRef(issue.ref().shown(), 5)).containsExactly(issue);
  }

  @Test
  void thePredecessorsItemsAreTakenOver() {
    Map<String, AttributeValue> golden = Golden.item("open-group.json");
    try (DynamoDbClient client = client()) {
      client.putItem(p -> p.tableName(prefix + "security-groups-unrestricted").item(golden));
    }

    Store opened = LocalDynamo.open(client(), prefix);

    assertThat(found(IssueQuery.ALL)).hasSize(1);
    Issue before = found(IssueQuery.ALL).getFirst();
    Issue after = IssueBuilder.after(before).resolved(NOON).build();
    assertThat(opened.apply(Optional.empty(), List.of(Changes.change(before, after))))
        .isEqualTo(new Stored.Applied());
    assertThat(found(IssueQuery.ALL)).containsExactly(after);
  }

  @Test
  void itsHealthIsToldWhereFiguresOfIndexesAreMissing() {
    insert(2);

    assertThat(store.health().get("open_issues")).contains(Value.of(2));
    assertThat(store.defects()).isEmpty();
  }

  @Test
  void withoutTablesItSaysSo() {
    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> LocalDynamo.openProven(client(), LocalDynamo.layout("missing-")))
        .withMessageContaining("missing-state");
  }

  private List<Issue> insert(int number) {
    List<Issue> issues =
        IntStream.range(0, number).mapToObj(i -> issue("bucket-" + i).build()).toList();
    assertThat(
            store.apply(
                Optional.of(SliceBuilder.look(NOON).build()),
                issues.stream().map(Changes::born).toList()))
        .isEqualTo(new Stored.Applied());
    return issues;
  }

  private List<Issue> found(IssueQuery query) {
    List<Issue> found = new ArrayList<>();
    store.query(query, found::add);
    return found;
  }

  private DynamoDbClient client() {
    return DynamoDbClient.builder()
        .endpointOverride(endpoint)
        .region(Region.EU_WEST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIDEXAMPLE", "secret")))
        .httpClient(ApacheHttpClient.builder().build())
        .build();
  }
}
