package dev.hammer.app.config;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** One field of a schedule. */
record CronField(String name, int min, int max, List<String> words) {
  private static final Pattern STEPPED = Pattern.compile("([^/]+)(/[1-9][0-9]{0,2})?");

  boolean accepts(String field) {
    return List.of(field.split(",", -1)).stream().allMatch(this::acceptsPart);
  }

  private boolean acceptsPart(String part) {
    var stepped = STEPPED.matcher(part);
    if (!stepped.matches()) {
      return false;
    }
    String range = stepped.group(1);
    if (range.equals("*") || range.equals("?")) {
      return true;
    }
    String[] ends = range.split("-", -1);
    return ends.length <= 2 && List.of(ends).stream().allMatch(this::isValue);
  }

  private boolean isValue(String word) {
    if (words.contains(word.toLowerCase(Locale.ROOT))) {
      return true;
    }
    return word.matches("[0-9]{1,2}")
        && Integer.parseInt(word) >= min
        && Integer.parseInt(word) <= max;
  }
}
