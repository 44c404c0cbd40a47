package dev.hammer.cli.command;

import dev.hammer.aws.CallLog;
import dev.hammer.cli.Door;
import dev.hammer.cli.GlobalOptions;
import dev.hammer.core.reading.ApiCall;
import java.util.Locale;

/** With {@code -vv}, shows every AWS call: where, name, time, result; no parameters, no secrets. */
record CallTrace(Door door) implements CallLog {
  private static final int EVERYTHING = 2;

  /** Whether calls are shown. */
  static boolean isOn(GlobalOptions options) {
    return options.verbosity() >= EVERYTHING;
  }

  @Override
  public void ended(String account, String region, ApiCall call, long nanos, String outcome) {
    if (isOn(door.options())) {
      door.say(
          String.format(
              Locale.ROOT, "%s %s %s %.0f ms %s", account, region, call, nanos / 1e6, outcome));
    }
  }
}
