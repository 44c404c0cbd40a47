package dev.hammer.app.permissions;

import dev.hammer.core.value.Value;
import java.util.List;

/**
 * The role of a member account as a CloudFormation template, or what is to be added to it. The
 * external id is a parameter and never in the template.
 */
public final class CloudFormationTemplate {
  private final PermissionPlan plan;

  private CloudFormationTemplate(PermissionPlan plan) {
    this.plan = plan;
  }

  /** The template, in the order people read it. */
  public static Value.Fields of(PermissionPlan plan) {
    return new CloudFormationTemplate(plan).template();
  }

  private Value.Fields template() {
    Value.Builder template =
        Value.fields()
            .put("AWSTemplateFormatVersion", "2010-09-09")
            .put("Description", description());
    if (!plan.additional()) {
      template.put("Parameters", parameters());
    }
    template.put("Resources", resources());
    if (!plan.additional()) {
      template.put(
          "Outputs",
          Value.fields()
              .put("RoleArn", Value.fields().put("Value", attribute("Role", "Arn")).build())
              .build());
    }
    return template.build();
  }

  private String description() {
    String actions = plan.needs().size() + (plan.needs().size() == 1 ? " action" : " actions");
    return plan.additional()
        ? "What the role by which Hammer reads this account lacks: " + actions + "."
        : "The role by which Hammer reads this account: " + actions + ", none of which changes it.";
  }

  private Value.Fields parameters() {
    Value.Builder main =
        Value.fields()
            .put("Type", "String")
            .put("Description", "Account that Hammer runs in")
            .put("AllowedPattern", "[0-9]{12}");
    plan.role().mainAccount().ifPresent(account -> main.put("Default", account.id()));
    Value.Builder parameters = Value.fields().put("MainAccountId", main.build());
    if (plan.role().wantsExternalId()) {
      parameters.put(
          "ExternalId",
          Value.fields()
              .put("Type", "String")
              .put("Description", "aws.external_id of Hammer's configuration")
              .put("NoEcho", true)
              .put("MinLength", 2)
              .put("MaxLength", 1224)
              .put("AllowedPattern", "[A-Za-z0-9_+=,.@:/-]*")
              .build());
    }
    return parameters.build();
  }

  private Value.Fields resources() {
    Value.Builder resources = Value.fields();
    if (!plan.additional()) {
      resources.put("Role", resource("AWS::IAM::Role", role()));
    }
    int number = 1;
    for (PermissionPolicy policy : plan.reading()) {
      resources.put("Policy" + number++, resource("AWS::IAM::ManagedPolicy", policy(policy)));
    }
    return resources.build();
  }

  private Value.Fields role() {
    return Value.fields()
        .put("RoleName", plan.role().name())
        .put("Description", "Read by Hammer")
        .put("MaxSessionDuration", plan.role().longestSession().toSeconds())
        .put("AssumeRolePolicyDocument", trust())
        .build();
  }

  private Value.Fields trust() {
    Value.Builder statement =
        Value.fields()
            .put("Effect", "Allow")
            .put(
                "Principal",
                fields("AWS", filled("arn:${AWS::Partition}:iam::${MainAccountId}:root")))
            .put("Action", "sts:AssumeRole");
    if (plan.role().wantsExternalId()) {
      statement.put(
          "Condition",
          fields(
              "StringEquals", fields("sts:ExternalId", fields("Ref", Value.text("ExternalId")))));
    }
    return Value.fields()
        .put("Version", "2012-10-17")
        .put("Statement", Value.items(List.of(statement.build())))
        .build();
  }

  private Value.Fields policy(PermissionPolicy policy) {
    Value role =
        plan.additional() ? Value.text(plan.role().name()) : fields("Ref", Value.text("Role"));
    return Value.fields()
        .put("Description", "What Hammer reads")
        .put("Roles", Value.items(List.of(role)))
        .put("PolicyDocument", policy.document(CloudFormationTemplate::arn))
        .build();
  }

  private static Value arn(String arn) {
    return arn.startsWith("arn:")
        ? filled(new Arns("${AWS::Partition}", "${AWS::AccountId}").filled(arn))
        : Value.text(arn);
  }

  private static Value filled(String text) {
    return fields("Fn::Sub", Value.text(text));
  }

  private static Value attribute(String resource, String name) {
    return fields("Fn::GetAtt", Value.texts(List.of(resource, name)));
  }

  private static Value.Fields resource(String type, Value.Fields properties) {
    return Value.fields().put("Type", type).put("Properties", properties).build();
  }

  private static Value.Fields fields(String name, Value value) {
    return Value.fields().put(name, value).build();
  }
}
