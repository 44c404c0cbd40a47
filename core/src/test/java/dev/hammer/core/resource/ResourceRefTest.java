package dev.hammer.core.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hammer.core.value.Value;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResourceRefTest {
  private static final ResourceRef GROUP =
      ResourceRef.of(
          "AWS::EC2::SecurityGroup", "sg-1", AccountId.of("111111111111"), Region.of("eu-west-1"));

  @Test
  void isCalledByIdArnAndAliasButNotByName() {
    ResourceRef ref =
        GROUP.withArn("arn:x").withName("web").withAliases(List.of("vpc-1:web", "vpc-0:web"));

    assertThat(ref.isCalled("sg-1")).isTrue();
    assertThat(ref.isCalled("arn:x")).isTrue();
    assertThat(ref.isCalled("vpc-1:web")).isTrue();
    assertThat(ref.isCalled("web")).isFalse();
    assertThat(ref.isCalled("SG-1")).isFalse();
  }

  @Test
  void aliasesAreSortedAndDistinct() {
    assertThat(GROUP.withAliases(List.of("b", "a", "b")).aliases()).containsExactly("a", "b");
  }

  @Test
  void aBlankNameIsNone() {
    assertThat(GROUP.withName(" ").name()).isEmpty();
    assertThat(GROUP.withName("web").name()).contains("web");
  }

  @Test
  void needsAnId() {
    assertThatThrownBy(() -> ResourceRef.of("AWS::S3::Bucket", "", GROUP.account(), Region.GLOBAL))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "11111111111", "1111111111111", "11111111111a", "１１１１１１１１１１１１"})
  void anAccountIdHasTwelveDigits(String id) {
    assertThat(AccountId.isValid(id)).isFalse();
    assertThatThrownBy(() -> AccountId.of(id)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void standInsAreNoRegions() {
    assertThat(Region.GLOBAL.isReal()).isFalse();
    assertThat(Region.UNKNOWN.isReal()).isFalse();
    assertThat(Region.of("eu-west-1").isReal()).isTrue();
    assertThatThrownBy(() -> Region.of(" ")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anEmptyTagIsStoredAsAbsent() {
    Tags tags = Tags.of(Map.of("b", "", "a", "x"));

    assertThat(tags.toValue())
        .isEqualTo(Value.fields().put("a", "x").put("b", Value.absent()).build());
    assertThat(tags.get("b")).contains("");
    assertThat(tags.get("c")).isEmpty();
  }
}
