package dev.hammer.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hammer.testing.MotoAws;
import dev.hammer.testing.MotoTest;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.model.BucketCannedACL;

/**
 * Scan, change something, scan again: what becomes of an issue, as its list and its history say.
 */
@MotoTest
class LifeTest {
  private static final String ACL = "s3_bucket_acl";
  private static final String POLICY = "s3_bucket_policy";
  private static final String GROUP = "secgrp_unrestricted_access";
  private static final String SNAPSHOT = "ebs_public_snapshot";
  private static final String VOLUME = "ebs_unencrypted_volume";
  private static final String KEY = "user_keysrotation";
  private static final String REGIONAL_CHECKS = VOLUME + "," + SNAPSHOT + "," + GROUP;

  @TempDir private Path home;

  @Test
  void issueLivesAsLongAsItsFault(MotoAws aws) {
    Estate estate = Estate.in(aws, MotoAws.MAIN, Estate.EU);
    estate.publicBucket("press-kit");
    estate.publicBucket("exports");
    estate.publicBucket("downloads");
    String mended = estate.openGroup("mended");
    String widened = estate.openGroup("widened");
    String renamed = estate.openGroup("renamed");
    String snapshot = estate.publicSnapshot();
    String volume = estate.plainVolume();
    String key = estate.staleKey("robot");
    Hammer hammer =
        Hammer.in(home, aws.environment())
            .file("hammer.yaml", "aws: {regions: [eu-west-1]}")
            .file("whitelist.json", accepting(ACL, "exports", "public on purpose"));

    hammer.run("scan").exits(0);
    Issues first = Issues.withHistoryOf(hammer);
    assertThat(first.status(ACL, "press-kit")).isEqualTo("open");
    assertThat(first.events(ACL, "press-kit")).containsExactly("found");
    assertThat(first.status(ACL, "exports")).isEqualTo("whitelisted");
    assertThat(first.events(ACL, "exports")).containsExactly("found");

    String entry =
        hammer
            .run("whitelist", "add", VOLUME, volume, "--reason", "scratch", "-o", "id")
            .exits(0)
            .out()
            .strip();
    hammer
        .run("whitelist", "add", ACL, "downloads", "--reason", "web site", "--owner", "lea")
        .exits(0);
    assertThat(Issues.of(hammer).status(VOLUME, volume)).isEqualTo("whitelisted");

    estate.acl("press-kit", BucketCannedACL.PRIVATE);
    estate.acl("downloads", BucketCannedACL.PRIVATE);
    estate.close(mended, 22);
    estate.open(widened, 3389);
    estate.tag(renamed, "owner", "lea");
    estate.deleteSnapshot(snapshot);
    estate.switchOff("robot", key);
    String fresh = estate.openGroup("fresh");
    hammer.run("scan").exits(0);
    Issues second = Issues.withHistoryOf(hammer);
    assertThat(second.status(ACL, "press-kit")).isEqualTo("resolved");
    assertThat(second.events(ACL, "press-kit")).containsExactly("found", "resolved");
    assertThat(last(second, ACL, "press-kit")).isEqualTo("seen compliant");
    assertThat(second.events(ACL, "downloads")).containsExactly("found", "whitelisted", "resolved");
    assertThat(second.status(GROUP, mended)).isEqualTo("resolved");
    assertThat(second.events(GROUP, widened)).containsExactly("found", "changed");
    assertThat(second.status(GROUP, widened)).isEqualTo("open");
    assertThat(second.events(GROUP, renamed)).containsExactly("found");
    assertThat(second.issue(GROUP, renamed).text("resource.tags.owner")).isEqualTo("lea");
    assertThat(second.status(SNAPSHOT, snapshot)).isEqualTo("resolved");
    assertThat(last(second, SNAPSHOT, snapshot)).contains("gone", "no longer");
    assertThat(second.status(KEY, key)).isEqualTo("resolved");
    assertThat(second.events(GROUP, fresh)).containsExactly("found");
    assertThat(second.events(VOLUME, volume)).containsExactly("found", "whitelisted");
    assertThat(second.status(ACL, "exports")).isEqualTo("whitelisted");

    hammer.run("whitelist", "remove", entry).exits(0);
    hammer.file("whitelist.json", "{}");
    Issues unlisted = Issues.of(hammer);
    assertThat(unlisted.status(VOLUME, volume)).isEqualTo("open");
    assertThat(unlisted.status(ACL, "exports")).isEqualTo("open");

    estate.open(mended, 22);
    hammer.file("whitelist.json", accepting(GROUP, fresh, "until the move"));
    hammer.run("scan").exits(0);
    Issues third = Issues.withHistoryOf(hammer);
    assertThat(third.events(GROUP, mended)).containsExactly("found", "resolved", "back");
    assertThat(third.status(GROUP, mended)).isEqualTo("open");
    assertThat(third.issue(GROUP, mended).number("life")).isEqualTo(1);
    assertThat(third.issue(GROUP, mended).text("ref"))
        .isEqualTo(first.issue(GROUP, mended).text("ref"));
    assertThat(third.events(VOLUME, volume))
        .containsExactly("found", "whitelisted", "unwhitelisted");
    assertThat(third.events(ACL, "exports")).containsExactly("found", "unwhitelisted");
    assertThat(third.events(GROUP, fresh)).containsExactly("found", "whitelisted");
    assertThat(third.in("resolved")).hasSize(5);
  }

