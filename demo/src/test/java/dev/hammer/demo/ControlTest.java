package dev.hammer.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.IamException;

@Tag("moto")
class ControlTest {
  private static final String DEFAULT_ACCOUNT = "123456789012";

  private static Emulator emulator;
  private static Control control;
  private static IamClient iam;

  @BeforeAll
  static void start() {
    emulator = Emulator.start(CacheFolder.of(System.getenv()), Progress.silent());
    control = emulator.control();
    var key = AwsBasicCredentials.create("AKIACONTROLCONTROL00", "none");
    iam =
        IamClient.builder()
            .endpointOverride(emulator.endpoint())
            .region(Region.AWS_GLOBAL)
            .credentialsProvider(StaticCredentialsProvider.create(key))
            .build();
  }

  @BeforeEach
  void reset() {
    control.reset();
  }

  @AfterAll
  static void end() {
    iam.close();
    emulator.close();
  }

  @Test
  void thingsMadeWhileTheClockIsBackAreOld() {
    control.clock(Duration.ofDays(-200));
    iam.createUser(it -> it.userName("old"));
    control.clock(Duration.ZERO);
    iam.createUser(it -> it.userName("young"));
    assertThat(age("old")).isBetween(Duration.ofDays(199), Duration.ofDays(201));
    assertThat(age("young")).isLessThan(Duration.ofMinutes(5));
  }

  private static Duration age(String user) {
    var made = iam.getUser(it -> it.userName(user)).user().createDate();
    return Duration.between(made, Instant.now());
  }

  @Test
  void keyIsAsOldAsTold() {
    iam.createUser(it -> it.userName("robot"));
    var key = iam.createAccessKey(it -> it.userName("robot")).accessKey().accessKeyId();
    var made = Instant.parse("2026-01-02T03:04:05Z");
    var used = Instant.parse("2026-02-03T04:05:06Z");

    control.key(DEFAULT_ACCOUNT, key, made);
    assertThat(lastUsed(key)).isNull();
    control.key(DEFAULT_ACCOUNT, key, made, used);

    assertThat(lastUsed(key)).isEqualTo(used);
    var keys = iam.listAccessKeys(it -> it.userName("robot")).accessKeyMetadata();
    assertThat(keys.getFirst().createDate()).isEqualTo(made);
  }

  private static Instant lastUsed(String key) {
    return iam.getAccessKeyLastUsed(it -> it.accessKeyId(key)).accessKeyLastUsed().lastUsedDate();
  }

  @Test
  void unknownKeyIsRefused() {
    assertThatThrownBy(() -> control.key(DEFAULT_ACCOUNT, "AKIA0", Instant.now()))
        .hasMessageContaining("refused /key");
  }

  @Test
  void resetForgetsStateAndNote() {
    iam.createUser(it -> it.userName("somebody"));
    control.note("seeded");
    control.reset();
    assertThat(iam.listUsers().users()).isEmpty();
    assertThat(control.note()).isEmpty();
  }

  @Test
  void sameSeedGivesSameIds() {
    var first = idOfNewUser();
    control.reset();
    assertThat(idOfNewUser()).isEqualTo(first);
  }

  private static String idOfNewUser() {
    control.seed(42);
    return iam.createUser(it -> it.userName("same")).user().userId();
  }

  @Test
  void authorizationRefusesStrangers() {
    control.authorization(true);
    try {
      assertThatThrownBy(() -> iam.listUsers()).isInstanceOf(IamException.class);
    } finally {
      control.authorization(false);
    }
    assertThat(iam.listUsers().users()).isEmpty();
  }

  @Test
  void recordingHoldsTheRequestsMeanwhile() {
    iam.createUser(it -> it.userName("before"));
    control.startRecording();
    iam.listUsers();
    List<String> recording = control.stopRecording();
    assertThat(recording).singleElement().asString().contains(inBase64("Action=ListUsers"));
    assertThat(control.stopRecording()).isEmpty();
  }

  /** Whole groups of three bytes, so that what follows in the body does not matter. */
  private static String inBase64(String start) {
    var bytes = start.substring(0, start.length() / 3 * 3).getBytes(StandardCharsets.UTF_8);
    return Base64.getEncoder().encodeToString(bytes);
  }
}
