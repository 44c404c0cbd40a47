package dev.hammer.app.whitelisting;

import dev.hammer.app.CommandFailure;
import dev.hammer.app.config.AccountPattern;
import dev.hammer.app.issues.Books;
import dev.hammer.core.filter.DidYouMean;
import dev.hammer.core.issue.Issue;
import dev.hammer.core.issue.Store;
import dev.hammer.core.resource.AccountId;
import dev.hammer.core.scan.SliceState;
import dev.hammer.core.whitelist.AccountScope;
import dev.hammer.core.whitelist.TagScope;
import dev.hammer.core.whitelist.WhitelistScope;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Understands in which accounts something is to be accepted. */
public final class ScopeAccounts {
  private static final int NAMED = 20;

  private final Set<AccountId> scope;
  private final Store store;
  private final Books books;

  /**
   * Prepares to understand.
   *
   * @param scope the accounts that the configuration names
   */
  public ScopeAccounts(Set<AccountId> scope, Store store, Books books) {
    this.scope = Set.copyOf(scope);
    this.store = store;
    this.books = books;
  }

  /**
   * The accounts that were asked for; if none were, the one there is, or in which the resource has
   * issues.
   *
   * @throws CommandFailure if there is no such account, or if several may be meant
   */
  AccountScope asked(WhitelistRequest request, String check, String resource, TagScope tags) {
    if (request.unit().isPresent() && request.account().isPresent()) {
      throw Said.usage(
          "whitelist.account",
          "--account and --ou both say where",
          "Leave one out: an account is in a unit or not");
    }
    return request
        .unit()
        .map(ScopeAccounts::unit)
        .or(() -> request.account().map(this::account))
        .orElseGet(() -> new AccountScope.Ids(onlyAccount(check, resource, tags).id()));
  }

  /** Refuses an account other than that of the issue. */
  void refuseOther(Issue issue, Optional<String> account) {
    AccountScope own = new AccountScope.Ids(issue.key().account().id());
    if (account.map(this::account).filter(where -> !where.equals(own)).isPresent()) {
      throw Said.usage(
          "whitelist.account",
          issue.ref().shown() + " is an issue of account " + issue.key().account(),
          "Leave out --account");
    }
  }

  private static AccountScope unit(String text) {
    String id = text.startsWith(AccountScope.UNIT) ? text : AccountScope.UNIT + text;
    return AccountPattern.parse(id)
        .map(_ -> AccountScope.parse(id))
        .orElseThrow(
            () ->
                Said.usage(
                    "whitelist.account",
                    "--ou: \"" + text + "\" is no id of a unit",
                    "Write it as in --ou ou-ab12-cdef3456, or r-ab12 for the root"));
  }

  private AccountScope account(String text) {
    if (AccountId.isValid(text)) {
      return new AccountScope.Ids(text);
    }
    if (text.startsWith(AccountScope.UNIT)
        || AccountPattern.parse(text).filter(AccountPattern.Unit.class::isInstance).isPresent()) {
      return unit(text);
    }
    return text.contains("*") ? pattern(text) : new AccountScope.Ids(named(text).id());
  }

  /** Names change, and whoever owns the account changes them: a pattern is one of ids. */
  private static AccountScope pattern(String text) {
    if (text.chars().allMatch(c -> c == '*' || (c >= '0' && c <= '9'))) {
      return new AccountScope.Ids(text);
    }
    throw Said.usage(
        "whitelist.account",
        "--account: \"" + text + "\" is no pattern of account ids",
        "Write * for every account, name one account, or name a unit: --ou ou-ab12-cdef3456");
  }

  private AccountId named(String text) {
    List<AccountId> named =
        books.accountNames().entrySet().stream()
            .filter(entry -> entry.getValue().equalsIgnoreCase(text))
            .map(Map.Entry::getKey)
            .toList();
    if (named.size() > 1) {
      throw Said.usage(
          "scope.account",
          "--account: \"" + text + "\" is the name of several accounts",
          "Write the id of one: " + shown(new TreeSet<>(named)));
    }
    return named.stream().findFirst().orElseThrow(() -> notInScope(text));
  }

  private CommandFailure notInScope(String text) {
    SortedMap<AccountId, String> names = books.accountNames();
    String near =
        DidYouMean.of(text, names.values()).map(name -> "; did you mean " + name + "?").orElse("");
    return Said.usage(
        "scope.account",
        "--account: \"" + text + "\" is no account in scope" + near,
        names.isEmpty()
            ? "Write its id of 12 digits"
            : "In scope: "
                + shown(new TreeSet<>(names.keySet()))
                + "; or write an id of 12 digits");
  }

  private AccountId onlyAccount(String check, String resource, TagScope tags) {
    SortedSet<AccountId> concerned = accountsOf(check, resource, tags);
    if (concerned.isEmpty()) {
      concerned.addAll(scope);
    }
    if (concerned.isEmpty()) {
      store.slices().stream().map(SliceState::slice).forEach(s -> concerned.add(s.account()));
    }
    if (concerned.size() == 1) {
      return concerned.first();
    }
    throw Said.usage(
        "whitelist.account",
        "In which account is " + resource + "?",
        concerned.isEmpty()
            ? "Say so: --account ID"
            : "Say so with --account: one of " + shown(concerned));
  }

  private SortedSet<AccountId> accountsOf(String check, String resource, TagScope tags) {
    WhitelistScope anywhere = new WhitelistScope(check, new AccountScope.Ids("*"), resource, tags);
    return new Matching(store, books.units())
        .live(anywhere).surely().stream()
            .map(issue -> issue.key().account())
            .collect(Collectors.toCollection(TreeSet::new));
  }

  private String shown(SortedSet<AccountId> accounts) {
    String first =
        accounts.stream().limit(NAMED).map(this::shown).collect(Collectors.joining(", "));
    int more = accounts.size() - NAMED;
    return more > 0 ? first + " and " + more + " more" : first;
  }

  private String shown(AccountId account) {
    String name = books.accountName(account);
    return name.isEmpty() ? account.id() : name + " (" + account + ")";
  }
}
