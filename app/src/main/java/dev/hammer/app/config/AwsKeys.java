package dev.hammer.app.config;

import dev.hammer.core.resource.AccountId;
import dev.hammer.core.resource.Region;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The keys of the section {@code aws}. */
final class AwsKeys {
  static final Key<SortedMap<AccountId, String>> ACCOUNTS =
      Key.of(
              "aws.accounts",
              Kinds.NAMED_ACCOUNTS,
              "The accounts in scope. Name the account of the credentials, too, if it is to be"
                  + " scanned; it is entered without a role.")
          .or(new TreeMap<>())
          .otherwise("the account of the credentials")
          .suchAs("{\"111111111111\": acme-main, \"222222222222\": acme-prod}")
          .kept();

  static final Key<List<Region>> REGIONS =
      Key.of(
              "aws.regions",
              Kinds.REGIONS,
              "The regions in scope, for every account. With it, ec2:DescribeRegions is not called."
                  + " An empty list means none, with a warning.")
          .otherwise("all that are enabled in the account")
          .suchAs("[eu-west-1, us-east-1]")
          .kept();

  static final Key<String> IDENTIFICATION_ROLE =
      Key.of(
              "aws.role_name_identification",
              Kinds.ROLE,
              "The role that is assumed in every account other than that of the credentials. Needed"
                  + " as soon as there is one.")
          .suchAs("hammer-identify")
          .kept();

  static final Key<String> REPORTING_ROLE =
      Key.proved("aws.role_name_reporting", Kinds.ROLE, "The role that fixes.")
          .suchAs("hammer-fix");

  static final Key<String> EXTERNAL_ID =
      Key.of(
              "aws.external_id",
              Kinds.EXTERNAL_ID,
              "Sent with AssumeRole. Never printed, also not in messages.")
          .secret();

  static final Key<Integer> SESSION_MINUTES =
      Key.of(
              "aws.session_minutes",
              Kinds.whole("minutes", 15, 720),
              "How long a role session lasts before it is renewed. More than 60 needs a longer"
                  + " maximum at the role, and credentials that are not themselves those of a role.")
          .or(60);

  static final Key<AccountId> MAIN_ACCOUNT =
      Key.proved("aws.main_account_id", Kinds.ACCOUNT, "The account Hammer itself runs in.");

  static final Key<Region> REGION =
      Key.of(
              "aws.region",
              Kinds.REGION,
              "Where the first calls go: STS, and the list of regions. AWS_REGION,"
                  + " AWS_DEFAULT_REGION and the region of the profile go before it.")
          .otherwise("the machine's own region where the credentials come from it, else us-east-1")
          .kept();

  static final Key<String> BACKUP_BUCKET =
      Key.proved(
          "aws.s3_backup_bucket", Kinds.BUCKET, "Where the predecessor keeps its before-images.");

  static final Key<String> ORGANIZATION_ID =
      Key.of(
          "aws.organization_id",
          Kinds.ORGANIZATION,
          "The own organization: a policy that lets in only its accounts is no stranger's.");

  static final Key<Boolean> ORGANIZATIONS =
      Key.of(
              "aws.organizations.enabled",
              Kinds.FLAG,
              "Whether the accounts of the organization are in scope beside aws.accounts.")
          .or(false);

  static final Key<List<AccountRule>> INCLUDE =
      Key.of(
              "aws.organizations.include",
              Kinds.ACCOUNT_RULES,
              "Accounts by unit, tag, id or name; the first that matches says how an account is"
                  + " entered. Empty means every account.")
          .or(List.of())
          .suchAs("[\"ou:ou-ab12-cdef3456\", {match: \"prod-*\", role_name_identification: look}]");

  static final Key<List<AccountPattern>> EXCLUDE =
      Key.of(
              "aws.organizations.exclude",
              Kinds.ACCOUNT_PATTERNS,
              "Accounts that are left out; goes before include.")
          .or(List.of())
          .suchAs("[\"222222222222\", \"tag:hammer=off\"]");

  static final Key<SortedMap<String, List<String>>> TAGS =
      Key.of(
              "aws.organizations.tags",
              Kinds.TAG_VALUES,
              "An account must carry each of these tags, with one of the values.")
          .or(new TreeMap<>());

  static final Key<List<AcceptedGap>> ACCEPTED_GAPS =
      Key.of(
              "aws.accepted_gaps",
              Kinds.ACCEPTED_GAPS,
              "Parts of the scope that may stay unread: not planned, not counted as missing, but"
                  + " named by every scan. A gap needs account (id, name or glob), reason and expires"
                  + " (a date, or never); region and service narrow it.")
          .or(List.of());

  static final Key<Boolean> BACKUP =
      Key.proved(
          "aws.ddb_backup.enabled", Kinds.FLAG, "Whether the predecessor backs up its tables.");

  static final Key<Integer> BACKUP_DAYS =
      Key.proved("aws.ddb_backup.retention_days", Kinds.DAYS, "How long it keeps these backups.");

  /** All of them, as the reference lists them. */
  static final List<Key<?>> ALL =
      List.of(
          ACCOUNTS,
          REGIONS,
          IDENTIFICATION_ROLE,
          EXTERNAL_ID,
          SESSION_MINUTES,
          REGION,
          ORGANIZATION_ID,
          ORGANIZATIONS,
          INCLUDE,
          EXCLUDE,
          TAGS,
          ACCEPTED_GAPS,
          MAIN_ACCOUNT,
          REPORTING_ROLE,
          BACKUP_BUCKET,
          BACKUP,
          BACKUP_DAYS);

  private AwsKeys() {}
}
