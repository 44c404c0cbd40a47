package dev.hammer.app.config;

import dev.hammer.core.whitelist.Glob;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which accounts are meant: by where they are in the organization, by a tag, by id or name. */
public sealed interface AccountPattern {
  /** What is said of a text that is none. */
  String FORMS = "write ou:ou-ab12-cdef3456, tag:KEY=VALUE, an account id, or a glob of names";

  /** As it is written. */
  String text();

  /** Those in an organizational unit, or the root, and in all units below it. */
  record Unit(String id) implements AccountPattern {
    private static final Pattern BARE = Pattern.compile("ou-[0-9a-z]{4,32}-[0-9a-z]{8,32}");
    private static final Pattern ROOT = Pattern.compile("r-[0-9a-z]{4,32}");

    @Override
    public String text() {
      return "ou:" + id;
    }
  }

  /** Those that carry a tag; the value may be a glob. */
  record Tag(String key, String value) implements AccountPattern {
    @Override
    public String text() {
      return "tag:" + key + "=" + value;
    }

    public boolean matches(String other) {
      return Glob.of(value).matches(other);
    }
  }

  /** Those whose id or name fits a glob, in any case. */
  record Named(String glob) implements AccountPattern {
    @Override
    public String text() {
      return glob;
    }

    public boolean matches(List<String> names) {
      Glob wanted = Glob.of(glob.toLowerCase(Locale.ROOT));
      return names.stream().anyMatch(name -> wanted.matches(name.toLowerCase(Locale.ROOT)));
    }
  }

  /** Reads a pattern; absent if it is none. */
  static Optional<AccountPattern> parse(String text) {
    if (text.startsWith("ou:")) {
      String id = text.substring("ou:".length());
      boolean isUnit = Unit.BARE.matcher(id).matches() || Unit.ROOT.matcher(id).matches();
      return isUnit ? Optional.of(new Unit(id)) : Optional.empty();
    }
    if (Unit.BARE.matcher(text).matches()) {
      return Optional.of(new Unit(text));
    }
    if (text.startsWith("tag:")) {
      int equals = text.indexOf('=');
      return equals > "tag:".length()
          ? Optional.of(
              new Tag(text.substring("tag:".length(), equals), text.substring(equals + 1)))
          : Optional.empty();
    }
    return text.isBlank() ? Optional.empty() : Optional.of(new Named(text));
  }
}
