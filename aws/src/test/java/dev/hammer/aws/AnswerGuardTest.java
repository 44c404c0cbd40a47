package dev.hammer.aws;

import static dev.hammer.aws.StubAws.failureOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hammer.core.reading.ReadFailure;
import dev.hammer.testing.stub.Fault;
import dev.hammer.testing.stub.FaultAnswer;
import dev.hammer.testing.stub.WireReply;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.ec2.Ec2Client;

class AnswerGuardTest {
  private final StubAws aws = new StubAws();

  @BeforeEach
  void answerAll() {
    for (Service service : Service.values()) {
      service.script(aws.stub().scripts());
    }
  }

  @AfterEach
  void close() {
    aws.close();
  }

  @ParameterizedTest
  @EnumSource(Service.class)
  void answerOfAwsIsTaken(Service service) {
    assertThat(service.count(aws.scope())).isEqualTo(2);
    assertThat(aws.stub().calls().size()).isEqualTo(1);
  }

  @ParameterizedTest
  @MethodSource("foreignAnswers")
  void successOfSomebodyElseIsTriedAgainAndNeverAnEmptyList(Service service, FaultAnswer answer) {
    aws.stub().faults().add(Fault.always(service.id(), "*", answer));
    ReadFailure failure = failureOf(() -> service.count(aws.scope()));
    assertThat(failure.kind()).isEqualTo(ReadFailure.Kind.BROKEN);
    assertThat(failure.detail())
        .isEqualTo("not an answer of AWS: it has no request id, or nothing in it");
    assertThat(aws.stub().calls().size()).isEqualTo(4);
  }

  static Stream<Arguments> foreignAnswers() {
    return Stream.of(Service.values())
        .flatMap(
            service ->
                Stream.of(FaultAnswer.empty(), FaultAnswer.html(200))
                    .map(answer -> Arguments.of(service, answer)));
  }

  @ParameterizedTest
  @EnumSource(Service.class)
  void passingProxyCostsAnAttemptOnly(Service service) {
    aws.stub().faults().add(Fault.first(2, service.id(), "*", FaultAnswer.html(200)));
    assertThat(service.count(aws.scope())).isEqualTo(2);
    assertThat(aws.stub().calls().size()).isEqualTo(3);
  }

  @ParameterizedTest
  @EnumSource(Service.class)
  void headerCountsAsEachServiceWritesIt(Service service) {
    for (String name : new String[] {"x-amzn-RequestId", "x-amz-request-id", "X-Amzn-Requestid"}) {
      answer(service, reply(service.bodyWithoutRequestId()).with(name, "4442587FB7D0A2F9"));
      assertThat(service.count(aws.scope())).isEqualTo(2);
    }
    answer(service, reply(service.bodyWithoutRequestId()).with("x-amzn-RequestId", " "));
    assertThat(failureOf(() -> service.count(aws.scope())).kind())
        .isEqualTo(ReadFailure.Kind.BROKEN);
  }

  @ParameterizedTest
  @EnumSource(Service.class)
  void requestIdInTheBodyCountsWhereTheProtocolHasOne(Service service) {
    answer(service, reply(service.body()));
    if (service.namesRequestInBody()) {
      assertThat(service.count(aws.scope())).isEqualTo(2);
      answer(service, reply(service.bodyWithoutRequestId()));
    }
    assertThat(failureOf(() -> service.count(aws.scope())).kind())
        .isEqualTo(ReadFailure.Kind.BROKEN);
  }

  @Test
  void longAnswerIsHandedOnWhole() {
    StringBuilder volumes = new StringBuilder();
    for (int i = 0; i < 40_000; i++) {
      volumes.append("<item><volumeId>vol-%08d</volumeId></item>".formatted(i));
    }
    String body = Service.EC2.body().replaceFirst("<volumeSet>", "<volumeSet>" + volumes);
    answer(Service.EC2, reply(body));
    AwsScope scope = aws.scope();
    Ec2Client ec2 = scope.client(Ec2Client.class, Ec2Client::builder);
    var found = scope.ask(Service.EC2.call(), () -> ec2.describeVolumes().volumes());
    assertThat(found).hasSize(40_002);
    assertThat(found.get(39_999).volumeId()).isEqualTo("vol-00039999");
  }

  /** Each refused answer must give its connection back: the pool has fewer than these. */
  @Test
  void refusedAnswersLoseNoConnection() {
    aws.stub().faults().add(Fault.always("ec2", "*", FaultAnswer.html(200)));
    AwsScope scope = aws.scope();
    for (int call = 0; call < 100; call++) {
      assertThat(failureOf(() -> Service.EC2.count(scope)).kind())
          .isEqualTo(ReadFailure.Kind.BROKEN);
    }
    aws.stub().faults().clear();
    assertThat(Service.EC2.count(scope)).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource(Service.class)
  void requestIdMakesNoAnswerOfAnEmptyBodyOrAPageForPeople(Service service) {
    for (String body :
        new String[] {"", " \n", "<html><body>Sign in</body></html>", "<!DOCTYPE html>"}) {
      answer(service, reply(body).with("x-amzn-RequestId", "4442587FB7D0A2F9"));
      assertThat(failureOf(() -> service.count(aws.scope())).kind())
          .isEqualTo(ReadFailure.Kind.BROKEN);
    }
  }

  private void answer(Service service, WireReply reply) {
    aws.stub().scripts().answer(service.id(), service.operation(), _ -> reply);
  }

  private static WireReply reply(String body) {
    return WireReply.of(200, "text/xml", body);
  }
}
