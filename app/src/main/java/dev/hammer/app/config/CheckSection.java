package dev.hammer.app.config;

import dev.hammer.core.check.Settings;
import dev.hammer.core.resource.AccountId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The section of one check.
 *
 * @param check id of the check
 * @param accounts the only accounts it is for; absent means all
 * @param ignoreAccounts taken out everywhere
 * @param remediationAccounts the only accounts it may fix; absent means all
 * @param reporting whether its issues are told by schedule
 * @param remediation whether its issues are fixed by schedule
 * @param retention how long after the report a scheduled fix waits
 * @param table its DynamoDB table
 * @param topic its SNS topic, if there is one
 * @param labels labels of its tickets, if not the usual ones
 * @param slackLabel the name Slack shows
 * @param settings the values of its own settings
 */
public record CheckSection(
    String check,
    boolean enabled,
    Optional<List<AccountId>> accounts,
    List<AccountId> ignoreAccounts,
    Optional<List<AccountId>> remediationAccounts,
    boolean reporting,
    boolean remediation,
    Duration retention,
    String table,
    Optional<String> topic,
    List<String> labels,
    Optional<String> slackLabel,
    Settings settings) {

  public CheckSection {
    accounts = accounts.map(List::copyOf);
    ignoreAccounts = List.copyOf(ignoreAccounts);
    remediationAccounts = remediationAccounts.map(List::copyOf);
    labels = List.copyOf(labels);
  }

  /** Whether the check is on and looks at this account. */
  public boolean covers(AccountId account) {
    return enabled && concerns(account);
  }

  /** Whether the check looks at this account once it is on. */
  public boolean concerns(AccountId account) {
    return accounts.map(only -> only.contains(account)).orElse(true)
        && !ignoreAccounts.contains(account);
  }
}
