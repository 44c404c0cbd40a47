package dev.hammer.app.whitelisting;

import dev.hammer.app.CommandFailure;
import dev.hammer.app.checks.CheckDesk;
import dev.hammer.app.issues.Filters;
import dev.hammer.app.issues.IssueDesk;
import dev.hammer.checks.Catalogue;
import dev.hammer.core.check.CheckInfo;
import dev.hammer.core.filter.DidYouMean;
import dev.hammer.core.filter.Filter;
import dev.hammer.core.issue.Issue;
import dev.hammer.core.whitelist.AccountScope;
import dev.hammer.core.whitelist.Glob;
import dev.hammer.core.whitelist.TagScope;
import dev.hammer.core.whitelist.WhitelistScope;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Understands what people want to accept: which checks, resources, tags and accounts. */
public final class Scopes {
  private static final String ANYTHING = "*";

  /** More entries than this by one filter are a pattern that nobody has written down. */
  private static final int MOST_BY_FILTER = 200;

  private final IssueDesk issues;
  private final ScopeAccounts accounts;

  public Scopes(IssueDesk issues, ScopeAccounts accounts) {
    this.issues = issues;
    this.accounts = accounts;
  }

  /**
   * The scopes that were asked for: one, unless a filter selects several issues.
   *
   * @throws CommandFailure if something asked for makes no sense
   */
  public List<WhitelistScope> asked(WhitelistRequest request) {
    List<String> words = request.words();
    if (isFilter(words.getFirst())) {
      return ofFilter(request);
    }
    if (words.size() > 2) {
      throw Said.usage(
          "whitelist.subject",
          "too many words: " + String.join(" ", words),
          "Write a check and a resource, the ref of an issue, or a filter such as"
              + " check:s3_encryption");
    }
    boolean isNamed = words.size() == 2 || isCheck(words.getFirst());
    return List.of(isNamed ? ofCheck(request) : ofIssue(request));
  }

  /** Whether a word is a term of a filter, or would be one if its key were not misspelt. */
  private static boolean isFilter(String word) {
    int colon = word.indexOf(':');
    return Filter.isKeyed(word)
        || (colon > 0 && DidYouMean.of(word.substring(0, colon), Filter.keys()).isPresent());
  }

  private List<WhitelistScope> ofFilter(WhitelistRequest request) {
    if (request.isNarrowed()) {
      throw Said.usage(
          "whitelist.subject",
          "--account, --ou and --tag narrow a check and a resource, not a filter",
          "Write account:, ou: or tag.KEY: in the filter");
    }
    Filter filter = Filters.parse(request.words());
    List<Issue> selected = issues.listing(filter).issues();
    if (selected.isEmpty()) {
      throw Said.usage(
          "whitelist.subject", "No issue matches " + filter, "See what there is: hammer issues");
    }
    List<WhitelistScope> scopes = selected.stream().map(Scopes::of).distinct().toList();
    if (scopes.size() > MOST_BY_FILTER) {
      throw Said.usage(
          "whitelist.subject",
          "The filter selects " + scopes.size() + " resources, each of which would be an entry",
          "Narrow it to " + MOST_BY_FILTER + ", or accept a pattern: CHECK 'logs-*' --account ID");
    }
    return scopes;
  }

  private WhitelistScope ofIssue(WhitelistRequest request) {
    Issue issue = issues.find(request.words().getFirst());
    if (request.unit().isPresent() || !request.tags().isEmpty()) {
      throw Said.usage(
          "whitelist.subject",
          issue.ref().shown() + " is one issue; --ou and --tag are for a check and a resource",
          "Leave them out");
    }
    accounts.refuseOther(issue, request.account());
    return of(issue);
  }

  private WhitelistScope ofCheck(WhitelistRequest request) {
    TagScope tags = tags(request.tags());
    String check = check(request.words().getFirst());
    if (request.words().size() == 1 && tags.isAny()) {
      throw Said.usage(
          "whitelist.resource",
          check + " is a check: of which resource?",
          "Write: "
              + check
              + " RESOURCE, or the ref of an issue alone; or name a --tag of the resources");
    }
    String resource =
        request.words().size() == 1 ? ANYTHING : Said.in("the resource", request.words().get(1));
    AccountScope where = accounts.asked(request, check, resource, tags);
    return new WhitelistScope(check, where, resource, tags);
  }

  private static boolean isCheck(String word) {
    return word.contains(ANYTHING) || Catalogue.check(word).isPresent();
  }

  private static String check(String word) {
    if (!word.contains(ANYTHING)) {
      return CheckDesk.info(word).id();
    }
    Glob glob = Glob.of(word);
    if (Catalogue.infos().stream().map(CheckInfo::id).noneMatch(glob::matches)) {
      throw Said.usage(
          "whitelist.check", "No check matches " + word, "List them: hammer checks list");
    }
    return word;
  }

  private static TagScope tags(List<String> texts) {
    SortedMap<String, String> values = new TreeMap<>();
    for (String text : texts) {
      int equals = text.indexOf('=');
      if (equals < 1) {
        throw Said.usage(
            "whitelist.tag", "--tag: \"" + text + "\" is no tag", "Write it as in --tag env=dev");
      }
      String key = text.substring(0, equals);
      if (values.putIfAbsent(key, text.substring(equals + 1)) != null) {
        throw Said.usage(
            "whitelist.tag",
            "--tag: \"" + key + "\" is named twice, and a resource has it once",
            "Write one pattern, or two entries");
      }
    }
    return new TagScope(values);
  }

  private static WhitelistScope of(Issue issue) {
    return WhitelistScope.of(
        issue.key().check(), issue.key().account().id(), issue.resource().id());
  }
}
