package dev.hammer.core.whitelist;

import dev.hammer.core.resource.Tags;
import dev.hammer.core.value.Value;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The tags a resource must carry, all of them.
 *
 * @param values by key, a pattern of the value; {@code *} stands for any text, even none
 */
public record TagScope(SortedMap<String, String> values) {
  /** Whatever the tags are. */
  public static final TagScope ANY = new TagScope(new TreeMap<>());

  public TagScope {
    values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
  }

  public static TagScope of(Map<String, String> values) {
    return new TagScope(new TreeMap<>(values));
  }

  /** What {@link #toValue} wrote. */
  public static TagScope read(Value.Fields fields) {
    SortedMap<String, String> values = new TreeMap<>();
    for (Value.Field field : fields.fields()) {
      values.put(field.name(), ((Value.Text) field.value()).text());
    }
    return new TagScope(values);
  }

  /** As fields, every pattern as it is. */
  public Value.Fields toValue() {
    Value.Builder fields = Value.fields();
    values.forEach(fields::put);
    return fields.build();
  }

  public boolean isAny() {
    return values.isEmpty();
  }

  /**
   * Whether a resource with these tags is meant.
   *
   * @param tags absent if they could not be read
   */
  Match holds(Optional<Tags> tags) {
    return isAny() ? Match.YES : tags.map(known -> Match.of(carries(known))).orElse(Match.UNKNOWN);
  }

  private boolean carries(Tags tags) {
    return values.entrySet().stream()
        .allMatch(
            wanted ->
                tags.get(wanted.getKey()).filter(Glob.of(wanted.getValue())::matches).isPresent());
  }

  /** {@code tag:env=dev tag:team=pay*}, or nothing. */
  @Override
  public String toString() {
    return values.entrySet().stream()
        .map(tag -> "tag:" + tag.getKey() + "=" + tag.getValue())
        .collect(Collectors.joining(" "));
  }
}
