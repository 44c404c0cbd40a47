package dev.hammer.testing.stub;

import static java.util.Comparator.naturalOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hammer.testing.AccountClients;
import dev.hammer.testing.LocalClients;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.ec2.model.DescribeSecurityGroupsResponse;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;
import software.amazon.awssdk.services.sqs.model.ListQueuesResponse;

class PagesTest {
  private final WireStub stub = WireStub.alone();
  private final LocalClients clients = new LocalClients(stub.endpoint());
  private final AccountClients aws = clients.in(WireStub.MAIN_ACCOUNT, "eu-west-1");

  @AfterEach
  void close() {
    clients.close();
    stub.close();
  }

  /** One list call of each protocol and token spelling: its first page, and all by paginator. */
  enum Listing {
    SECURITY_GROUPS(
        "ec2:DescribeSecurityGroups",
        aws -> aws.ec2().describeSecurityGroups().securityGroups(),
        aws -> aws.ec2().describeSecurityGroupsPaginator().securityGroups().stream()),
    VOLUMES(
        "ec2:DescribeVolumes",
        aws -> aws.ec2().describeVolumes(request -> request.maxResults(500)).volumes(),
        aws -> aws.ec2().describeVolumesPaginator(r -> r.maxResults(500)).volumes().stream()),
    USERS(
        "iam:ListUsers",
        aws -> aws.iam().listUsers().users(),
        aws -> aws.iam().listUsersPaginator().users().stream()),
    DB_SNAPSHOTS(
        "rds:DescribeDBSnapshots",
        aws -> aws.rds().describeDBSnapshots().dbSnapshots(),
        aws -> aws.rds().describeDBSnapshotsPaginator().dbSnapshots().stream()),
    QUEUES(
        "sqs:ListQueues",
        aws -> aws.sqs().listQueues(request -> request.maxResults(1000)).queueUrls(),
        aws -> aws.sqs().listQueuesPaginator(r -> r.maxResults(1000)).queueUrls().stream()),
    KEYS(
        "kms:ListKeys",
        aws -> aws.kms().listKeys().keys(),
        aws -> aws.kms().listKeysPaginator().keys().stream()),
    TRAILS(
        "cloudtrail:ListTrails",
        aws -> aws.cloudTrail().listTrails(_ -> {}).trails(),
        aws -> aws.cloudTrail().listTrailsPaginator(_ -> {}).trails().stream()),
    ACCOUNTS(
        "organizations:ListAccounts",
        aws -> aws.organizations().listAccounts().accounts(),
        aws ->
            aws.organizations().listAccountsPaginator().stream()
                .flatMap(page -> page.accounts().stream())),
    BUCKETS(
        "s3:ListBuckets",
        aws -> aws.s3().listBuckets().buckets(),
        aws -> aws.s3().listBucketsPaginator().buckets().stream());

    private final String operation;

    @SuppressWarnings("ImmutableEnumChecker") // the functions here keep no state
    private final Function<AccountClients, List<?>> firstPage;

    @SuppressWarnings("ImmutableEnumChecker") // the functions here keep no state
    private final Function<AccountClients, Stream<?>> allPages;

    Listing(
        String operation,
        Function<AccountClients, List<?>> firstPage,
        Function<AccountClients, Stream<?>> allPages) {
      this.operation = operation;
      this.firstPage = firstPage;
      this.allPages = allPages;
    }
  }

  @ParameterizedTest
  @EnumSource(Listing.class)
  void listIsCutIntoPagesThatMakeTheWhole(Listing listing) {
    Answers.script(stub.scripts(), 7);
    List<?> whole = listing.firstPage.apply(aws);
    assertThat(whole).hasSize(7);
    stub.page(Paging.of(2));
    assertThat(listing.firstPage.apply(aws)).isEqualTo(whole.subList(0, 2));
    assertThat(listing.allPages.apply(aws).toList()).isEqualTo(whole);
    assertThat(stub.calls().pagedOperations()).containsExactly(listing.operation);
  }

