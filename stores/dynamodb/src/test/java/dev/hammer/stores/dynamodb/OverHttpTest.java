package dev.hammer.stores.dynamodb;

import static dev.hammer.testing.store.IssueBuilder.issue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hammer.aws.AccessKey;
import dev.hammer.aws.AwsConnection;
import dev.hammer.aws.AwsOptions;
import dev.hammer.aws.CallLog;
import dev.hammer.core.issue.Change;
import dev.hammer.core.issue.Issue;
import dev.hammer.core.issue.IssueQuery;
import dev.hammer.core.issue.Store;
import dev.hammer.core.issue.StoreException;
import dev.hammer.core.issue.Stored;
import dev.hammer.core.scan.SliceState;
import dev.hammer.core.scan.Unit;
import dev.hammer.testing.BadNetwork;
import dev.hammer.testing.store.Changes;
import dev.hammer.testing.store.HostileText;
import dev.hammer.testing.store.IssueBuilder;
import dev.hammer.testing.store.SliceBuilder;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The store through the real client, with its retries, over a network that loses answers. */
@ExtendWith(LocalServer.class)
final class OverHttpTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private final String prefix = LocalDynamo.newPrefix();
  private final URI endpoint;

  OverHttpTest(URI endpoint) {
    this.endpoint = endpoint;
  }

  /** Lets requests through and loses the answers to the first few of one operation. */
  private static final class LosingAnswers implements SdkHttpClient {
    private final SdkHttpClient http = ApacheHttpClient.builder().build();
    private final String operation;
    private final AtomicInteger left;
    private final AtomicInteger sent = new AtomicInteger();

    LosingAnswers(String operation, int answers) {
      this.operation = operation;
      this.left = new AtomicInteger(answers);
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
      ExecutableHttpRequest prepared = http.prepareRequest(request);
      boolean isMeant =
          request
              .httpRequest()
              .firstMatchingHeader("X-Amz-Target")
              .filter(target -> target.endsWith("." + operation))
              .isPresent();
      return isMeant ? losing(prepared) : prepared;
    }

    private ExecutableHttpRequest losing(ExecutableHttpRequest prepared) {
      return new ExecutableHttpRequest() {
        @Override
        public HttpExecuteResponse call() throws IOException {
          sent.incrementAndGet();
          HttpExecuteResponse answer = prepared.call();
          if (left.getAndDecrement() > 0) {
            prepared.abort();
            throw new IOException("connection reset");
          }
          return answer;
        }

        @Override
        public void abort() {
          prepared.abort();
        }
      };
    }

    @Override
    public void close() {
      http.close();
    }
  }

  @Test
  void theConnectionOfHammerOpensAndUsesIt() {
    AwsOptions options =
        new AwsOptions(
            Optional.empty(),
            Optional.of(endpoint),
            Optional.of("eu-west-1"),
            Optional.of(new AccessKey("AKIDEXAMPLE", "secret")),
            Duration.ofSeconds(30));
    try (Store store =
        DynamoDbStore.open(
            new AwsConnection(options, InstantSource.system(), CallLog.NONE),
            LocalDynamo.layout(prefix),
            true,
            InstantSource.system())) {
      Issue first = issue("first").build();
      store.apply(Optional.of(look(NOON)), List.of(Changes.born(first)));
      store.apply(
          Optional.empty(),
          List.of(Changes.change(first, IssueBuilder.after(first).summary("new").build())));

      assertThat(store.live(SliceBuilder.BUCKETS)).hasSize(1);
      assertThat(store.history(first.key())).hasSize(2);
      assertThat(store.apply(Optional.empty(), List.of(Changes.born(first))))
          .isEqualTo(new Stored.Conflict(List.of(first.key())));
      assertThat(store.apply(Optional.of(look(NOON.minusSeconds(1))), List.of()))
          .isEqualTo(new Stored.Superseded());
      assertThat(store.health().get("open_issues")).isPresent();
    }
  }

  @Test
  void textsPassTheWireAsTheyAre() {
    Store store = open(client(ApacheHttpClient.builder().build()));
    List<Issue> all = new ArrayList<>();
    for (String text : HostileText.ids()) {
      Issue issue = issue(text).check("any").summary(text).build();
      store.apply(Optional.empty(), List.of(Changes.born(issue)));
      all.add(issue);
    }

    List<Issue> found = new ArrayList<>();
    store.query(IssueQuery.ALL, found::add);
    assertThat(found).containsExactlyInAnyOrderElementsOf(all);
  }

  @Test
  void lostAnswersToATransactionAreNoConflict() {
    LosingAnswers network = new LosingAnswers("TransactWriteItems", 2);
    Store store = open(client(network));
    Issue issue = issue("logs").build();

    Stored stored = store.apply(Optional.of(look(NOON)), List.of(Changes.born(issue)));

    assertThat(stored).isEqualTo(new Stored.Applied());
    assertThat(network.sent).hasValue(3);
    assertThat(store.live(SliceBuilder.BUCKETS)).containsExactly(issue);
    assertThat(store.history(issue.key())).hasSize(1);
  }

  @Test
  void lostAnswersToManyChangesDoubleNothing() {
    LosingAnswers network = new LosingAnswers("TransactWriteItems", 3);
    Store store = open(client(network));
    List<Change> changes = new ArrayList<>();
    for (int i = 0; i < 70; i++) {
      changes.add(Changes.born(issue("bucket-%02d".formatted(i)).build()));
    }

    assertThat(store.apply(Optional.of(look(NOON)), changes)).isEqualTo(new Stored.Applied());

    assertThat(store.live(SliceBuilder.BUCKETS))
        .hasSize(70)
        .allSatisfy(
            issue -> {
              assertThat(issue.version()).isEqualTo(1);
              assertThat(store.history(issue.key())).hasSize(1);
            });
  }

  @Test
  void lostAnswersToTheStateOfASliceAndToSignpostsAreRepeated() {
    for (String operation : List.of("PutItem", "BatchWriteItem")) {
      LosingAnswers network = new LosingAnswers(operation, 1);
      Store store = open(client(network));
      SliceState look = look(NOON);

      assertThat(store.apply(Optional.of(look), List.of())).isEqualTo(new Stored.Applied());
      assertThat(store.apply(Optional.empty(), List.of(Changes.born(issue(operation).build()))))
          .isEqualTo(new Stored.Applied());
      assertThat(store.slices()).containsExactly(look);
    }
  }

  /** The client gives up waiting, tries again, and meets what it wrote itself. */
  @ParameterizedTest
  @EnumSource(names = {"ANSWER_LATE", "ANSWER_BROKEN_OFF", "ANSWER_LOST", "THROTTLED"})
  void aWriteThatHappenedAndIsTriedAgainIsNoRefusal(BadNetwork.Fate fate) {
    Unit unit = look(NOON).unit();
    try (BadNetwork network = BadNetwork.before(endpoint)) {
      network.late(Duration.ofSeconds(1));
      Store store = open(impatient(network.endpoint()));
      network.fail(write -> write % 2 == 1 ? fate : BadNetwork.Fate.PASSES);

      Issue first = issue("logs").build();
      assertThat(store.apply(Optional.of(look(NOON)), List.of(Changes.born(first))))
          .isEqualTo(new Stored.Applied());
      Issue changed = IssueBuilder.after(first).summary("new").build();
      assertThat(store.apply(Optional.empty(), List.of(Changes.change(first, changed))))
          .isEqualTo(new Stored.Applied());
      assertThat(store.claim("s-1", unit, "one", Optional.empty())).isTrue();
      assertThat(store.claim("s-1", unit, "other", Optional.empty())).isFalse();
      assertThat(store.claim("s-1", unit, "other", Optional.of("one"))).isTrue();
      assertThat(store.finish("s-1", unit, "one", 1)).isFalse();
      assertThat(store.finish("s-1", unit, "other", 1)).isTrue();
      assertThat(network.failed()).isGreaterThanOrEqualTo(5);

      network.fail(_ -> BadNetwork.Fate.PASSES);
      assertThat(store.live(SliceBuilder.BUCKETS))
          .singleElement()
          .returns("new", issue -> issue.finding().summary());
      assertThat(store.history(first.key())).hasSize(2);
      assertThat(store.slices()).containsExactly(look(NOON));
    }
  }

  private static DynamoDbClient impatient(URI endpoint) {
    return DynamoDbClient.builder()
        .endpointOverride(endpoint)
        .region(Region.EU_WEST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIDEXAMPLE", "secret")))
        .httpClient(ApacheHttpClient.builder().socketTimeout(Duration.ofMillis(300)).build())
        .build();
  }

  @Test
  void aNetworkThatAnswersNothingIsSaidSoAndRunningAgainIsSafe() {
    Store deaf = open(client(new LosingAnswers("TransactWriteItems", 1_000)));
    Issue issue = issue("logs").build();

    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> deaf.apply(Optional.empty(), List.of(Changes.born(issue))))
        .withMessageContaining("not known");

    Store again = open(client(ApacheHttpClient.builder().build()));
    assertThat(again.live(SliceBuilder.BUCKETS)).containsExactly(issue);
    assertThat(again.history(issue.key())).hasSize(1);
  }

  private Store open(DynamoDbClient client) {
    return LocalDynamo.open(client, prefix);
  }

  private DynamoDbClient client(SdkHttpClient http) {
    return DynamoDbClient.builder()
        .endpointOverride(endpoint)
        .region(Region.EU_WEST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIDEXAMPLE", "secret")))
        .httpClient(http)
        .build();
  }

  private static SliceState look(Instant began) {
    return SliceBuilder.look(began).build();
  }
}
