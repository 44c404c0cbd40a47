package dev.hammer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hammer.core.check.Severity;
import dev.hammer.core.issue.Change;
import dev.hammer.core.issue.Finding;
import dev.hammer.core.issue.Issue;
import dev.hammer.core.reading.ApiCall;
import dev.hammer.core.value.Value;
import dev.hammer.core.whitelist.WhitelistEntry;
import dev.hammer.json.JsonText;
import dev.hammer.testing.store.Changes;
import dev.hammer.testing.store.HostileText;
import dev.hammer.testing.store.IssueBuilder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShowCommandTest {
  @TempDir Path folder;

  private Shell shell(Change... changes) {
    return LookedAt.in(new Shell(folder), List.of(changes));
  }

  @Test
  void rulesAreShownWithTheOffendingOnesMarked() {
    Shell shell = shell(LookedAt.openGroup());
    Golden.assertScreens(
        "show-group",
        shell.run("show", "sg-0a1b2c3d4e5f60718"),
        shell.wide(60).run("show", "sg-0a1b2c3d4e5f60718"),
        shell.piped().run("show", "sg-0a1b2c3d4e5f60718", "--evidence"));
  }

  @Test
  void statementsAreShownWithTheOffendingOnesMarked() {
    Golden.assertScreens(
        "show-policy", shell(LookedAt.openPolicy("acme-exports")).run("show", "acme-exports"));
  }

  @Test
  void grantsAreShownWithTheOffendingOnesMarked() {
    Value.Fields details =
        Value.fields()
            .note("owner", Value.absent())
            .put(
                "public_acls", Value.fields().put("AllUsers", Value.texts(List.of("READ"))).build())
            .build();
    Value.Fields evidence =
        Value.fields()
            .put(
                "acl",
                Value.items(
                    List.of(
                        grant("75aa57f09aa0c8ca", "FULL_CONTROL"),
                        grant("http://acs.amazonaws.com/groups/global/AllUsers", "READ"),
                        grant("http://acs.amazonaws.com/groups/s3/LogDelivery", "WRITE"))))
            .build();
    Issue issue = LookedAt.bucket("logs-eu", LookedAt.ACLS).details(details).build();
    Golden.assertScreens(
        "show-grants",
        shell(LookedAt.change(issue, evidence, "s3:ListBuckets", "s3:GetBucketAcl"))
            .run("show", "logs-eu"));
  }

  private static Value.Fields grant(String grantee, String permission) {
    return Value.fields().put("grantee", grantee).put("permission", permission).build();
  }

  @Test
  void anyCheckIsShownByItsDetailsAndShortFacts() {
    Value.Fields details =
        Value.fields()
            .put("state", "in-use")
            .put("encryption", Value.absent())
            .put("tags", Value.fields().put("owner", "team-web").build())
            .put(
                "attachments",
                Value.items(
                    List.of(
                        Value.fields().put("instance", "i-1").put("device", "/dev/sda").build(),
                        Value.fields().put("instance", "i-2").put("device", "/dev/sdb").build())))
            .build();
    Value.Fields evidence =
        Value.fields().put("state", "in-use").put("encrypted", false).put("size_gib", 100).build();
    Issue issue = LookedAt.bucket("vol-1", LookedAt.ACLS).details(details).build();
    Golden.assertScreens(
        "show-details",
        shell(LookedAt.change(issue, evidence, "ec2:DescribeVolumes")).run("show", "vol-1"));
  }

  @Test
  void whatIsAcceptedSaysByWhomAndUntilWhen() {
    WhitelistEntry entry = LookedAt.acceptance("acme-www");
    Shell shell =
        shell(
            Changes.born(
                LookedAt.bucket("acme-www", LookedAt.ACLS).whitelisted(entry.id()).build()));
    Golden.assertScreens(
        "show-whitelisted", LookedAt.accepting(shell, entry).run("show", "acme-www"));
  }

  @Test
  void whatCouldNotBeConfirmedSaysSince() {
    Shell shell =
        LookedAt.in(
            new Shell(folder),
            List.of(Changes.born(LookedAt.bucket("logs-eu", LookedAt.ACLS).build())),
            LookedAt.denied(LookedAt.ACLS, ApiCall.of("s3", "GetBucketAcl"), "logs-eu"));
    Golden.assertScreens("show-unverified", shell.run("show", "logs-eu"));
  }

  @Test
  void resolvedAndLatentIssuesSaySo() {
    Issue latent =
        LookedAt.bucket("latent", LookedAt.ACLS)
            .finding(
                new Finding(
                    Severity.LOW,
                    "everyone has READ",
                    "Block Public Access ignores it",
                    Value.Fields.NONE,
                    true,
                    List.of()))
            .build();
    Issue resolved = LookedAt.bucket("gone", LookedAt.ACLS).resolved(LookedAt.SCANNED).build();
    Golden.assertScreens(
        "show-others",
        shell(Changes.born(latent), Changes.born(resolved)).run("show", "latent", "gone"));
  }

  @Test
  void everyNameOfAnIssueFindsIt() {
    Change change = LookedAt.openGroup();
    Shell shell = shell(change, LookedAt.openPolicy("acme-exports")).piped();
    String ref = change.after().ref().text();
    for (String name :
        List.of(
            ref,
            ref.substring(0, 4),
            change.after().key().toString(),
            change.after().resource().arn().orElseThrow(),
            "sg-0a1b2c3d4e5f60718")) {
      assertThat(shell.run("show", name, "-o", "id").out()).isEqualTo(ref + "\n");
    }
  }

  @Test
  void whatNamesNoneOrSeveralIsRefused() {
    Shell shell =
        shell(
            LookedAt.openPolicy("acme-exports"),
            Changes.born(LookedAt.bucket("acme-exports", LookedAt.ACLS).build()));
    Golden.assertScreens(
        "show-wrong",
        shell.run("show"),
        shell.run("show", "nothing"),
        shell.run("show", "acme-exports"),
        shell.run("show", "acme-exports", "-o", "json"));
  }

  @Test
  void jsonHasIssueProofAndHistory() {
    Shell.Ended ended =
        shell(LookedAt.openGroup()).piped().run("show", "sg-0a1b2c3d4e5f60718", "-o", "json");
    Value.Fields json = (Value.Fields) JsonText.parse(ended.out());
    assertThat(json.text("schema")).contains("hammer/show/1");
    Value.Items items = (Value.Items) json.get("items").orElseThrow();
    assertThat(((Value.Fields) items.items().getFirst()).fields())
        .extracting(Value.Field::name)
        .containsExactly("issue", "proof", "history");
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 100})
  void hostileTextIsShownAndNotObeyed(int width) {
    List<Change> hostile = new ArrayList<>();
    // Halves of pairs are one and the same in UTF-8, and so are refs that are made of it.
    for (String text : HostileText.ids().stream().filter(t -> !t.contains("\uD801")).toList()) {
      Value.Fields fields =
          Value.fields()
              .put("note", text)
              .put("list", Value.texts(List.of(text, text)))
              .put("field " + text.strip().length(), Value.fields().put("x" + text, text).build())
              .build();
      Issue issue =
          IssueBuilder.issue(text)
              .in(LookedAt.ACLS)
              .resource(r -> r.withName("name " + text).withArn("arn " + text))
              .tags(Map.of("owner", text, "k" + text, text))
              .finding(
                  new Finding(
                      Severity.HIGH, "by " + text, "as " + text, fields, false, List.of(text)))
              .build();
      hostile.add(LookedAt.change(issue, fields, "call " + text));
    }
    Shell shell = LookedAt.in(new Shell(folder), hostile).wide(width);
    for (Change change : hostile) {
      Shell.Ended ended = shell.run("show", "--evidence", change.after().ref().text());
      assertThat(ended.code()).as(ended.screen()).isZero();
      assertThat(ended.out()).matches(HostileTexts::isHarmless, "harmless");
    }
  }
}
