package dev.hammer.cli.command;

import dev.hammer.app.Workspace;
import dev.hammer.app.permissions.CloudFormationTemplate;
import dev.hammer.app.permissions.Need;
import dev.hammer.app.permissions.PermissionDesk;
import dev.hammer.app.permissions.PermissionPlan;
import dev.hammer.app.permissions.PermissionPolicy;
import dev.hammer.app.permissions.PolicyRequest;
import dev.hammer.app.permissions.TerraformModule;
import dev.hammer.app.record.PolicyRecord;
import dev.hammer.cli.Door;
import dev.hammer.cli.Exit;
import dev.hammer.cli.PolicyFormat;
import dev.hammer.cli.PolicyRole;
import dev.hammer.cli.permissions.NeedTable;
import dev.hammer.cli.terminal.Style;
import dev.hammer.cli.terminal.TextTable;
import dev.hammer.cli.terminal.Words;
import dev.hammer.core.value.Value;
import dev.hammer.json.JsonText;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code hammer policy}: needs no AWS. */
@Command(
    name = "policy",
    header = "Print the least permissions that scans need, computed from what is on.",
    customSynopsis = {
      "hammer policy > policy.json",
      "hammer policy --format cloudformation > role.json",
      "hammer policy --check 's3_*' --explain",
      "hammer policy --missing"
    },
    description = {
      "Computed from the calls that the checks declare; nothing is asked of AWS. Where member"
          + " accounts are entered by a role, or the organization is asked, the policy of the main"
          + " identity follows that of the role. The external id of a role is a parameter of its template"
          + " and is never printed.",
      "--missing knows what the last look at each part of the scope was denied and left a verdict"
          + " open; hammer doctor --deep tries everything."
    },
    exitCodeList = {"0:", "2:"})
final class PolicyCommand extends HammerSubcommand {
  @Option(
      names = "--role",
      paramLabel = "ROLE",
      defaultValue = "identify",
      description = "whose permissions: identify (the role that reads)")
  private PolicyRole role = PolicyRole.IDENTIFY;

  @Option(
      names = "--check",
      paramLabel = "CHECK",
      split = ",",
      description = "only for these checks, on or off: ids or globs")
  private List<String> checks = List.of();

  @Option(
      names = "--account",
      paramLabel = "ACCOUNT",
      split = ",",
      description = {
        "only for these accounts: id, name or glob; with ou:ID or tag:KEY=VALUE also what it takes",
        "to ask for those"
      })
  private List<String> accounts = List.of();

  @Option(names = "--missing", description = "only what the last scan was denied")
  private boolean missing;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "json",
      description = "json, cloudformation or terraform (default: json)")
  private PolicyFormat format = PolicyFormat.JSON;

  @Option(
      names = "--explain",
      description = "say which check needs which action, and what for, instead")
  private boolean explain;

  @Override
  Exit run(Door door) {
    return inWorkspace(door, workspace -> print(door, workspace));
  }

  private Exit print(Door door, Workspace workspace) {
    PermissionPlan plan = plan(workspace);
    switch (door.options().output()) {
      case TEXT -> text(door, plan);
      case JSON, JSONL ->
          door.print(
              JsonText.writePretty(
                  PolicyRecord.of(plan, template(plan), workspace.clock().instant())));
      case ID -> plan.needs().stream().map(Need::action).forEach(door::print);
    }
    return Exit.DONE;
  }

  private PermissionPlan plan(Workspace workspace) {
    PermissionDesk desk =
        switch (role) {
          case IDENTIFY ->
              new PermissionDesk(
                  workspace.configuration(),
                  !workspace.whitelistAtHand().unitsNamed(workspace.clock().instant()).isEmpty());
        };
    PolicyRequest asked = new PolicyRequest(checks, accounts);
    return missing ? desk.missing(asked, workspace.store().slices()) : desk.needed(asked);
  }

  private void text(Door door, PermissionPlan plan) {
    if (plan.isEmpty()) {
      door.say(nothing(plan));
    } else if (explain) {
      explain(door, plan);
    } else {
      switch (format) {
        case JSON -> policies(door, plan);
        case CLOUDFORMATION -> {
          door.print(JsonText.writePretty(CloudFormationTemplate.of(plan)));
          sayRole(door, plan);
        }
        case TERRAFORM -> {
          door.print(TerraformModule.of(plan));
          sayRole(door, plan);
        }
      }
    }
  }

  private Value template(PermissionPlan plan) {
    return switch (format) {
      case JSON -> Value.absent();
      case CLOUDFORMATION -> CloudFormationTemplate.of(plan);
      case TERRAFORM -> Value.text(TerraformModule.of(plan));
    };
  }

  private String nothing(PermissionPlan plan) {
    if (!missing) {
      return "No check is on, so nothing is needed. See: hammer checks list";
    }
    return plan.looked()
        .map(
            at ->
                "Nothing is missing: the last look, " + Words.minute(at) + ", was denied nothing.")
        .orElse("Nothing has been scanned yet, so nothing was denied. Try: hammer doctor --deep");
  }

  private static void explain(Door door, PermissionPlan plan) {
    TextTable table = NeedTable.of(plan.needs());
    if (!door.terminal().outIsTerminal()) {
      table.tabbed(false).forEach(door::print);
      return;
    }
    Style style = door.terminal().outStyle();
    table.fitted(door.terminal().columns(), style).forEach(door::print);
    door.print(Words.count(plan.needs().size(), "action") + ".");
  }

  private static void policies(Door door, PermissionPlan plan) {
    String reader = "role " + plan.role().name() + " of each account that is read";
    plan.reading().forEach(policy -> policy(door, plan, policy, reader));
    plan.entering().forEach(policy -> policy(door, plan, policy, "the main identity"));
    plan.looked().ifPresent(at -> talk(door, "Denied as of " + Words.minute(at) + "."));
  }

  private static void policy(
      Door door, PermissionPlan plan, PermissionPolicy policy, String holder) {
    talk(
        door,
        "For "
            + holder
            + " ("
            + Words.number(policy.characters())
            + " of "
            + Words.number(PermissionPolicy.LONGEST)
            + " characters):");
    door.print(JsonText.writePretty(plan.document(policy)));
  }

  private static void sayRole(Door door, PermissionPlan plan) {
    if (plan.additional()) {
      return;
    }
    if (!plan.role().wantsExternalId()) {
      talk(
          door,
          "Note: aws.external_id is not set, so the role asks for none of those who enter it.");
    }
    if (!plan.entering().isEmpty()) {
      talk(door, "The main identity needs a policy of its own: " + door.hammer() + " policy");
    }
  }

  private static void talk(Door door, String line) {
    if (!door.options().isQuiet()) {
      door.say(line);
    }
  }
}
