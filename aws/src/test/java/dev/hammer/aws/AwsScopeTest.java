package dev.hammer.aws;

import static dev.hammer.aws.StubAws.failureOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hammer.core.reading.ApiCall;
import dev.hammer.core.reading.Facet;
import dev.hammer.core.reading.ReadFailure;
import dev.hammer.core.reading.ReadFailure.Kind;
import dev.hammer.core.reading.UnreadableException;
import dev.hammer.core.resource.Region;
import dev.hammer.core.value.Value;
import dev.hammer.testing.stub.Call;
import dev.hammer.testing.stub.Fault;
import dev.hammer.testing.stub.FaultAnswer;
import dev.hammer.testing.stub.Paging;
import dev.hammer.testing.stub.Script;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.DescribeVolumesResponse;
import software.amazon.awssdk.services.ec2.model.Volume;
import software.amazon.awssdk.services.s3.S3Client;

class AwsScopeTest {
  private static final ApiCall VOLUMES = Service.EC2.call();
  private static final ApiCall POLICY = ApiCall.of("s3", "GetBucketPolicy");

  private final StubAws aws = new StubAws();
  private final AwsScope scope = aws.scope();
  private final List<String> read = new ArrayList<>();

  @AfterEach
  void close() {
    aws.close();
  }

  @Test
  void everyPageIsRead() {
    aws.stub().scripts().answer("ec2", "DescribeVolumes", volumes(7));
    aws.stub().page(Paging.of(2));
    readVolumes();
    assertThat(read).containsExactly("1", "2", "3", "4", "5", "6", "7");
    assertThat(aws.stub().calls().size()).isEqualTo(4);
    assertThat(aws.calls().ended())
        .hasSize(4)
        .allMatch(line -> line.equals("123456789012 eu-west-1 ec2:DescribeVolumes ok"));
  }

  @Test
  void listingOfNothingIsOnePage() {
    aws.stub().scripts().answer("ec2", "DescribeVolumes", volumes(0));
    readVolumes();
    assertThat(read).isEmpty();
    assertThat(aws.stub().calls().size()).isEqualTo(1);
  }

  @Test
  void emptyPageWithATokenIsNotTheEnd() {
    answer(
        question ->
            question.parameter("NextToken").isEmpty()
                ? question.ok(page(List.of(), "more"))
                : question.ok(page(List.of("1"), "")));
    readVolumes();
    assertThat(read).containsExactly("1");
  }

  @Test
  void tokenThatComesTwiceIsBrokenAndEndsTheListing() {
    AtomicInteger asked = new AtomicInteger();
    answer(
        question -> {
          int page = asked.incrementAndGet();
          return question.ok(page(List.of("" + page), page % 2 == 0 ? "even" : "odd"));
        });
    ReadFailure failure = failureOf(this::readVolumes);
    assertThat(failure.kind()).isEqualTo(Kind.BROKEN);
    assertThat(failure.call()).isEqualTo(VOLUMES);
    assertThat(read).containsExactly("1", "2", "3");
  }

  @Test
  void thirdPageFailsAndWhatCameBeforeIsKept() {
    aws.stub().scripts().answer("ec2", "DescribeVolumes", volumes(7));
    aws.stub().page(Paging.of(2));
    aws.stub().faults().add(Fault.onPage(3, "ec2", "DescribeVolumes", FaultAnswer.denied()));
    ReadFailure failure = failureOf(this::readVolumes);
    assertThat(failure.kind()).isEqualTo(Kind.DENIED);
    assertThat(read).containsExactly("1", "2", "3", "4");
  }

  /** Whoever gets the items may ask for more: no place is held meanwhile. */
  @Test
  void itemsAreHandedOnOutsideTheCall() {
    aws.stub().scripts().answer("ec2", "DescribeVolumes", volumes(4));
    aws.stub().page(Paging.of(2));
    scope.eachPage(VOLUMES, this::page, _ -> read.add("" + Service.EC2.count(scope)));
    assertThat(read).hasSize(4);
  }

  @Test
  void twoThrottledAttemptsAndAGoodOneAreOneSuccess() {
    aws.stub().scripts().answer("ec2", "DescribeVolumes", volumes(2));
    aws.stub().faults().add(Fault.first(2, "ec2", "*", FaultAnswer.throttled()));
    assertThat(Service.EC2.count(scope)).isEqualTo(2);
    assertThat(aws.calls().ended())
        .containsExactly("123456789012 eu-west-1 ec2:DescribeVolumes ok");
    assertThat(aws.calls().requests()).isEqualTo(3);
    assertThat(aws.stub().calls().all().stream().map(Call::status)).containsExactly(503, 503, 200);
  }