  /** Each narrowed scan resolves what is mended within it; the history says which scan it was. */
  @Test
  void narrowedScanResolvesNothingOutside(MotoAws aws) {
    Estate eu = Estate.in(aws, MotoAws.MAIN, Estate.EU);
    Estate us = Estate.in(aws, MotoAws.MAIN, Estate.US);
    Estate member = Estate.in(aws, Estate.MEMBER, Estate.EU);
    eu.publicBucket("acl-and-policy");
    eu.bucketPolicy("acl-and-policy", Estate.everyoneReads("acl-and-policy"));
    eu.publicBucket("other");
    String euGroup = eu.openGroup("same-name");
    String usGroup = us.openGroup("same-name");
    String memberGroup = member.openGroup("same-name");
    String euSnapshot = eu.publicSnapshot();
    String euKey = eu.staleKey("robot");
    Hammer hammer = Hammer.in(home, aws.environment()).file("hammer.yaml", twoAccounts());
    hammer.run("scan").exits(0);

    eu.acl("acl-and-policy", BucketCannedACL.PRIVATE);
    eu.acl("other", BucketCannedACL.PRIVATE);
    eu.bucketPolicy("acl-and-policy", Estate.onlyOwnersRead("acl-and-policy"));
    eu.close(euGroup, 22);
    us.close(usGroup, 22);
    member.close(memberGroup, 22);
    eu.deleteSnapshot(euSnapshot);
    eu.switchOff("robot", euKey);

    String resource = scan(hammer, 1, "--resource", "arn:aws:s3:::acl-and-policy", "--check", ACL);
    String check = scan(hammer, 1, "--check", POLICY);
    String account = scan(hammer, 1, "--account", "member", "--check", REGIONAL_CHECKS);
    String region = scan(hammer, 1, "--region", Estate.US, "--service", "ec2");
    String service = scan(hammer, 2, "--service", "iam");
    String notAccount = scan(hammer, 2, "--not-account", "member", "--service", "ec2");
    String whole = scan(hammer, 1);

    Issues issues = Issues.withHistoryOf(hammer);
    assertThat(issues.in("open")).allMatch(name -> name.startsWith("cloudtrails/"));
    assertThat(resolvedBy(issues, ACL, "acl-and-policy")).isEqualTo(resource);
    assertThat(resolvedBy(issues, POLICY, "acl-and-policy")).isEqualTo(check);
    assertThat(resolvedBy(issues, GROUP, memberGroup)).isEqualTo(account);
    assertThat(resolvedBy(issues, GROUP, usGroup)).isEqualTo(region);
    assertThat(resolvedBy(issues, KEY, euKey)).isEqualTo(service);
    assertThat(resolvedBy(issues, GROUP, euGroup)).isEqualTo(notAccount);
    assertThat(resolvedBy(issues, SNAPSHOT, euSnapshot)).isEqualTo(notAccount);
    assertThat(resolvedBy(issues, ACL, "other")).isEqualTo(whole);
    assertThat(issues.document().decimal("coverage.percent")).isEqualTo(100.0);
  }

  /** The id of a scan that resolved so many. */
  private static String scan(Hammer hammer, int resolved, String... scope) {
    Json report =
        hammer
            .run(
                Stream.of(List.of("scan"), List.of(scope), List.of("-o", "json"))
                    .flatMap(List::stream)
                    .toArray(String[]::new))
            .exits(0)
            .json();
    long sum =
        List.of("critical", "high", "medium", "low").stream()
            .mapToLong(severity -> report.number("counts." + severity + ".resolved"))
            .sum();
    assertThat(sum).as("%s: %s", List.of(scope), report).isEqualTo(resolved);
    return report.text("scan.id");
  }

  private static String resolvedBy(Issues issues, String check, String id) {
    assertThat(issues.events(check, id)).containsExactly("found", "resolved");
    return issues.history(check, id).getLast().text("scan_id");
  }

  private static String last(Issues issues, String check, String id) {
    return issues.history(check, id).getLast().text("text");
  }

  private static String accepting(String check, String resource, String reason) {
    return """
    {"%s": {"%s": [{"id": "%s", "reason": "%s"}]}}
    """
        .formatted(check, MotoAws.MAIN, resource, reason);
  }

  static String twoAccounts() {
    return """
    aws:
      role_name_identification: reader
      accounts: {"%s": main, "%s": member}
    """
        .formatted(MotoAws.MAIN, Estate.MEMBER);
  }
}
