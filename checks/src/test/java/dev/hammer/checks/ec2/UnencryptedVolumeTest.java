package dev.hammer.checks.ec2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hammer.checks.CheckTester;
import dev.hammer.checks.TestScope;
import dev.hammer.core.check.Severity;
import dev.hammer.core.reading.Facet;
import dev.hammer.core.resource.Region;
import dev.hammer.core.resource.ResourceRef;
import dev.hammer.core.resource.Tags;
import dev.hammer.core.value.Value;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnencryptedVolumeTest {
  private final CheckTester<Volume> check = CheckTester.of(UnencryptedVolume.TYPE);

  @Test
  void anEncryptedVolumeIsCompliant() {
    check.judging(volume(true, Map.of("i-1", "attached"))).isCompliant("encrypted");
  }

  @ParameterizedTest
  @CsvSource({
    "attached, MEDIUM",
    "attaching, MEDIUM",
    "busy, MEDIUM",
    "detaching, MEDIUM",
    "detached, LOW"
  })
  void severityFollowsTheAttachment(String state, Severity severity) {
    check.judging(volume(false, Map.of("i-1", state))).violates(severity);
  }

  @Test
  void oneThatIsAttachedToNothingIsLow() {
    check.judging(volume(false, Map.of())).violates(Severity.LOW).because("attached to nothing");
  }

  @Test
  void detailsHaveThePredecessorsKeys() {
    check
        .judging(volume(false, Map.of("i-1", "attached", "i-2", "attached")))
        .saying("volume is not encrypted")
        .because("in use by i-1, i-2")
        .withDetail("name", "logs")
        .withDetail("region", "eu-west-1")
        .withDetail("state", "in-use")
        .withDetail(
            "attachments", Value.fields().put("i-1", "attached").put("i-2", "attached").build());
  }

  @Test
  void aChangeOfStateOrAttachmentIsNoNews() {
    Value.Fields before =
        check.judging(volume(false, Map.of("i-1", "attached"))).violation().details();
    Value.Fields after = check.judging(volume(false, Map.of("i-2", "busy"))).violation().details();
    assertThat(after).isNotEqualTo(before);
    assertThat(after.isNewsBeside(before)).isFalse();
  }

  private static Volume volume(boolean encrypted, Map<String, String> attachments) {
    return new Volume(
        ResourceRef.of(Volume.RESOURCE_TYPE, "vol-1", TestScope.ACCOUNT, Region.of("eu-west-1"))
            .withName("logs"),
        TestScope.NOW,
        new Volume.Listed(encrypted, "in-use", 8, new TreeMap<>(attachments)),
        Facet.known("tags", Tags.NONE, Tags::toValue));
  }
}
