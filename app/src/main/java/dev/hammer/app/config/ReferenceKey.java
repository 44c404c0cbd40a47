package dev.hammer.app.config;

import dev.hammer.core.value.Value;

/**
 * What there is to know of one key of the configuration.
 *
 * @param key with its section; {@code CHECK} stands for the id of any check
 * @param type flag, number, text, list or object
 * @param form what a value looks like, with its range
 * @param fallback the value when the key is absent; absent if there is none
 * @param otherwise what holds when there is neither key nor fallback, in a few words
 * @param about what it means
 * @param example a value somebody could write, in YAML on one line
 * @param predecessor whether the predecessor had it, on any of its branches
 * @param used whether anything follows from it; else its value is proved, and that is all
 */
public record ReferenceKey(
    String key,
    String type,
    String form,
    Value fallback,
    String otherwise,
    String about,
    String example,
    boolean predecessor,
    boolean used) {

  static ReferenceKey of(Key<?> key) {
    return new ReferenceKey(
        key.path(),
        typeOf(key.example()),
        key.kind().form(),
        key.shownFallback(),
        key.otherwise(),
        key.about(),
        key.example(),
        key.standing() != Key.Standing.OWN,
        key.standing() != Key.Standing.PROVED);
  }

  /** The default in words: a value, or what holds instead. */
  public String usually() {
    boolean isSaid = !otherwise.equals("none");
    return fallback instanceof Value.Absent || isSaid ? otherwise : Yaml.flow(fallback);
  }

  /** Whose it is and what it does, in a few words. */
  public String standing() {
    String whose = predecessor ? "the predecessor's" : "Hammer's";
    return used ? whose : whose + ", checked and not used yet";
  }

  private static String typeOf(String example) {
    return switch (YamlTree.read(example, "example", new Problems())) {
      case Node.Scalar(_, Value.Flag _, _) -> "flag";
      case Node.Scalar(_, Value.Num _, _) -> "number";
      case Node.Scalar _ -> "text";
      case Node.Items _ -> "list";
      case Node.Fields _ -> "object";
    };
  }
}
