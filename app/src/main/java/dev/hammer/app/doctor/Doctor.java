package dev.hammer.app.doctor;

import dev.hammer.app.CommandFailure;
import dev.hammer.app.Workspace;
import dev.hammer.app.config.CheckSection;
import dev.hammer.app.config.LoadedConfig;
import dev.hammer.app.scan.Accounts;
import dev.hammer.app.scan.IdentityFailure;
import dev.hammer.app.scan.OrganizationFailure;
import dev.hammer.app.scan.Readiness;
import dev.hammer.app.scan.Roster;
import dev.hammer.app.scan.Target;
import dev.hammer.aws.AwsConnection;
import dev.hammer.aws.Budget;
import dev.hammer.aws.CallLog;
import dev.hammer.aws.CallerIdentity;
import dev.hammer.core.issue.StoreException;
import dev.hammer.core.reading.UnreadableException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Proves, each by itself: configuration, store, identity, and every account's role. */
public final class Doctor {
  static final String CONFIG = "config";
  static final String STORE = "store";
  static final String IDENTITY = "identity";
  static final String ACCOUNTS = "accounts";
  static final String ACTIONS = "actions";

  /** What is looked at unless something else was asked for, in order. */
  public static final List<String> USUAL = List.of(CONFIG, STORE, IDENTITY, ACCOUNTS);

  /** What can be looked at, in order: also each action in each account. */
  public static final List<String> NAMES = List.of(CONFIG, STORE, IDENTITY, ACCOUNTS, ACTIONS);

  private final Workspace workspace;
  private final Budget budget;

  /**
   * Prepares to examine.
   *
   * @param workspace one whose configuration may have errors
   */
  public Doctor(Workspace workspace) {
    this(workspace, Budget.THIRD);
  }

  /** With another share of the rates that AWS publishes. */
  public Doctor(Workspace workspace, Budget budget) {
    this.workspace = workspace;
    this.budget = budget;
  }

  /**
   * Examines what was asked for.
   *
   * @throws CommandFailure if an account was asked for that is not in scope
   */
  public Diagnosis examine(Examination asked) {
    List<Proven> proven = new ArrayList<>();
    PermissionTrial trial = new PermissionTrial(workspace.configuration());
    if (asked.wants(CONFIG)) {
      proven.add(configuration());
    }
    if (asked.wants(STORE)) {
      proven.add(store());
    }
    if (asked.wants(IDENTITY) || asked.wants(ACCOUNTS) || asked.wants(ACTIONS)) {
      aws(asked, proven, trial);
    }
    return new Diagnosis(proven, trial.results());
  }

  private void aws(Examination asked, List<Proven> proven, PermissionTrial trial) {
    if (asked.offline()) {
      Stream.of(IDENTITY, ACCOUNTS, ACTIONS)
          .filter(asked::wants)
          .forEach(name -> proven.add(Proven.skip(name, "not asked (--offline)")));
      return;
    }
    AwsConnection connection;
    try {
      connection = workspace.connect(CallLog.NONE, budget);
    } catch (CommandFailure noAddress) {
      proven.add(Proven.fail(IDENTITY, noAddress));
      skip(asked, proven, "not tried without an identity");
      return;
    }
    try (AwsConnection aws = connection) {
      Optional<CallerIdentity> identity = identity(aws, asked, proven);
      if (identity.isEmpty()) {
        skip(asked, proven, "not tried without an identity");
      } else if (workspace.loaded().hasErrors()) {
        skip(asked, proven, "not tried while the configuration has errors");
      } else if (asked.wants(ACCOUNTS) || asked.wants(ACTIONS)) {
        Accounts accounts = new Accounts(workspace.configuration(), aws);
        Proven found = accounts(accounts, asked, identity.get(), trial);
        if (asked.wants(ACCOUNTS) || found.state() == Proven.State.FAIL) {
          proven.add(found);
        }
        if (asked.wants(ACTIONS)) {
          proven.add(trial.proven());
        }
      }
    }
  }

  private static void skip(Examination asked, List<Proven> proven, String why) {
    Stream.of(ACCOUNTS, ACTIONS)
        .filter(asked::wants)
        .forEach(name -> proven.add(Proven.skip(name, why)));
  }

