package dev.hammer.cli.whitelist;

import dev.hammer.app.issues.Books;
import dev.hammer.cli.terminal.Visible;
import dev.hammer.cli.terminal.Words;
import dev.hammer.core.resource.AccountId;
import dev.hammer.core.whitelist.AccountScope;
import dev.hammer.core.whitelist.WhitelistEntry;
import dev.hammer.core.whitelist.WhitelistScope;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** One entry of the whitelist in words, the same on every screen. */
public record EntryWords(WhitelistEntry entry, Books books) {
  private static final String STAR = "*";

  /** What was set to 90 days is 90 days even if it took a moment. */
  private static final Duration GRACE = Duration.ofMinutes(5);

  /** {@code active}, {@code too broad} or {@code expired}. */
  public String state() {
    if (!entry.isActive(books.now())) {
      return "expired";
    }
    return entry.scope().isTooBroad() ? "too broad" : "active";
  }

  /** Check, resource with the tags it must carry, and accounts. */
  public String scope() {
    return scope(entry.scope(), books);
  }

  /** The same of what is no entry yet. */
  public static String scope(WhitelistScope scope, Books books) {
    return Visible.of(scope.check())
        + "  "
        + Visible.of(scope.what())
        + "  "
        + accounts(scope, books);
  }

  /** {@code prod-web (222222222222)}, {@code ou:ou-ab12-cdef3456} or {@code every account}. */
  public String accounts() {
    return accounts(entry.scope(), books);
  }

  private static String accounts(WhitelistScope scope, Books books) {
    String text = scope.accounts().toString();
    if (scope.accounts().equals(new AccountScope.Ids(STAR))) {
      return "every account";
    }
    return name(scope, books)
        .map(name -> Visible.of(name) + " (" + text + ")")
        .orElse(Visible.of(text));
  }

  /** The name alone, where there is little room. */
  String shortAccounts() {
    return Visible.of(name(entry.scope(), books).orElse(entry.scope().accounts().toString()));
  }

  /** {@code until 2027-02-22 (90 days)} or {@code for ever}. */
  public String until() {
    return entry.expires().map(this::until).orElse("for ever");
  }

  private String until(Instant end) {
    long days = Duration.between(books.now(), end).plus(GRACE).toDays();
    return "until "
        + Words.day(end)
        + " ("
        + (days == 0 ? "less than a day" : Words.count(days, "day"))
        + ")";
  }

  private static Optional<String> name(WhitelistScope scope, Books books) {
    return Optional.of(scope.accounts().toString())
        .filter(AccountId::isValid)
        .map(id -> books.accountName(AccountId.of(id)))
        .filter(name -> !name.isEmpty());
  }
}
