package dev.hammer.checks.iam;

import dev.hammer.aws.AwsScope;
import dev.hammer.aws.Page;
import dev.hammer.checks.ReaderType;
import dev.hammer.core.check.Scope;
import dev.hammer.core.reading.Facet;
import dev.hammer.core.reading.ListingEnd;
import dev.hammer.core.reading.ReadFailure;
import dev.hammer.core.reading.Reader;
import dev.hammer.core.reading.UnreadableException;
import dev.hammer.core.resource.Region;
import dev.hammer.core.resource.ResourceRef;
import dev.hammer.core.resource.Tags;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Predicate;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.AccessKeyLastUsed;
import software.amazon.awssdk.services.iam.model.AccessKeyMetadata;
import software.amazon.awssdk.services.iam.model.StatusType;
import software.amazon.awssdk.services.iam.model.User;

/**
 * Lists the access keys of all users of an account: the users page by page, the keys of each on a
 * thread of its own.
 */
final class AccessKeyReader implements Reader<AccessKey> {
  static final ReaderType<AccessKey> TYPE =
      new ReaderType<>(
          AccessKey.RESOURCE_TYPE,
          "iam",
          Scope.GLOBAL,
          IamCalls.LIST_USERS,
          (scope, _) ->
              new AccessKeyReader(scope, scope.client(IamClient.class, IamClient::builder)));

  /** The most that the lists of IAM give at once. */
  private static final int PAGE = 1000;

  private static final String KEY_ID = "A[A-Z]{2}A[A-Z0-9]{12,}";

  private final AwsScope scope;
  private final IamClient iam;

  AccessKeyReader(AwsScope scope, IamClient iam) {
    this.scope = scope;
    this.iam = iam;
  }

  @Override
  public ListingEnd list(Consumer<? super AccessKey> found) {
    return keysOf(_ -> true, found);
  }

  /**
   * A key by its id or by the name of its user, who must not have two then: an answer about one of
   * them would say nothing of the other.
   */
  @Override
  public Optional<AccessKey> find(String name) {
    Optional<String> owner = name.matches(KEY_ID) ? ownerOf(name) : Optional.of(name);
    ConcurrentLinkedQueue<AccessKey> found = new ConcurrentLinkedQueue<>();
    ListingEnd end =
        keysOf(
            user -> owner.filter(known -> !known.equals(user)).isEmpty(),
            key -> {
              if (key.ref().isCalled(name)) {
                found.add(key);
              }
            });
    if (found.size() > 1) {
      throw unreadable(ReadFailure.Kind.ERROR, "this user has several keys; name one by its id");
    }
    if (found.isEmpty() && end instanceof ListingEnd.Partial(List<ListingEnd.Gap> gaps)) {
      throw new UnreadableException(gaps.getFirst().why());
    }
    return Optional.ofNullable(found.peek());
  }

