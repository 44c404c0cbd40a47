package dev.hammer.app.doctor;

import dev.hammer.app.CommandFailure;
import dev.hammer.app.Workspace;
import dev.hammer.app.config.CheckSection;
import dev.hammer.app.config.LoadedConfig;
import dev.hammer.app.scan.Accounts;
import dev.hammer.app.scan.IdentityFailure;
import dev.hammer.app.scan.Readiness;
import dev.hammer.aws.AwsConnection;
import dev.hammer.aws.CallLog;
import dev.hammer.aws.CallerIdentity;
import dev.hammer.core.issue.StoreException;
import dev.hammer.core.reading.UnreadableException;
import dev.hammer.core.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Proves, each by itself: configuration, store, identity, and every account's role. */
public final class Doctor {
  private final Workspace workspace;

  public Doctor(Workspace workspace) {
    this.workspace = workspace;
  }

  /**
   * Examines what was asked for.
   *
   * @param offline leave out what needs AWS
   */
  public List<Proven> examine(boolean offline) {
    List<Proven> proven = new ArrayList<>();
    proven.add(configuration());
    proven.add(store());
    if (offline) {
      proven.add(Proven.skip("identity", "not asked (--offline)"));
      proven.add(Proven.skip("accounts", "not asked (--offline)"));
      return proven;
    }
    try (AwsConnection aws = workspace.connect(CallLog.NONE)) {
      Optional<CallerIdentity> identity = identity(aws, proven);
      if (identity.isEmpty()) {
        proven.add(Proven.skip("accounts", "not tried without an identity"));
      } else {
        accounts(aws, identity.get(), proven);
      }
    }
    return proven;
  }

  private Proven configuration() {
    LoadedConfig loaded = workspace.loaded();
    String file = loaded.file().map(Object::toString).orElse("none, built-in defaults");
    long on = loaded.configuration().checks().stream().filter(CheckSection::enabled).count();
    String text = file + "   " + on + " checks on";
    if (loaded.hasErrors()) {
      return Proven.fail(
          "config",
          file + "   " + counted(loaded.errors().size(), "error"),
          "hammer config validate");
    }
    return loaded.warnings().isEmpty()
        ? Proven.ok("config", text)
        : Proven.ok(
            "config",
            text
                + "   "
                + counted(loaded.warnings().size(), "warning")
                + ": hammer config validate");
  }

  private Proven store() {
    try {
      Value.Fields health = workspace.store().health();
      StringBuilder text = new StringBuilder(workspace.store().uri());
      health
          .fields()
          .forEach(
              f ->
                  text.append("   ")
                      .append(f.name().replace('_', ' '))
                      .append(' ')
                      .append(words(f.value())));
      return Proven.ok("store", text.toString());
    } catch (StoreException failed) {
      return Proven.fail("store", String.valueOf(failed.getMessage()), failed.remedy());
    } catch (CommandFailure failed) {
      return Proven.fail("store", String.valueOf(failed.getMessage()), failed.remedy());
    }
  }

  private static Optional<CallerIdentity> identity(AwsConnection aws, List<Proven> proven) {
    try {
      CallerIdentity identity = aws.identity();
      String until = identity.expires().map(at -> ", expires " + at).orElse("");
      proven.add(Proven.ok("identity", identity.arn() + until));
      return Optional.of(identity);
    } catch (UnreadableException unreadable) {
      CommandFailure failure = IdentityFailure.of(unreadable.failure(), aws);
      proven.add(Proven.fail("identity", String.valueOf(failure.getMessage()), failure.remedy()));
      return Optional.empty();
    }
  }

  private void accounts(AwsConnection aws, CallerIdentity identity, List<Proven> proven) {
    try {
      List<Readiness> all = new Accounts(workspace.configuration(), aws).tryAll(identity);
      List<Readiness> lost = all.stream().filter(r -> !r.isReady()).toList();
      String ready = (all.size() - lost.size()) + " of " + all.size() + " ready";
      if (lost.isEmpty()) {
        proven.add(Proven.ok("accounts", ready));
        return;
      }
      proven.add(Proven.fail("accounts", ready, ""));
      lost.forEach(r -> proven.add(Proven.fail("account", r.text(), r.remedy())));
    } catch (CommandFailure failed) {
      proven.add(Proven.fail("accounts", String.valueOf(failed.getMessage()), failed.remedy()));
    }
  }

  private static String words(Value value) {
    return switch (value) {
      case Value.Text(String text) -> text;
      case Value.Num(var number) -> number.toPlainString();
      case Value.Flag(boolean flag) -> flag ? "yes" : "no";
      case Value.Absent _, Value.Items _, Value.Fields _ -> "-";
    };
  }

  private static String counted(int number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }
}
