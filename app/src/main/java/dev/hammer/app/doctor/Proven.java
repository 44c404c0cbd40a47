package dev.hammer.app.doctor;

import dev.hammer.app.CommandFailure;
import java.util.List;
import java.util.Optional;

/**
 * What the doctor found about one thing.
 *
 * @param name what was looked at, such as {@code store}
 * @param remedy what to do; empty where nothing is to be done, or where the parts say it
 * @param parts those of many that are not well, such as accounts
 * @param failure how a command would end for it; absent if it is well or was not looked at
 */
public record Proven(
    String name,
    State state,
    String text,
    String remedy,
    List<Part> parts,
    Optional<CommandFailure.Kind> failure) {
  public Proven {
    parts = List.copyOf(parts);
  }

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

  /** One of many that is not well. */
  public record Part(String text, String remedy) {}

  /** How many things are wrong with it. */
  public int problems() {
    return state == State.FAIL ? Math.max(1, parts.size()) : 0;
  }

  static Proven ok(String name, String text) {
    return new Proven(name, State.OK, text, "", List.of(), Optional.empty());
  }

  static Proven fail(String name, CommandFailure.Kind kind, String text, String remedy) {
    return new Proven(name, State.FAIL, text, remedy, List.of(), Optional.of(kind));
  }

  static Proven fail(String name, CommandFailure failure) {
    return fail(name, failure.kind(), String.valueOf(failure.getMessage()), failure.remedy());
  }

  static Proven skip(String name, String text) {
    return new Proven(name, State.SKIP, text, "", List.of(), Optional.empty());
  }

  Proven with(List<Part> all) {
    return new Proven(name, state, text, remedy, all, failure);
  }
}
