package dev.hammer.cli.whitelist;

import dev.hammer.app.issues.Books;
import dev.hammer.cli.terminal.Visible;
import dev.hammer.cli.terminal.Words;
import dev.hammer.core.resource.AccountId;
import dev.hammer.core.whitelist.AccountScope;
import dev.hammer.core.whitelist.WhitelistEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** One entry of the whitelist in words, the same on every screen. */
public record EntryWords(WhitelistEntry entry, Books books) {
  private static final String STAR = "*";

  /** {@code active}, {@code too broad} or {@code expired}. */
  public String state() {
    if (!entry.isActive(books.now())) {
      return "expired";
    }
    return entry.scope().isTooBroad() ? "too broad" : "active";
  }

  /** Check, resource with the tags it must carry, and accounts. */
  public String scope() {
    return Visible.of(entry.scope().check())
        + "  "
        + Visible.of(entry.scope().what())
        + "  "
        + accounts();
  }

  /** {@code prod-web (222222222222)}, {@code ou:ou-ab12-cdef3456} or {@code every account}. */
  public String accounts() {
    String text = entry.scope().accounts().toString();
    if (entry.scope().accounts().equals(new AccountScope.Ids(STAR))) {
      return "every account";
    }
    return name().map(name -> Visible.of(name) + " (" + text + ")").orElse(Visible.of(text));
  }

  /** The name alone, where there is little room. */
  String shortAccounts() {
    return Visible.of(name().orElse(entry.scope().accounts().toString()));
  }

  /** {@code until 2027-02-22 (90 days)} or {@code for ever}. */
  public String until() {
    return entry.expires().map(this::until).orElse("for ever");
  }

  private String until(Instant end) {
    long days = Duration.between(books.now(), end).toDays();
    return "until "
        + Words.day(end)
        + " ("
        + (days == 0 ? "less than a day" : Words.count(days, "day"))
        + ")";
  }

  private Optional<String> name() {
    String text = entry.scope().accounts().toString();
    return Optional.of(text)
        .filter(AccountId::isValid)
        .map(id -> books.accountName(AccountId.of(id)))
        .filter(name -> !name.isEmpty());
  }
}
