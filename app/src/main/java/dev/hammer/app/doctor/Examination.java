package dev.hammer.app.doctor;

import dev.hammer.app.CommandFailure;
import dev.hammer.core.filter.DidYouMean;
import java.util.ArrayList;
import java.util.List;

/**
 * What the doctor is asked for.
 *
 * @param offline leave out what needs AWS
 * @param only names of what to look at; empty means the usual
 * @param accounts ids, names, globs, units or tags of the accounts to try; empty means all
 * @param notAccounts the same, left out
 */
public record Examination(
    boolean offline, List<String> only, List<String> accounts, List<String> notAccounts) {
  /** Leaves no account out. */
  public Examination(boolean offline, List<String> only, List<String> accounts) {
    this(offline, only, accounts, List.of());
  }

  public Examination {
    only = List.copyOf(only);
    accounts = List.copyOf(accounts);
    notAccounts = List.copyOf(notAccounts);
    only.stream()
        .filter(name -> !Doctor.NAMES.contains(name))
        .findFirst()
        .ifPresent(Examination::refuse);
  }

  /** The same, and each action in each account. */
  public Examination deep() {
    List<String> more = new ArrayList<>(only.isEmpty() ? Doctor.USUAL : only);
    more.add(Doctor.ACTIONS);
    return new Examination(offline, more, accounts, notAccounts);
  }

  boolean wants(String name) {
    return (only.isEmpty() ? Doctor.USUAL : only).contains(name);
  }

  private static void refuse(String name) {
    String near =
        DidYouMean.of(name, Doctor.NAMES).map(word -> "; did you mean " + word + "?").orElse("");
    throw new CommandFailure(
        CommandFailure.Kind.USAGE,
        "doctor.only",
        "--only: \"" + name + "\" is nothing the doctor looks at" + near,
        "Valid: " + String.join(", ", Doctor.NAMES));
  }
}
