package dev.hammer.testing.stub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hammer.testing.AccountClients;
import dev.hammer.testing.LocalClients;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.Filter;

class MemoryTest {
  @Test
  void rememberedAnswersArePagedAndTheTruthIsAskedOnce() {
    try (var truth = WireStub.alone();
        var stub = WireStub.inFrontOf(truth.endpoint());
        var clients = new LocalClients(stub.endpoint())) {
      Answers.script(truth.scripts(), 7);
      stub.scripts().answer(CallPattern.any(), new Memory());
      stub.page(Paging.of(2));
      AccountClients main = clients.in(WireStub.MAIN_ACCOUNT, "eu-west-1");
      for (int i = 0; i < 3; i++) {
        assertThat(main.ec2().describeVolumesPaginator().volumes().stream()).hasSize(7);
      }
      assertThat(truth.calls().size()).isEqualTo(1);
      clients.in("222222222222", "eu-west-1").ec2().describeVolumes();
      main.ec2()
          .describeVolumes(
              r -> r.filters(Filter.builder().name("encrypted").values("false").build()));
      assertThat(truth.calls().size()).isEqualTo(3);
    }
  }

  @Test
  void writesAlwaysPass() {
    try (var stub = WireStub.alone();
        var clients = new LocalClients(stub.endpoint())) {
      stub.scripts().answer("sqs", "DeleteQueue", "{}");
      var counted = new CallLog();
      stub.scripts()
          .answer(
              "sqs",
              "*",
              question -> {
                counted.add(Call.of(question.target(), 1, 0, 0, 200, false));
                return question.truth();
              })
          .answer(CallPattern.any(), new Memory());
      var sqs = clients.in(WireStub.MAIN_ACCOUNT, "eu-west-1").sqs();
      sqs.deleteQueue(r -> r.queueUrl("http://127.0.0.1/q"));
      sqs.deleteQueue(r -> r.queueUrl("http://127.0.0.1/q"));
      assertThat(counted.size()).isEqualTo(2);
    }
  }
}