  @ParameterizedTest
  @EnumSource(Listing.class)
  void listOfOnePageStaysWhole(Listing listing) {
    Answers.script(stub.scripts(), 2);
    stub.page(Paging.of(2));
    assertThat(listing.allPages.apply(aws)).hasSize(2);
    assertThat(stub.calls().size()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(Listing.class)
  void emptyListHasNoPages(Listing listing) {
    Answers.script(stub.scripts(), 0);
    stub.page(Paging.of(2).withEmptyFirst());
    assertThat(listing.allPages.apply(aws)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Listing.class)
  void emptyPageMayHaveASuccessor(Listing listing) {
    Answers.script(stub.scripts(), 3);
    stub.page(Paging.of(2).withEmptyFirst());
    assertThat(listing.firstPage.apply(aws)).isEmpty();
    assertThat(listing.allPages.apply(aws)).hasSize(3);
  }

  @Test
  void pagesMayOverlap() {
    Answers.script(stub.scripts(), 4);
    stub.page(Paging.of(2).withRepeats());
    assertThat(aws.iam().listUsersPaginator().users())
        .extracting(user -> user.userName())
        .containsExactly("user-1", "user-2", "user-2", "user-3", "user-3", "user-4");
  }

  @Test
  void callersOwnSizeCountsWhereItIsSmaller() {
    Answers.script(stub.scripts(), 7);
    stub.page(Paging.of(5));
    assertThat(aws.iam().listUsers(request -> request.maxItems(3)).users()).hasSize(3);
  }

  @Test
  void queuesComeWithoutTokenUnlessASizeIsNamed() {
    Answers.script(stub.scripts(), 7);
    stub.page(Paging.of(2));
    ListQueuesResponse careless = aws.sqs().listQueues();
    assertThat(careless.queueUrls()).hasSize(2);
    assertThat(careless.nextToken()).isNull();
    assertThat(aws.sqs().listQueues(r -> r.maxResults(9)).nextToken()).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"invented", "Mi8yL2VjMg", "999"})
  void foreignTokensAreRefused(String token) {
    Answers.script(stub.scripts(), 7);
    stub.page(Paging.of(2));
    assertThatThrownBy(() -> aws.ec2().describeSecurityGroups(r -> r.nextToken(token)))
        .satisfies(problem -> assertThat(code(problem)).isEqualTo("InvalidNextToken"));
    assertThatThrownBy(() -> aws.kms().listKeys(r -> r.marker(token)))
        .satisfies(problem -> assertThat(code(problem)).isEqualTo("InvalidMarkerException"));
  }

  @Test
  void tokenOfAnotherRegionIsForeign() {
    Answers.script(stub.scripts(), 7);
    stub.page(Paging.of(2));
    String token = aws.ec2().describeSecurityGroups().nextToken();
    AccountClients elsewhere = clients.in(WireStub.MAIN_ACCOUNT, "eu-north-1");
    assertThatThrownBy(() -> elsewhere.ec2().describeSecurityGroups(r -> r.nextToken(token)))
        .satisfies(problem -> assertThat(code(problem)).isEqualTo("InvalidNextToken"));
  }

  @Test
  void ec2RefusesASizeBesideIds() {
    Answers.script(stub.scripts(), 7);
    stub.page(Paging.of(2));
    assertThatThrownBy(() -> aws.ec2().describeVolumes(r -> r.volumeIds("vol-1").maxResults(5)))
        .satisfies(problem -> assertThat(code(problem)).isEqualTo("InvalidParameterCombination"));
    assertThat(aws.ec2().describeVolumes(r -> r.volumeIds("vol-1")).volumes()).hasSize(7);
  }

  @Test
  void whatAwsNeverPagesStaysWhole() {
    Answers.script(stub.scripts(), 7);
    stub.page(Paging.of(2));
    assertThat(aws.ec2().describeRegions().regions()).hasSize(7);
  }

  @Test
  void pageIsWrittenInTheLog() {
    Answers.script(stub.scripts(), 7);
    stub.page(Paging.of(3));
    DescribeSecurityGroupsResponse first = aws.ec2().describeSecurityGroups();
    assertThat(first.securityGroups()).extracting(SecurityGroup::groupId).hasSize(3);
    assertThat(aws.ec2().describeSecurityGroupsPaginator().stream()).hasSize(3);
    assertThat(stub.calls().all().stream().map(Call::page)).containsExactly(1, 1, 2, 3);
    assertThat(stub.calls().all().stream().map(Call::startedNanos))
        .isSortedAccordingTo(naturalOrder());
  }

  private static String code(Throwable problem) {
    return problem instanceof AwsServiceException answer
        ? answer.awsErrorDetails().errorCode()
        : "not an answer: " + problem;
  }
}
