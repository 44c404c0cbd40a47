package dev.hammer.app.whitelisting;

import dev.hammer.app.CommandFailure;
import dev.hammer.app.checks.CheckDesk;
import dev.hammer.app.config.AwsSection;
import dev.hammer.app.issues.IssueDesk;
import dev.hammer.checks.Catalogue;
import dev.hammer.core.filter.DidYouMean;
import dev.hammer.core.issue.Issue;
import dev.hammer.core.issue.IssueQuery;
import dev.hammer.core.issue.Status;
import dev.hammer.core.issue.Store;
import dev.hammer.core.resource.AccountId;
import dev.hammer.core.scan.SliceState;
import dev.hammer.core.whitelist.WhitelistEntry;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Makes entries of what people ask to accept, and proves them; nothing is kept yet. */
public final class WhitelistDrafts {
  private final AwsSection aws;
  private final Store store;
  private final IssueDesk issues;
  private final InstantSource clock;
  private final Supplier<String> ids;

  public WhitelistDrafts(
      AwsSection aws, Store store, IssueDesk issues, InstantSource clock, Supplier<String> ids) {
    this.aws = aws;
    this.store = store;
    this.issues = issues;
    this.clock = clock;
    this.ids = ids;
  }

  /**
   * The entry that was asked for.
   *
   * @throws CommandFailure if something asked for makes no sense
   */
  public WhitelistEntry draft(WhitelistRequest request) {
    Instant now = clock.instant();
    Optional<Instant> end = Ending.of(request.expires(), now);
    String reason = said("--reason", request.reason());
    String owner = said("--owner", request.owner());
    Subject subject = subject(request);
    return new WhitelistEntry(
        "w-" + ids.get(),
        subject.check(),
        subject.account().id(),
        subject.resource(),
        reason,
        owner,
        request.ticket().map(ticket -> said("--ticket", ticket)),
        now,
        end,
        WhitelistEntry.STORE);
  }

  /** What an entry is about. */
  private record Subject(String check, AccountId account, String resource) {}

  private Subject subject(WhitelistRequest request) {
    if (request.resource().isEmpty()) {
      return subject(issue(request.subject()), request.account());
    }
    String check = CheckDesk.info(request.subject()).id();
    String resource = said("the resource", request.resource().get());
    AccountId account =
        request.account().map(this::named).orElseGet(() -> onlyAccount(check, resource));
    return new Subject(check, account, resource);
  }

  private Issue issue(String name) {
    if (Catalogue.check(name).isPresent()) {
      throw usage(
          "whitelist.resource",
          name + " is a check: which resource is accepted?",
          "Write: hammer whitelist add " + name + " RESOURCE, or the ref of an issue alone");
    }
    return issues.find(name);
  }

  private Subject subject(Issue issue, Optional<String> account) {
    if (account.map(this::named).filter(id -> !id.equals(issue.key().account())).isPresent()) {
      throw usage(
          "whitelist.account",
          issue.ref().shown() + " is an issue of account " + issue.key().account(),
          "Leave out --account");
    }
    return new Subject(issue.key().check(), issue.key().account(), issue.resource().id());
  }

  private AccountId named(String text) {
    if (AccountId.isValid(text)) {
      return AccountId.of(text);
    }
    return aws.accounts().entrySet().stream()
        .filter(entry -> entry.getValue().equalsIgnoreCase(text))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow(() -> notInScope(text));
  }

  private CommandFailure notInScope(String text) {
    String near =
        DidYouMean.of(text, aws.accounts().values())
            .map(name -> "; did you mean " + name + "?")
            .orElse("");
    return usage(
        "scope.account",
        "--account: \"" + text + "\" is no account in scope" + near,
        aws.accounts().isEmpty()
            ? "Write its id of 12 digits"
            : "In scope: " + shown(aws.accounts().keySet()) + "; or write an id of 12 digits");
  }

  /** The one account there is, or the one in which the resource has issues. */
  private AccountId onlyAccount(String check, String resource) {
    SortedSet<AccountId> concerned = accountsOf(check, resource);
    if (concerned.isEmpty()) {
      concerned.addAll(aws.accounts().keySet());
    }
    if (concerned.isEmpty()) {
      store.slices().stream().map(SliceState::slice).forEach(s -> concerned.add(s.account()));
    }
    if (concerned.size() == 1) {
      return concerned.first();
    }
    throw usage(
        "whitelist.account",
        "In which account is " + resource + "?",
        concerned.isEmpty()
            ? "Add: --account ID"
            : "Add --account with one of: " + shown(concerned));
  }

  private SortedSet<AccountId> accountsOf(String check, String resource) {
    WhitelistEntry anywhere =
        new WhitelistEntry(
            "",
            check,
            "*",
            resource,
            "",
            "",
            Optional.empty(),
            clock.instant(),
            Optional.empty(),
            WhitelistEntry.STORE);
    List<Issue> covered = new ArrayList<>();
    store.query(
        IssueQuery.ALL
            .withChecks(Set.of(check))
            .withStatuses(Set.of(Status.OPEN, Status.WHITELISTED)),
        issue -> {
          if (anywhere.covers(check, issue.resource())) {
            covered.add(issue);
          }
        });
    return covered.stream()
        .map(issue -> issue.key().account())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private String shown(Set<AccountId> accounts) {
    return accounts.stream()
        .map(id -> aws.nameOf(id).map(name -> name + " (" + id + ")").orElse(id.id()))
        .collect(Collectors.joining(", "));
  }

  private static String said(String what, String text) {
    if (text.isBlank()) {
      throw usage("whitelist.blank", what + " is empty", "Say it in a few words");
    }
    return text.strip();
  }

  private static CommandFailure usage(String code, String message, String remedy) {
    return new CommandFailure(CommandFailure.Kind.USAGE, code, message, remedy);
  }
}
