package dev.hammer.cli;

/** How permissions are written down. */
public enum PolicyFormat {
  /** IAM policies. */
  JSON,
  /** The role of a member account, for CloudFormation. */
  CLOUDFORMATION,
  /** The role of a member account, for Terraform. */
  TERRAFORM
}