  @Test
  void whatIsAbsentIsEmptyAndWhatIsDeniedIsNot() {
    aws.stub()
        .faults()
        .add(Fault.first(1, "s3", "*", FaultAnswer.error(404, "NoSuchBucketPolicy")))
        .add(Fault.always("s3", "*", FaultAnswer.denied()));
    assertThat(policy()).isEmpty();
    assertThat(failureOf(this::policy).kind()).isEqualTo(Kind.DENIED);
    assertThat(aws.calls().ended().stream().map(line -> line.substring(line.lastIndexOf(' ') + 1)))
        .containsExactly("ok", "denied");
  }

  @Test
  void clientIsMadeOnceForItsRegion() {
    assertThat(client(scope)).isSameAs(client(scope)).isNotSameAs(client(other()));
    assertThat(scope.in(Region.of(StubAws.REGION))).isSameAs(scope);
  }

  @Test
  void callsGoOutWithTheRegionOfTheirScope() {
    Service.EC2.script(aws.stub().scripts());
    Service.IAM.script(aws.stub().scripts());
    Service.EC2.count(other());
    Service.IAM.count(scope.in(Region.GLOBAL));
    assertThat(aws.stub().calls().all().stream().map(call -> call.service() + " " + call.region()))
        .containsExactly("ec2 us-west-2", "iam eu-west-1");
  }

  @Test
  void sharedFacetIsReadOnceForAll() {
    AtomicInteger reads = new AtomicInteger();
    Facet<Integer> first = shared(scope, reads);
    assertThat(first.get()).isEqualTo(1);
    assertThat(shared(scope, reads)).isSameAs(first);
    assertThat(shared(other(), reads).get()).isEqualTo(2);
  }

  @Test
  void exceptionQuotesNothingOfTheService() {
    aws.stub()
        .scripts()
        .answer("ec2", "*", question -> question.error(403, "AccessDenied", "token AbC of role X"));
    assertThatThrownBy(() -> Service.EC2.count(scope))
        .isInstanceOf(UnreadableException.class)
        .hasMessage("ec2:DescribeVolumes: denied (AccessDenied)")
        .hasNoCause();
  }

  private AwsScope other() {
    return scope.in(Region.of("us-west-2"));
  }

  private static Facet<Integer> shared(AwsScope scope, AtomicInteger reads) {
    return scope.shared(
        "guard",
        () -> Facet.of("guard", List.of(POLICY), reads::incrementAndGet, n -> Value.of(n)));
  }

  private Optional<String> policy() {
    S3Client s3 = scope.client(S3Client.class, S3Client::builder);
    return scope
        .askOptional(
            POLICY, Set.of("NoSuchBucketPolicy"), () -> s3.getBucketPolicy(r -> r.bucket("logs")))
        .map(answer -> answer.policy());
  }

  private void readVolumes() {
    scope.eachPage(VOLUMES, this::page, volume -> read.add(volume.volumeId()));
  }

  private Page<Volume> page(@Nullable String token) {
    DescribeVolumesResponse answer =
        client(scope).describeVolumes(r -> r.maxResults(1000).nextToken(token));
    return Page.of(answer.volumes(), answer.nextToken());
  }

  private static Ec2Client client(AwsScope scope) {
    return scope.client(Ec2Client.class, Ec2Client::builder);
  }

  private void answer(Script script) {
    aws.stub().scripts().answer("ec2", "DescribeVolumes", script);
  }

  private static String volumes(int count) {
    return page(IntStream.rangeClosed(1, count).mapToObj(i -> "" + i).toList(), "");
  }

  private static String page(List<String> ids, String token) {
    StringBuilder items = new StringBuilder();
    ids.forEach(id -> items.append("<item><volumeId>" + id + "</volumeId></item>"));
    return "<DescribeVolumesResponse xmlns=\"http://ec2.amazonaws.com/doc/2016-11-15/\">"
        + "<requestId>r</requestId><volumeSet>"
        + items
        + "</volumeSet>"
        + (token.isEmpty() ? "" : "<nextToken>" + token + "</nextToken>")
        + "</DescribeVolumesResponse>";
  }
}
