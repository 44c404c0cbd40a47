package dev.hammer.app.permissions;

import dev.hammer.core.value.Value;
import dev.hammer.json.JsonText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The role of a member account as a Terraform module, or what is to be added to it. The external id
 * is a variable and never in the text.
 */
public final class TerraformModule {
  private static final Arns BLANKS =
      new Arns(
          "${data.aws_partition.current.partition}",
          "${data.aws_caller_identity.current.account_id}");

  private final PermissionPlan plan;
  private final StringBuilder text = new StringBuilder();

  private TerraformModule(PermissionPlan plan) {
    this.plan = plan;
  }

  /** The text of the module, without a line end. */
  public static String of(PermissionPlan plan) {
    return new TerraformModule(plan).module();
  }

  private String module() {
    if (!plan.additional()) {
      variables();
    }
    add("data \"aws_partition\" \"current\" {}\n\ndata \"aws_caller_identity\" \"current\" {}\n");
    if (!plan.additional()) {
      trust();
      role();
    }
    int number = 1;
    for (PermissionPolicy policy : plan.reading()) {
      policy(policy, "read_" + number++);
    }
    return text.toString().stripTrailing();
  }

  private void variables() {
    add(
        """
        variable "main_account_id" {
          description = "Account that Hammer runs in"
          type        = string
        %s}
        """
            .formatted(
                plan.role()
                    .mainAccount()
                    .map(account -> "  default     = " + quoted(account.id()) + "\n")
                    .orElse("")));
    if (plan.role().wantsExternalId()) {
      add(
          """
          variable "external_id" {
            description = "aws.external_id of Hammer's configuration"
            type        = string
            sensitive   = true
          }
          """);
    }
  }

  private void trust() {
    String condition =
        """

            condition {
              test     = "StringEquals"
              variable = "sts:ExternalId"
              values   = [var.external_id]
            }
        """;
    add(
        """
        data "aws_iam_policy_document" "trust" {
          statement {
            actions = ["sts:AssumeRole"]

            principals {
              type        = "AWS"
              identifiers = ["arn:${data.aws_partition.current.partition}:iam::${var.main_account_id}:root"]
            }
        %s  }
        }
        """
            .formatted(plan.role().wantsExternalId() ? condition : ""));
  }

  private void role() {
    add(
        """
        resource "aws_iam_role" "hammer" {
          name                 = %s
          description          = "Read by Hammer"
          max_session_duration = %d
          assume_role_policy   = data.aws_iam_policy_document.trust.json
        }
        """
            .formatted(quoted(plan.role().name()), plan.role().longestSession().toSeconds()));
  }

  private void policy(PermissionPolicy policy, String name) {
    Map<String, Integer> sids = new HashMap<>();
    String statements =
        policy.grants().stream()
            .map(grant -> statement(grant, PermissionPolicy.sid(grant, sids)))
            .collect(Collectors.joining("\n"));
    add("data \"aws_iam_policy_document\" \"" + name + "\" {\n" + statements + "}\n");
    String role = plan.additional() ? quoted(plan.role().name()) : "aws_iam_role.hammer.name";
    add(
        """
        resource "aws_iam_policy" "%1$s" {
          name_prefix = %2$s
          policy      = data.aws_iam_policy_document.%1$s.json
        }

        resource "aws_iam_role_policy_attachment" "%1$s" {
          role       = %3$s
          policy_arn = aws_iam_policy.%1$s.arn
        }
        """
            .formatted(name, quoted(plan.role().name() + "-"), role));
  }

  private static String statement(Grant grant, String sid) {
    return """
          statement {
            sid       = %s
            actions   = %s
            resources = %s
          }
        """
        .formatted(
            quoted(sid),
            list(grant.actions().stream().map(TerraformModule::quoted).toList()),
            list(grant.resources().stream().map(arn -> '"' + BLANKS.filled(arn) + '"').toList()));
  }

  private static String list(List<String> items) {
    return items.size() == 1
        ? "[" + items.getFirst() + "]"
        : items.stream()
            .map(item -> "      " + item + ",\n")
            .collect(Collectors.joining("", "[\n", "    ]"));
  }

  private void add(String block) {
    text.append(block).append('\n');
  }

  /** A string in which nothing is a blank to Terraform. */
  private static String quoted(String raw) {
    return JsonText.write(Value.text(raw)).replace("${", "$${").replace("%{", "%%{");
  }
}
