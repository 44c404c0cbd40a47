package dev.hammer.app.doctor;

import dev.hammer.app.permissions.AccountPermissions;
import java.util.List;

/**
 * All that the doctor found, in the order of the examination.
 *
 * @param permissions what each account allows, if every action was tried
 */
public record Diagnosis(List<Proven> proven, List<AccountPermissions> permissions) {
  public Diagnosis {
    proven = List.copyOf(proven);
    permissions = List.copyOf(permissions);
  }

  /** No action was tried. */
  public Diagnosis(List<Proven> proven) {
    this(proven, List.of());
  }

  /** What is not well. */
  public List<Proven> failed() {
    return proven.stream().filter(one -> one.state() == Proven.State.FAIL).toList();
  }

  /** How many things are wrong; each account counts. */
  public int problems() {
    return proven.stream().mapToInt(Proven::problems).sum();
  }

  /** What the worst of it costs until it is put right, to follow "until then"; empty if nothing. */
  public String cost() {
    if (isLost(Doctor.CONFIG)) {
      return "nothing that needs the configuration starts";
    }
    if (isLost(Doctor.STORE)) {
      return "nothing can be remembered, so no scan starts";
    }
    if (isLost(Doctor.IDENTITY)) {
      return "no account can be read";
    }
    if (isLost(Doctor.ACCOUNTS)) {
      return "these accounts stay unread, and their issues stay as they are";
    }
    return isLost(Doctor.ACTIONS) ? "blind checks decide nothing there" : "";
  }

  private boolean isLost(String name) {
    return failed().stream().anyMatch(one -> one.name().equals(name));
  }
}
