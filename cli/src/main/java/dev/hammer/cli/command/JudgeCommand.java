package dev.hammer.cli.command;

import dev.hammer.app.judge.JudgedPolicy;
import dev.hammer.app.judge.PolicyDesk;
import dev.hammer.app.judge.ResourceTypes;
import dev.hammer.app.judge.Trusted;
import dev.hammer.app.record.JudgeRecord;
import dev.hammer.cli.Door;
import dev.hammer.cli.Exit;
import dev.hammer.cli.judge.JudgeScreen;
import dev.hammer.cli.terminal.Visible;
import dev.hammer.json.JsonText;
import dev.hammer.policy.Audience;
import dev.hammer.policy.Trust;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hammer judge}: needs neither configuration nor store nor AWS. */
@Command(
    name = "judge",
    header = "Say whom a policy lets in, by its text alone; no AWS needed.",
    customSynopsis = {
      "hammer judge policy.json",
      "aws s3api get-bucket-policy --bucket acme-exports | hammer judge -",
      "hammer judge queue.json --type AWS::SQS::Queue --account 111111111111",
      "hammer judge policy.json --fail-on public_unclear -o json"
    },
    description = {
      "Takes any IAM-style policy, alone or within an answer of the AWS command line. The verdict is"
          + " the worst of its statements: public, public_unclear (a condition that cannot be"
          + " judged), service_unbound (a service of AWS on behalf of any customer),"
          + " cross_account, org or internal."
    },
    exitCodeList = {"0:", "2:", "3:"})
final class JudgeCommand extends HammerSubcommand {
  @Parameters(paramLabel = "FILE", description = "the policy; - for the standard input")
  private String file = "";

  @Option(
      names = "--type",
      paramLabel = "TYPE",
      defaultValue = "AWS::S3::Bucket",
      description = "what it hangs on, by its CloudFormation name (default: AWS::S3::Bucket)")
  private String type = "";

  @Option(
      names = "--account",
      paramLabel = "ID",
      description = "whose policy it is; without it every account counts as foreign")
  private @Nullable String account;

  @Option(names = "--org", paramLabel = "ID", description = "the own organization, o-...")
  private @Nullable String organization;

  @Option(
      names = "--trust",
      paramLabel = "ID",
      split = ",",
      description = "accounts that are no strangers")
  private List<String> trusted = List.of();

  @Option(
      names = "--fail-on",
      paramLabel = "VERDICT",
      converter = AudienceText.class,
      description =
          "exit 3 if it is at least as bad: public, public_unclear, service_unbound, cross_account"
              + " or org")
  private @Nullable Audience failOn;

  @Override
  Exit run(Door door) {
    Trust trust =
        Trusted.of(Optional.ofNullable(account), Optional.ofNullable(organization), trusted);
    PolicyFile given = new PolicyFile(file);
    if (given.isTyped() && door.terminal().inIsTerminal() && !door.options().isQuiet()) {
      door.say("Reading the policy from here; Ctrl-D ends it.");
    }
    JudgedPolicy policy =
        new PolicyDesk(ResourceTypes.named(type), trust)
            .judge(given.text(door.surroundings()), given.shown());
    print(door, policy);
    boolean shut = failOn != null && policy.exposure().verdict().isAtLeast(failOn);
    return shut ? Exit.GATE : Exit.DONE;
  }

  private static void print(Door door, JudgedPolicy policy) {
    switch (door.options().output()) {
      case TEXT ->
          new JudgeScreen(policy, door.terminal().columns(), door.terminal().outStyle())
              .lines()
              .forEach(door::print);
      case JSON, JSONL -> door.print(JsonText.writePretty(JudgeRecord.of(policy.exposure())));
      case ID -> door.print(policy.exposure().verdict().label());
    }
    if (!door.options().isQuiet()) {
      policy.notes().stream()
          .map(note -> door.terminal().errStyle().warning("note: " + Visible.of(note)))
          .forEach(door::say);
    }
  }
}
