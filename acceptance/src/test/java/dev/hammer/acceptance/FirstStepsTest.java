package dev.hammer.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hammer.testing.MotoAws;
import dev.hammer.testing.MotoTest;
import dev.hammer.testing.stub.Fault;
import dev.hammer.testing.stub.FaultAnswer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real AWS with nothing but credentials: doctor, scan, issues, show; and where all of it lies. */
@MotoTest
class FirstStepsTest {
  @TempDir private Path home;

  @Test
  void credentialsAreAllItTakes(MotoAws aws) {
    Estate.in(aws, MotoAws.MAIN, Estate.EU).publicBucket("press-kit");
    Hammer hammer = Hammer.in(home, aws.environment());
    assertThat(hammer.run().exits(0).out()).contains("hammer demo", "hammer doctor");
    assertThat(hammer.run("version", "-o", "json").exits(0).json().number("checks")).isEqualTo(13);
    assertThat(hammer.run("doctor").exits(0).out()).contains("identity", MotoAws.MAIN, "store");

    Outcome scan = hammer.run("scan").exits(0);
    assertThat(scan.err()).contains("As arn:aws:", MotoAws.MAIN, "2 regions", "13 checks");
    assertThat(scan.out()).contains("Coverage 100 %", "press-kit", "hammer show");
    String line =
        hammer.run("issues", "check:s3_bucket_acl").exits(0).out().lines().toList().getFirst();
    assertThat(line).contains("\ts3_bucket_acl\t", "press-kit");
    String ref = line.substring(0, line.indexOf('\t'));
    assertThat(hammer.run("show", "press-kit").exits(0).out()).contains(ref, "AllUsers");
    assertThat(hammer.files())
        .filteredOn(name -> !name.endsWith("-wal") && !name.endsWith("-shm"))
        .containsExactly(
            ".local/share/hammer/endpoint-127.0.0.1-" + aws.endpoint().getPort() + ".db");
  }

  @Test
  void doctorNamesTheAccountThatRefuses(MotoAws aws) {
    Estate.in(aws, MotoAws.MAIN, Estate.EU);
    aws.stub().faults().add(Fault.always("sts", "AssumeRole", FaultAnswer.denied()));
    Hammer hammer = Hammer.in(home, aws.environment()).file("hammer.yaml", LifeTest.twoAccounts());
    Outcome doctor = hammer.run("doctor").exits(4);
    assertThat(doctor.out())
        .contains("FAIL", "member", Estate.MEMBER, "cannot assume reader", "trust policy");
    List<String> operations =
        aws.stub().calls().all().stream().map(call -> call.operation()).distinct().toList();
    assertThat(operations).containsOnly("GetCallerIdentity", "AssumeRole", "DescribeRegions");
  }
}
