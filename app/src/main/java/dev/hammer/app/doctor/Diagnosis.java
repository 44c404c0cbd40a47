package dev.hammer.app.doctor;

import java.util.List;

/** All that the doctor found, in the order of the examination. */
public record Diagnosis(List<Proven> proven) {
  public Diagnosis {
    proven = List.copyOf(proven);
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
    return isLost(Doctor.ACCOUNTS)
        ? "these accounts stay unread, and their issues stay as they are"
        : "";
  }

  private boolean isLost(String name) {
    return failed().stream().anyMatch(one -> one.name().equals(name));
  }
}
