package dev.hammer.app.config;

import dev.hammer.core.resource.AccountId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Proves what no key can prove alone: that the keys agree with each other. */
final class CrossChecks {
  private static final Set<String> BACKED_UP =
      Set.of(
          "secgrp_unrestricted_access", "s3_bucket_acl", "s3_bucket_policy", "sqs_public_access");

  private final Document document;
  private final Problems problems;
  private final AwsSection aws;
  private final List<CheckSection> checks;
  private final Instant now;

  CrossChecks(Document document, AwsSection aws, List<CheckSection> checks, Instant now) {
    this.document = document;
    this.problems = document.problems();
    this.aws = aws;
    this.checks = checks;
    this.now = now;
  }

  void prove() {
    proveAccounts();
    proveOrganizations();
    proveRegions();
    proveAcceptedGaps();
    proveTables();
    checks.forEach(this::proveScope);
    checks.stream().filter(CheckSection::remediation).forEach(this::proveRemediation);
    if (!checks.isEmpty() && checks.stream().noneMatch(CheckSection::enabled)) {
      problems.warning(Position.wholeOf(document.file()), "", "every check is off", "turn one on");
    }
  }

  private void proveAccounts() {
    if (document.node("aws.accounts").orElse(null) instanceof Node.Fields fields
        && fields.members().isEmpty()
        && !aws.organizations().enabled()) {
      warn("aws.accounts", " is empty", "the account of the credentials is looked at");
    }
    Set<String> names = new HashSet<>();
    aws.accounts()
        .forEach(
            (id, name) -> {
              if (!names.add(name)) {
                warn(
                    "aws.accounts",
                    " has two accounts named " + Shown.quoted(name),
                    "give each its own name, so that --account can tell them apart");
              }
            });
    if (aws.accounts().size() > 1 && aws.identificationRole().isEmpty()) {
      warn(
          "aws.accounts",
          " names " + aws.accounts().size() + " accounts, but no role to enter them by",
          "add aws.role_name_identification");
    }
  }

  private void proveOrganizations() {
    OrganizationsSection organizations = aws.organizations();
    if (!organizations.enabled() && organizations.hasRules()) {
      warn(
          "aws.organizations",
          " has rules, but the organization is not asked",
          "write enabled: true, or remove them");
    }
    boolean lacksRole =
        organizations.include().isEmpty()
            || organizations.include().stream()
                .anyMatch(rule -> rule.identificationRole().isEmpty());
    if (organizations.enabled() && aws.identificationRole().isEmpty() && lacksRole) {
      warn(
          "aws.organizations",
          " is on, but there is no role to enter its accounts by",
          "add aws.role_name_identification");
    }
  }

  private void proveRegions() {
    if (aws.regions().filter(List::isEmpty).isPresent()) {
      warn("aws.regions", " is empty: no region is looked at", "remove it for all enabled regions");
    }
  }

  private void proveAcceptedGaps() {
    aws.acceptedGaps().stream()
        .filter(gap -> !gap.isActive(now))
        .forEach(
            gap ->
                warn(
                    "aws.accepted_gaps",
                    ": the gap of " + Shown.visible(gap.about()) + " has ended",
                    "it is read again and counts; remove or renew it"));
  }

  /** Two checks in one table would resolve each other's issues. */
  private void proveTables() {
    Map<String, List<String>> keysByTable = new TreeMap<>();
    for (CheckSection check : checks) {
      keysByTable
          .computeIfAbsent(check.table(), _ -> new ArrayList<>())
          .add(check.check() + ".ddb.table_name");
    }
    for (String key : List.of("api.ddb.table_name", "credentials.ddb.table_name")) {
      document
          .node(key)
          .flatMap(Word::textOf)
          .ifPresent(table -> keysByTable.computeIfAbsent(table, _ -> new ArrayList<>()).add(key));
    }
    keysByTable.forEach(this::proveTable);
  }

  private void proveTable(String table, List<String> keys) {
    List<String> written =
        keys.stream()
            .filter(key -> document.node(key).isPresent())
            .sorted(Comparator.comparingInt(key -> document.placeOf(key).line()))
            .toList();
    Optional<String> byDefault = keys.stream().filter(key -> !written.contains(key)).findFirst();
    if (keys.size() < 2 || written.isEmpty()) {
      return;
    }
    String first = byDefault.orElse(written.getFirst());
    for (String key : written) {
      if (!key.equals(first)) {
        problems.error(
            document.node(key).map(Node::at).orElse(document.placeOf(key)),
            key,
            key + ": " + Shown.quoted(table) + " is already the table of " + first,
            "give each its own");
      }
    }
  }

  private void proveScope(CheckSection check) {
    String id = check.check();
    proveKnown(id + ".accounts");
    proveKnown(id + ".ignore_accounts");
    proveKnown(id + ".remediation_accounts");
    if (check.accounts().filter(List::isEmpty).isPresent()) {
      warn(
          id + ".accounts",
          " is empty: the check looks at no account",
          "remove it for all accounts, or write enabled: false");
    } else if (check.accounts().filter(check.ignoreAccounts()::containsAll).isPresent()) {
      warn(
          id + ".ignore_accounts",
          " takes out all of " + id + ".accounts",
          "the check looks at no account; write enabled: false if that is meant");
    }
    if (check.remediationAccounts().filter(List::isEmpty).isPresent()) {
      warn(
          id + ".remediation_accounts",
          " is empty: nothing is fixed",
          "remove it for all accounts, or write remediation: false");
    }
  }

  /** Accounts in lists of checks that the configuration does not know. */
  private void proveKnown(String key) {
    if (aws.accounts().isEmpty()
        || aws.organizations().enabled()
        || !(document.node(key).orElse(null) instanceof Node.Items(_, List<Node> nodes, _))) {
      return;
    }
    for (int i = 0; i < nodes.size(); i++) {
      String at = key + "[" + i + "]";
      Node node = nodes.get(i);
      Word.textOf(node)
          .filter(AccountId::isValid)
          .filter(id -> !aws.accounts().containsKey(AccountId.of(id)))
          .ifPresent(
              id ->
                  problems.warning(
                      node.at(),
                      at,
                      at + ": account " + id + " is not in aws.accounts",
                      "add it there or remove it here"));
    }
  }

  private void proveRemediation(CheckSection check) {
    String key = check.check() + ".remediation";
    if (!check.reporting()) {
      warn(key, " without reporting would never act", "write reporting: true, too");
    }
    if (document.node(check.check() + ".remediation_retention_period").isEmpty()) {
      warn(
          key,
          " waits " + CheckKeys.USUAL_RETENTION + " days after the report",
          "write remediation_retention_period to say how long");
    }
    if (BACKED_UP.contains(check.check()) && aws.backupBucket().isEmpty()) {
      warn(key, " has nowhere to put before-images", "add aws.s3_backup_bucket");
    }
  }

  private void warn(String key, String message, String remedy) {
    problems.warning(document.placeOf(key), key, key + message, remedy);
  }
}
