package dev.hammer.app.config;

/** A complete set of the predecessor's files, as an estate of three accounts would have it. */
final class PredecessorFiles {
  static final String CONFIG =
      """
      {
        "__comment__": "nightly estate of ACME",
        "cronjobs": {"reporting": "55 * * * *", "remediation": "45 10 * * *"},
        "bu_list": ["retail", "payments"],
        "whitelisting_procedure_url": "",
        "jira": {
          "enabled": false,
          "server": "https://jira.acme.example",
          "issue_type": "Task",
          "text_field_character_limit": 32767
        },
        "slack": {
          "enabled": true,
          "notify_default_owner": true,
          "channels": {"#acme-alarms": ["ERROR|WARNING|ALARM|Task timed out after|Access denied"]},
          "ignore": [],
          "default_channel": "#acme-security"
        },
        "csv": {
          "enabled": false,
          "schedule": "0 9 * * 1",
          "bucket": "acme-hammer-backup",
          "slack_channel": "#acme-reports"
        },
        "aws": {
          "main_account_id": "111111111111",
          "region": "eu-west-1",
          "role_name_identification": "hammer-acme-crossact-id",
          "role_name_reporting": "hammer-acme-crossact-ec2",
          "accounts": {
            "111111111111": "security",
            "222222222222": "prod-web",
            "333333333333": "sandbox"
          },
          "s3_backup_bucket": "acme-hammer-backup",
          "ddb_backup": {"enabled": true, "retention_days": 7}
        },
        "api": {"ddb.table_name": "hammer-api-requests"},
        "credentials": {"ddb.table_name": "hammer-credentials"},
        "s3_bucket_acl": {
          "enabled": true,
          "ddb.table_name": "hammer-s3-public-bucket-acl",
          "topic_name": "hammer-describe-s3-acl-lambda",
          "reporting": false,
          "remediation": false,
          "remediation_retention_period": 0
        },
        "secgrp_unrestricted_access": {
          "enabled": true,
          "ddb.table_name": "hammer-security-groups-unrestricted",
          "topic_name": "hammer-describe-security-groups-lambda",
          "remediation_accounts": ["222222222222", "333333333333"],
          "reporting": false,
          "remediation": false,
          "remediation_retention_period": 21,
          "restricted_ports": [21, 22, 23, 3389, 1433, 1521, 3306, 5432, 27017, 28017, 2375]
        },
        "user_inactivekeys": {
          "enabled": true,
          "ddb.table_name": "hammer-iam-user-keys-inactive",
          "topic_name": "hammer-describe-iam-user-inactive-keys-lambda",
          "ignore_accounts": ["333333333333"],
          "reporting": false,
          "remediation": false,
          "remediation_retention_period": 0,
          "inactive_criteria_days": "1"
        },
        "user_keysrotation": {
          "enabled": true,
          "ddb.table_name": "hammer-iam-user-keys-rotation",
          "topic_name": "hammer-describe-iam-user-keys-rotation-lambda",
          "reporting": false,
          "remediation": false,
          "remediation_retention_period": 0,
          "rotation_criteria_days": 10
        },
        "s3_bucket_policy": {
          "enabled": true,
          "ddb.table_name": "hammer-s3-public-bucket-policy",
          "topic_name": "hammer-describe-s3-policy-lambda",
          "reporting": false,
          "remediation": false,
          "remediation_retention_period": 7
        },
        "cloudtrails": {
          "enabled": true,
          "ddb.table_name": "hammer-cloudtrails",
          "topic_name": "hammer-describe-cloudtrails-lambda",
          "reporting": false
        },
        "ebs_unencrypted_volume": {
          "enabled": true,
          "ddb.table_name": "hammer-ebs-volumes-unencrypted",
          "topic_name": "hammer-describe-ebs-unencrypted-volumes-lambda",
          "accounts": ["111111111111", "222222222222"],
          "reporting": false
        },
        "ebs_public_snapshot": {
          "enabled": true,
          "ddb.table_name": "hammer-ebs-snapshots-public",
          "topic_name": "hammer-describe-ebs-public-snapshots-lambda",
          "reporting": false,
          "remediation": false,
          "remediation_retention_period": 0
        },
        "rds_public_snapshot": {
          "enabled": true,
          "ddb.table_name": "hammer-rds-public-snapshots",
          "topic_name": "hammer-describe-rds-public-snapshots-lambda",
          "reporting": false,
          "remediation": false,
          "remediation_retention_period": 0
        },
        "ec2_public_ami": {
          "enabled": "true",
          "ddb.table_name": "hammer-ec2-public-ami",
          "reporting": false,
          "remediation": false,
          "remediation_retention_period": 21
        },
        "sqs_public_access": {
          "enabled": true,
          "ddb.table_name": "hammer-sqs-public-access",
          "topic_name": "hammer-describe-sqs-public-policy-lambda",
          "reporting": true,
          "remediation": false,
          "remediation_retention_period": 0
        },
        "s3_encryption": {
          "enabled": true,
          "ddb.table_name": "hammer-s3-unencrypted",
          "topic_name": "hammer-describe-s3-encryption-lambda",
          "reporting": true,
          "remediation": false,
          "remediation_retention_period": 0
        },
        "rds_encryption": {
          "enabled": true,
          "ddb.table_name": "hammer-rds-unencrypted",
          "topic_name": "hammer-describe-rds-encryption-lambda",
          "reporting": true
        },
        "redshift_logging": {
          "enabled": true,
          "ddb.table_name": "hammer-redshift-logging",
          "labels": ["redshift-logging"]
        }
      }
      """;

  static final String WHITELIST =
      """
      {
        "__comment__": "accepted risks",
        "s3_bucket_policy": {
          "__comment__": "web sites",
          "222222222222": ["acme-www", "acme-downloads"]
        },
        "secgrp_unrestricted_access": {
          "222222222222": ["sg-0a1b2c3d", "vpc-0a1b2c3d4e5f60718:bastion"]
        },
        "user_keysrotation": {"111111111111": ["ci", "AKIAIOSFODNN7EXAMPLE"]},
        "cloudtrails": {"333333333333": ["us-east-1"]},
        "sqs_public_access": {
          "222222222222": [
            "https://sqs.eu-west-1.amazonaws.com/222222222222/orders",
            "arn:aws:sqs:eu-west-1:222222222222:events"
          ]
        },
        "public_ami_issues": {"222222222222": ["ami-0a1b2c3d"]},
        "rds_encryption": {
          "222222222222": [
            {
              "id": "arn:aws:rds:eu-west-1:222222222222:db:legacy",
              "reason": "to be switched off",
              "expires": "2027-02-22",
              "ticket": "SEC-17",
              "owner": "lea@acme.example"
            }
          ]
        }
      }
      """;

  static final String OWNERS =
      """
      {
        "jira_project": "SEC",
        "jira_owner": "lea",
        "slack_owner": ["#acme-security", "lea@acme.example"],
        "account": {"222222222222": {"jira_project": "WEB", "slack_owner": "#web"}},
        "bu": {
          "retail": {
            "jira_owner": "max",
            "jira_parent_ticket": "RET-1",
            "product": {"shop": {"jira_project": "SHOP"}}
          }
        }
      }
      """;

  static final String FIXNOW =
      """
      {"s3_bucket_acl": {"222222222222": ["acme-test"]}, "__comment__": ""}
      """;

  private PredecessorFiles() {}
}
