package dev.hammer.core.whitelist;

import dev.hammer.core.resource.AccountId;

/** In which accounts a risk is accepted. */
public sealed interface AccountScope {
  /** Goes before the id of a unit wherever one is written. */
  String UNIT = "ou:";

  /** Those whose id matches a pattern; {@code *} stands for any text. */
  record Ids(String glob) implements AccountScope {
    @Override
    public Match holds(AccountId account, Units units) {
      return Match.of(Glob.of(glob).matches(account.id()));
    }

    @Override
    public String toString() {
      return glob;
    }
  }

  /** Those in an organizational unit, or the root, and in all units below it. */
  record Below(String unit) implements AccountScope {
    @Override
    public Match holds(AccountId account, Units units) {
      return units.places(account, unit);
    }

    @Override
    public String toString() {
      return UNIT + unit;
    }
  }

  /** What {@code toString} wrote: an id, a pattern of ids, or {@code ou:ID}. */
  static AccountScope parse(String text) {
    return text.startsWith(UNIT) ? new Below(text.substring(UNIT.length())) : new Ids(text);
  }

  /** Whether the account is one of them. */
  Match holds(AccountId account, Units units);
}