  private Proven configuration() {
    LoadedConfig loaded = workspace.loaded();
    String file = loaded.file().map(Object::toString).orElse("none, built-in defaults");
    if (loaded.hasErrors()) {
      return Proven.fail(
          CONFIG,
          CommandFailure.Kind.USAGE,
          file + "   " + counted(loaded.errors().size(), "error"),
          "hammer config validate");
    }
    long on = loaded.configuration().checks().stream().filter(CheckSection::enabled).count();
    String text = file + "   " + counted(on, "check") + " on";
    return loaded.warnings().isEmpty()
        ? Proven.ok(CONFIG, text)
        : Proven.ok(
            CONFIG,
            text
                + "   "
                + counted(loaded.warnings().size(), "warning")
                + ": hammer config validate");
  }

  private Proven store() {
    try {
      return Proven.ok(
          STORE, workspace.store().uri() + "   " + StoreWords.of(workspace.store().health()));
    } catch (StoreException failed) {
      return Proven.fail(
          STORE, CommandFailure.Kind.USAGE, String.valueOf(failed.getMessage()), failed.remedy());
    } catch (CommandFailure failed) {
      return Proven.fail(STORE, failed);
    }
  }

  /** Whoever needs the identity is told why there is none, asked for or not. */
  private static Optional<CallerIdentity> identity(
      AwsConnection aws, Examination asked, List<Proven> proven) {
    try {
      CallerIdentity identity = aws.identity();
      if (asked.wants(IDENTITY)) {
        String until = identity.expires().map(at -> "   expires " + at).orElse("");
        proven.add(Proven.ok(IDENTITY, identity.arn() + until));
      }
      return Optional.of(identity);
    } catch (UnreadableException unreadable) {
      proven.add(Proven.fail(IDENTITY, IdentityFailure.of(unreadable.failure(), aws)));
      return Optional.empty();
    }
  }

  private Proven accounts(
      Accounts accounts, Examination asked, CallerIdentity identity, PermissionTrial trial) {
    Roster roster;
    try {
      roster = accounts.roster(identity, unitsOfWhitelist());
    } catch (CommandFailure failed) {
      return Proven.fail(ACCOUNTS, failed);
    }
    List<Target> targets = accounts.chosen(roster, asked.accounts(), asked.notAccounts(), identity);
    try {
      return accounts(
          roster,
          asked.wants(ACTIONS)
              ? accounts.visit(targets, identity, trial)
              : accounts.tryAll(targets, identity));
    } catch (CommandFailure failed) {
      return Proven.fail(ACCOUNTS, failed);
    }
  }

  /** Units that entries of the whitelist name; without the store, those that files name. */
  private Set<String> unitsOfWhitelist() {
    Instant now = workspace.clock().instant();
    try {
      return workspace.whitelist().whitelist().unitsNamed(now);
    } catch (StoreException | CommandFailure _) {
      return workspace.configuration().whitelist().unitsNamed(now);
    }
  }

  private static Proven accounts(Roster roster, List<Readiness> all) {
    List<Proven.Part> lost = new ArrayList<>();
    roster
        .unread()
        .ifPresent(
            why ->
                lost.add(
                    new Proven.Part(
                        OrganizationFailure.text(why), OrganizationFailure.remedy(why))));
    if (roster.unread().isEmpty()) {
      roster
          .unitsUnread()
          .ifPresent(
              why ->
                  lost.add(
                      new Proven.Part(
                          OrganizationFailure.text(why)
                              + ": whitelist entries by unit accept nothing new",
                          OrganizationFailure.remedy(why))));
    }
    all.stream()
        .filter(one -> !one.isReady())
        .forEach(one -> lost.add(new Proven.Part(one.text(), one.remedy())));
    String ready =
        all.stream().filter(Readiness::isReady).count()
            + " of "
            + all.size()
            + " ready"
            + skipped(roster);
    return lost.isEmpty()
        ? Proven.ok(ACCOUNTS, ready)
        : Proven.fail(ACCOUNTS, CommandFailure.Kind.INCOMPLETE, ready, "").with(lost);
  }

  private static String skipped(Roster roster) {
    return roster.skipped().isEmpty()
        ? ""
        : "   skipped: "
            + roster.skipped().stream()
                .map(one -> one.shown() + " " + one.why())
                .collect(Collectors.joining(", "));
  }

  private static String counted(long number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }
}
