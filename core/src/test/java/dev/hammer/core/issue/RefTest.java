package dev.hammer.core.issue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hammer.core.resource.AccountId;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefTest {
  /** Computed by another program, from the definition. */
  @ParameterizedTest
  @CsvSource({
    "s3_bucket_acl, 111111111111, logs-eu, 4qc77ws5540a",
    "secgrp_unrestricted_access, 222222222222, sg-0a1b2c3d, 0chre5cv2vn7",
    "sqs_public_access, 333333333333, https://sqs.eu-west-1.amazonaws.com/333333333333/Aufträge,"
        + " 3psx9rjg4ayy",
    "cloudtrails, 000000000000, us-east-1, n4f3qx17xmpb",
  })
  void isTheSameEverywhere(String check, String account, String issueId, String ref) {
    assertThat(new IssueKey(check, AccountId.of(account), issueId).ref().text()).isEqualTo(ref);
  }

  @Test
  void showsEightCharacters() {
    assertThat(new Ref("4qc77ws5540a").shown()).isEqualTo("4qc77ws5");
  }

  @Test
  void spreadsEvenly() {
    int[] first = new int[128];
    Set<String> shown = new HashSet<>();
    for (int i = 0; i < 32_000; i++) {
      Ref ref = new IssueKey("check", AccountId.of("111111111111"), "id-" + i).ref();
      first[ref.text().charAt(0)]++;
      shown.add(ref.shown());
    }

    for (char digit : "0123456789abcdefghjkmnpqrstvwxyz".toCharArray()) {
      assertThat(first[digit]).isBetween(800, 1200);
    }
    assertThat(shown).hasSizeGreaterThan(31_990);
  }

  @ParameterizedTest
  @ValueSource(strings = {"4", "4qc7", "4qc77ws5540a"})
  void acceptsBeginnings(String text) {
    assertThat(Ref.isPrefix(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"i", "l", "o", "u", "A", "-", "4qc77ws5540a0", "sg-1"})
  void refusesWhatCannotBeOne(String text) {
    assertThat(Ref.isPrefix(text)).isFalse();
  }
}
