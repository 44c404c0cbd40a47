package dev.hammer.app.doctor;

/**
 * One line of the doctor.
 *
 * @param remedy what to do; empty where nothing is to be done
 */
public record Proven(String name, State state, String text, String remedy) {
  /** How it stands. */
  public enum State {
    OK("ok"),
    FAIL("FAIL"),
    SKIP("skip");

    private final String word;

    State(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }

  static Proven ok(String name, String text) {
    return new Proven(name, State.OK, text, "");
  }

  static Proven fail(String name, String text, String remedy) {
    return new Proven(name, State.FAIL, text, remedy);
  }

  static Proven skip(String name, String text) {
    return new Proven(name, State.SKIP, text, "");
  }
}
