package dev.hammer.aws;

import dev.hammer.core.reading.ApiCall;
import dev.hammer.core.reading.Reading;
import dev.hammer.core.reading.UnreadableException;
import dev.hammer.core.resource.AccountId;
import dev.hammer.core.resource.Region;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.organizations.OrganizationsClient;
import software.amazon.awssdk.services.organizations.model.Account;
import software.amazon.awssdk.services.organizations.model.ListAccountsForParentResponse;
import software.amazon.awssdk.services.organizations.model.ListAccountsResponse;
import software.amazon.awssdk.services.organizations.model.ListOrganizationalUnitsForParentResponse;
import software.amazon.awssdk.services.organizations.model.ListTagsForResourceResponse;
import software.amazon.awssdk.services.organizations.model.OrganizationalUnit;
import software.amazon.awssdk.services.organizations.model.OrganizationsException;
import software.amazon.awssdk.services.organizations.model.Tag;

/**
 * The organization as its management account, or one it delegated to, can see it. Nothing is asked
 * that nobody wants to know, and nothing twice. Not for several threads at once.
 */
public final class OrganizationReader {
  private static final ApiCall LIST_ACCOUNTS = ApiCall.of("organizations", "ListAccounts");
  private static final ApiCall LIST_BELOW = ApiCall.of("organizations", "ListAccountsForParent");
  private static final ApiCall LIST_UNITS =
      ApiCall.of("organizations", "ListOrganizationalUnitsForParent");
  private static final ApiCall LIST_TAGS = ApiCall.of("organizations", "ListTagsForResource");

  /** What it takes to know the accounts with their names and states. */
  public static final List<ApiCall> ACCOUNT_CALLS = List.of(LIST_ACCOUNTS);

  /** What it takes, too, to know which accounts are below a unit. */
  public static final List<ApiCall> UNIT_CALLS = List.of(LIST_BELOW, LIST_UNITS);

  /** What it takes, too, to know the tags of accounts. */
  public static final List<ApiCall> TAG_CALLS = List.of(LIST_TAGS);

  /** The largest pages there are; the service gives no more than this anyway. */
  private static final int PAGE = 20;

  private static final Set<String> NO_SUCH_UNIT = Set.of("ParentNotFoundException");
  private static final Set<String> NO_SUCH_ACCOUNT = Set.of("TargetNotFoundException");

  private final AccountAccess own;
  private final Map<String, Optional<Set<AccountId>>> units = new HashMap<>();
  private final Map<AccountId, SortedMap<String, String>> tags = new HashMap<>();

  /**
   * Prepares to read; nothing is asked yet.
   *
   * @param own the account of the credentials
   */
  public OrganizationReader(AccountAccess own) {
    this.own = own;
  }

  /**
   * Every account, sorted by id. An organization has at least the account that manages it: an empty
   * list is no answer.
   *
   * @throws UnreadableException if they cannot be listed
   */
  public List<OrganizationAccount> accounts() {
    Map<AccountId, OrganizationAccount> all = new TreeMap<>();
    scope()
        .eachPage(
            LIST_ACCOUNTS,
            this::accountsPage,
            account -> all.put(idOf(LIST_ACCOUNTS, account), member(account)));
    if (all.isEmpty()) {
      throw AwsErrors.broken(LIST_ACCOUNTS, "the answer names no accounts");
    }
    return List.copyOf(all.values());
  }

  /**
   * The accounts in a unit and in all units below it; absent if there is no such unit.
   *
   * @param unit id of a unit or of the root
   * @throws UnreadableException if they cannot be listed
   */
  public Optional<Set<AccountId>> below(String unit) {
    return below(unit, new HashSet<>());
  }