  private ListingEnd keysOf(Predicate<String> wanted, Consumer<? super AccessKey> found) {
    List<Future<Optional<ListingEnd.Gap>>> users = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      eachUser(
          user -> {
            if (wanted.test(user.userName())) {
              users.add(threads.submit(() -> keysOf(user, found)));
            }
          });
    }
    return ListingEnd.of(
        users.stream()
            .map(AccessKeyReader::outcome)
            .flatMap(Optional::stream)
            .sorted(Comparator.comparing(ListingEnd.Gap::parent))
            .toList());
  }

  /** A defect must not pass for a user without keys. */
  private static Optional<ListingEnd.Gap> outcome(Future<Optional<ListingEnd.Gap>> user) {
    if (user.state() == Future.State.FAILED) {
      throw new IllegalStateException(user.exceptionNow());
    }
    return user.resultNow();
  }

  private void eachUser(Consumer<User> each) {
    scope.eachPage(
        IamCalls.LIST_USERS,
        token -> {
          var answer = iam.listUsers(r -> r.maxItems(PAGE).marker(token));
          return Page.of(answer.users(), answer.marker());
        },
        each);
  }

  /** A user who was deleted since the users were listed has no keys; any other failure is a gap. */
  private Optional<ListingEnd.Gap> keysOf(User user, Consumer<? super AccessKey> found) {
    try {
      keysOf(user).forEach(found);
      return Optional.empty();
    } catch (UnreadableException unreadable) {
      ReadFailure why = unreadable.failure();
      return why.kind() == ReadFailure.Kind.GONE
          ? Optional.empty()
          : Optional.of(new ListingEnd.Gap(user.userName(), why));
    }
  }

  private List<AccessKey> keysOf(User user) {
    KeyOwner owner = new KeyOwner(user.userName(), user.userId(), tagsOf(user.userName()));
    Instant readAt = scope.now();
    List<AccessKeyMetadata> keys = new ArrayList<>();
    scope.eachPage(
        IamCalls.LIST_KEYS,
        token -> {
          var answer =
              iam.listAccessKeys(r -> r.userName(owner.name()).maxItems(PAGE).marker(token));
          return Page.of(answer.accessKeyMetadata(), answer.marker());
        },
        keys::add);
    return keys.stream().map(key -> key(key, owner, readAt, keys)).toList();
  }

  private AccessKey key(
      AccessKeyMetadata key, KeyOwner owner, Instant readAt, List<AccessKeyMetadata> all) {
    ResourceRef ref =
        ResourceRef.of(AccessKey.RESOURCE_TYPE, key.accessKeyId(), scope.account(), Region.GLOBAL)
            .withName(owner.name())
            .withAliases(List.of(owner.name()))
            .withParent(owner.name());
    AccessKey.Listed listed =
        new AccessKey.Listed(isActive(key), created(key), successor(key, all));
    return new AccessKey(ref, readAt, owner, listed, lastUse(key.accessKeyId()));
  }

  /** What is neither switched off nor expired may open doors, whatever it is called. */
  private static boolean isActive(AccessKeyMetadata key) {
    return key.status() != StatusType.INACTIVE && key.status() != StatusType.EXPIRED;
  }

  private static Instant created(AccessKeyMetadata key) {
    return Optional.ofNullable(key.createDate())
        .orElseThrow(
            () -> unreadable(ReadFailure.Kind.BROKEN, "a key without the date of its creation"));
  }

  private static Optional<String> successor(AccessKeyMetadata key, List<AccessKeyMetadata> all) {
    return all.stream()
        .filter(other -> isActive(other) && created(other).isAfter(created(key)))
        .max(Comparator.comparing(AccessKeyReader::created))
        .map(AccessKeyMetadata::accessKeyId);
  }

  private Facet<LastUse> lastUse(String keyId) {
    return Facet.of(
        "last_use",
        List.of(IamCalls.LAST_USED),
        () ->
            Optional.ofNullable(
                    scope
                        .ask(
                            IamCalls.LAST_USED,
                            () -> iam.getAccessKeyLastUsed(r -> r.accessKeyId(keyId)))
                        .accessKeyLastUsed())
                .map(AccessKeyReader::lastUse)
                .orElseThrow(AccessKeyReader::noLastUse),
        LastUse::toValue);
  }

  private static LastUse lastUse(AccessKeyLastUsed use) {
    return new LastUse(
        Optional.ofNullable(use.lastUsedDate()),
        Optional.ofNullable(use.serviceName()),
        Optional.ofNullable(use.region()));
  }

  /** A key that was never used has an answer too; none at all is no answer. */
  private static UnreadableException noLastUse() {
    return new UnreadableException(
        ReadFailure.of(
            IamCalls.LAST_USED, ReadFailure.Kind.BROKEN, "an answer without the last use"));
  }

  private Facet<Tags> tagsOf(String userName) {
    return Facet.of("tags", List.of(IamCalls.LIST_TAGS), () -> readTags(userName), Tags::toValue);
  }

  private Tags readTags(String userName) {
    TreeMap<String, String> tags = new TreeMap<>();
    scope.eachPage(
        IamCalls.LIST_TAGS,
        token -> {
          var answer = iam.listUserTags(r -> r.userName(userName).maxItems(PAGE).marker(token));
          return Page.of(answer.tags(), answer.marker());
        },
        tag -> tags.put(tag.key(), Optional.ofNullable(tag.value()).orElse("")));
    return new Tags(tags);
  }

  /**
   * Who has the key, by the call that also tells its last use. IAM refuses it for keys that are not
   * there, as if denied: then every user must be asked.
   */
  private Optional<String> ownerOf(String keyId) {
    try {
      return Optional.ofNullable(
          scope
              .ask(IamCalls.LAST_USED, () -> iam.getAccessKeyLastUsed(r -> r.accessKeyId(keyId)))
              .userName());
    } catch (UnreadableException untold) {
      return Optional.empty();
    }
  }

  private static UnreadableException unreadable(ReadFailure.Kind kind, String detail) {
    return new UnreadableException(ReadFailure.of(IamCalls.LIST_KEYS, kind, detail));
  }
}
