package dev.hammer.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hammer.testing.MotoAws;
import dev.hammer.testing.MotoTest;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Names, tags and policies written by an enemy: they move no cursor, open no new line or column,
 * and JSON carries them as they are.
 */
@MotoTest
class HostileEstateTest {
  private static final String GROUP = "secgrp_unrestricted_access";

  /** Controls but line end and tab, and what turns the direction of writing. */
  private static final Pattern ACTIVE =
      Pattern.compile(
          "[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u061c\\u200e\\u200f\\u2028-\\u202e\\u2066-\\u2069\\ufeff]");

  /** XML, which EC2 and S3 speak, cannot carry an escape; JSON in policies can. */
  private static final Map<String, String> TAGS =
      new TreeMap<>(
          Map.of(
              "bidi", "\u202egnp.exe\u2066",
              "c1", "\u009b2Jred\u0085next",
              "formula", "=HYPERLINK(\"http://evil.example\",\"click\")",
              "lines", "first\nerror: forged line\tand column",
              "markup", "<script>alert(1)</script>&amp;<!-- @channel"));

  private static final String ESCAPES =
      "\\u001b[2J\\u001b]0;owned\\u0007\\r\\nforged\\t\\u202e\\u0000";

  @TempDir private Path home;

  @Test
  void nothingFromAwsActsInAnyOutput(MotoAws aws) {
    Estate estate = Estate.in(aws, MotoAws.MAIN, Estate.EU);
    String group = estate.group("=cmd|' /C calc'!A0 <b>\u202e", "line\nforged: \u009b1m", 22);
    TAGS.forEach((key, value) -> estate.tag(group, key, value));
    estate.tag(group, "Name", "web\u202e\n<img src=x onerror=alert(1)>");
    estate.publicBucket("press-kit");
    estate.tagBucket("press-kit", TAGS);
    estate.bucketPolicy("press-kit", hostile("press-kit"));
    estate.queue("inbox", hostile("inbox"));
    Hammer hammer = Hammer.in(home, aws.environment());

    Outcome scan = hammer.run("scan").exits(0);
    Issues issues = Issues.withHistoryOf(hammer);
    Outcome list = hammer.run("issues").exits(0);
    List<String> refs = list.out().lines().map(line -> line.split("\t", 2)[0]).toList();
    Outcome show =
        hammer
            .run(
                "show",
                "--evidence",
                issues.ref("s3_bucket_policy", "press-kit"),
                issues.ref(GROUP, group))
            .exits(0);
    assertThat(show.out()).contains("\\x1b[2J", "<script>alert(1)</script>");
    Outcome json = hammer.run("issues", "-o", "json").exits(0);
    for (Outcome outcome : List.of(scan, list, show, json)) {
      assertThat(outcome.out() + outcome.err()).doesNotContainPattern(ACTIVE);
      assertThat(outcome.out().lines()).noneMatch(line -> line.strip().startsWith("forged"));
    }
    assertThat(refs).hasSize(issues.in("open").size()).allMatch(ref -> ref.matches("[0-9a-z]{12}"));
    assertThat(list.out().lines().map(line -> line.split("\t", -1).length).distinct()).hasSize(1);

    Json tags = issues.issue("s3_bucket_acl", "press-kit").at("resource.tags");
    TAGS.forEach((key, value) -> assertThat(tags.text(key)).isEqualTo(value));
    Json groupTags = issues.issue(GROUP, group).at("resource.tags");
    TAGS.forEach((key, value) -> assertThat(groupTags.text(key)).isEqualTo(value));
    assertThat(issues.status("s3_bucket_policy", "press-kit")).isEqualTo("open");

    Outcome judged = hammer.file("policy.json", hostile("press-kit")).run("judge", "policy.json");
    assertThat(judged.exits(0).out()).doesNotContainPattern(ACTIVE);
  }

  /** Everyone may do everything, said with escapes. */
  private static String hostile(String resource) {
    return """
    {"Version": "2012-10-17", "Statement": [{"Sid": "%1$s", "Effect": "Allow", "Principal": "*",
      "Action": ["s3:GetObject", "sqs:SendMessage", "%1$s:Get*"], "Resource": "*%2$s*%1$s",
      "Condition": {"StringNotEquals": {"aws:PrincipalTag/%1$s": "<b>%1$s"}}}]}
    """
        .formatted(ESCAPES, resource);
  }
}