  /**
   * The tags of accounts; an account that is not in the organization has none.
   *
   * @throws UnreadableException if those of one cannot be listed
   */
  public Map<AccountId, SortedMap<String, String>> tags(Collection<AccountId> accounts) {
    Map<AccountId, Future<Reading<SortedMap<String, String>>>> asked = new LinkedHashMap<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (AccountId account : accounts) {
        if (!tags.containsKey(account)) {
          asked.put(account, threads.submit(() -> tags(account)));
        }
      }
    }
    asked.forEach((account, answer) -> tags.put(account, known(answer.resultNow())));
    Map<AccountId, SortedMap<String, String>> wanted = new TreeMap<>();
    accounts.forEach(account -> wanted.put(account, tags.getOrDefault(account, new TreeMap<>())));
    return wanted;
  }

  /**
   * The accounts below every unit that was asked for so far, and below each unit below that; a unit
   * that is not there has none.
   */
  public Map<String, Set<AccountId>> known() {
    Map<String, Set<AccountId>> known = new TreeMap<>();
    units.forEach((unit, below) -> known.put(unit, below.orElse(Set.of())));
    return known;
  }

  private Optional<Set<AccountId>> below(String unit, Set<String> above) {
    if (!above.add(unit)) {
      throw AwsErrors.broken(LIST_UNITS, "a unit is below itself");
    }
    Optional<Set<AccountId>> known = units.get(unit);
    if (known == null) {
      known = walk(unit, above);
      units.put(unit, known);
    }
    above.remove(unit);
    return known;
  }

  private Optional<Set<AccountId>> walk(String unit, Set<String> above) {
    Optional<List<Account>> direct =
        listed(LIST_BELOW, token -> childrenPage(unit, token), NO_SUCH_UNIT);
    if (direct.isEmpty()) {
      return Optional.empty();
    }
    Set<AccountId> all = new TreeSet<>();
    direct.get().forEach(account -> all.add(idOf(LIST_BELOW, account)));
    listed(LIST_UNITS, token -> unitsPage(unit, token), NO_SUCH_UNIT).orElse(List.of()).stream()
        .map(OrganizationReader::unitOf)
        .forEach(child -> below(child, above).ifPresent(all::addAll));
    return Optional.of(Collections.unmodifiableSet(all));
  }

  private Reading<SortedMap<String, String>> tags(AccountId account) {
    try {
      SortedMap<String, String> found = new TreeMap<>();
      listed(LIST_TAGS, token -> tagsPage(account, token), NO_SUCH_ACCOUNT)
          .orElse(List.of())
          .forEach(tag -> found.put(String.valueOf(tag.key()), String.valueOf(tag.value())));
      return new Reading.Known<>(found);
    } catch (UnreadableException failed) {
      return new Reading.Unreadable<>(failed.failure());
    }
  }

  private static <T> T known(Reading<T> reading) {
    return switch (reading) {
      case Reading.Known<T>(T value) -> value;
      case Reading.Unreadable<T>(var why) -> throw new UnreadableException(why);
    };
  }

  /** All pages of a listing of something that may not be there. */
  private <T> Optional<List<T>> listed(
      ApiCall call, Function<@Nullable String, Page<T>> page, Set<String> absent) {
    List<T> all = new ArrayList<>();
    AtomicBoolean isThere = new AtomicBoolean(true);
    scope()
        .eachPage(
            call,
            token -> {
              try {
                return page.apply(token);
              } catch (OrganizationsException refused) {
                if (AwsErrors.code(refused).filter(absent::contains).isEmpty()) {
                  throw refused;
                }
                isThere.set(false);
                return Page.of(List.of(), null);
              }
            },
            all::add);
    return isThere.get() ? Optional.of(all) : Optional.empty();
  }

  private Page<Account> accountsPage(@Nullable String token) {
    ListAccountsResponse answer =
        client().listAccounts(request -> request.maxResults(PAGE).nextToken(token));
    return Page.of(answer.accounts(), answer.nextToken());
  }

  private Page<Account> childrenPage(String unit, @Nullable String token) {
    ListAccountsForParentResponse answer =
        client()
            .listAccountsForParent(
                request -> request.parentId(unit).maxResults(PAGE).nextToken(token));
    return Page.of(answer.accounts(), answer.nextToken());
  }

  private Page<OrganizationalUnit> unitsPage(String unit, @Nullable String token) {
    ListOrganizationalUnitsForParentResponse answer =
        client()
            .listOrganizationalUnitsForParent(
                request -> request.parentId(unit).maxResults(PAGE).nextToken(token));
    return Page.of(answer.organizationalUnits(), answer.nextToken());
  }

  private Page<Tag> tagsPage(AccountId account, @Nullable String token) {
    ListTagsForResourceResponse answer =
        client().listTagsForResource(request -> request.resourceId(account.id()).nextToken(token));
    return Page.of(answer.tags(), answer.nextToken());
  }

  private OrganizationsClient client() {
    return scope().client(OrganizationsClient.class, OrganizationsClient::builder);
  }

  private AwsScope scope() {
    return own.in(Region.GLOBAL);
  }

  private static OrganizationAccount member(Account account) {
    String name = account.name() == null ? "" : account.name();
    String state = account.stateAsString();
    return new OrganizationAccount(
        idOf(LIST_ACCOUNTS, account),
        name,
        OrganizationAccount.State.of(
            String.valueOf(state == null ? account.statusAsString() : state)));
  }

  private static AccountId idOf(ApiCall call, Account account) {
    String id = String.valueOf(account.id());
    if (!AccountId.isValid(id)) {
      throw AwsErrors.broken(call, "the answer names an account without id");
    }
    return AccountId.of(id);
  }

  private static String unitOf(OrganizationalUnit unit) {
    if (unit.id() == null || unit.id().isEmpty()) {
      throw AwsErrors.broken(LIST_UNITS, "the answer names a unit without id");
    }
    return unit.id();
  }
}
