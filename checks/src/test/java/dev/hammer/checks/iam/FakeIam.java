package dev.hammer.checks.iam;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.AccessKeyLastUsed;
import software.amazon.awssdk.services.iam.model.AccessKeyMetadata;
import software.amazon.awssdk.services.iam.model.GetAccessKeyLastUsedRequest;
import software.amazon.awssdk.services.iam.model.GetAccessKeyLastUsedResponse;
import software.amazon.awssdk.services.iam.model.IamException;
import software.amazon.awssdk.services.iam.model.ListAccessKeysRequest;
import software.amazon.awssdk.services.iam.model.ListAccessKeysResponse;
import software.amazon.awssdk.services.iam.model.ListUserTagsRequest;
import software.amazon.awssdk.services.iam.model.ListUserTagsResponse;
import software.amazon.awssdk.services.iam.model.ListUsersRequest;
import software.amazon.awssdk.services.iam.model.ListUsersResponse;
import software.amazon.awssdk.services.iam.model.Tag;
import software.amazon.awssdk.services.iam.model.User;

/** IAM with users and keys, in pages of a given size, that fails for the users it is told to. */
final class FakeIam implements IamClient {
  private final Map<String, List<AccessKeyMetadata>> users = new LinkedHashMap<>();
  private final Map<String, AccessKeyLastUsed> uses = new TreeMap<>();
  private final Map<String, String> failures = new TreeMap<>();
  private int pageSize = 100;

  FakeIam user(String name) {
    users.put(name, new ArrayList<>());
    return this;
  }

  FakeIam key(String user, String id, String status, @Nullable Instant created) {
    keysOf(user)
        .add(
            AccessKeyMetadata.builder()
                .userName(user)
                .accessKeyId(id)
                .status(status)
                .createDate(created)
                .build());
    return this;
  }

  FakeIam used(String id, AccessKeyLastUsed use) {
    uses.put(id, use);
    return this;
  }

  /** Fails with an error code for a user, a key, or for {@code ListUsers}. */
  FakeIam failing(String name, String code) {
    failures.put(name, code);
    return this;
  }

  FakeIam pagesOf(int size) {
    pageSize = size;
    return this;
  }

  @Override
  public ListUsersResponse listUsers(ListUsersRequest request) {
    failIfTold("ListUsers" + Optional.ofNullable(request.marker()).orElse(""));
    expectPageSize(request.maxItems());
    List<User> all =
        users.keySet().stream()
            .map(name -> User.builder().userName(name).userId("id of " + name).build())
            .toList();
    return ListUsersResponse.builder()
        .users(page(all, request.marker()))
        .marker(next(all, request.marker()))
        .build();
  }

  @Override
  public ListAccessKeysResponse listAccessKeys(ListAccessKeysRequest request) {
    failIfTold(request.userName());
    expectPageSize(request.maxItems());
    List<AccessKeyMetadata> all = keysOf(request.userName());
    return ListAccessKeysResponse.builder()
        .accessKeyMetadata(page(all, request.marker()))
        .marker(next(all, request.marker()))
        .build();
  }

  @Override
  public GetAccessKeyLastUsedResponse getAccessKeyLastUsed(GetAccessKeyLastUsedRequest request) {
    failIfTold(request.accessKeyId());
    return GetAccessKeyLastUsedResponse.builder()
        .userName(ownerOf(request.accessKeyId()))
        .accessKeyLastUsed(uses.get(request.accessKeyId()))
        .build();
  }

  @Override
  public ListUserTagsResponse listUserTags(ListUserTagsRequest request) {
    List<Tag> all =
        List.of(
            Tag.builder().key("owner").value("ann of " + request.userName()).build(),
            Tag.builder().key("empty").value("").build());
    return ListUserTagsResponse.builder()
        .tags(page(all, request.marker()))
        .marker(next(all, request.marker()))
        .build();
  }

  @Override
  public String serviceName() {
    return "iam";
  }

  @Override
  public void close() {}

  private List<AccessKeyMetadata> keysOf(String user) {
    return Optional.ofNullable(users.get(user)).orElseThrow(() -> failure("NoSuchEntity"));
  }

  /** IAM answers for keys that it does not know as if they were somebody else's. */
  private String ownerOf(String keyId) {
    return users.entrySet().stream()
        .filter(user -> user.getValue().stream().anyMatch(key -> key.accessKeyId().equals(keyId)))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow(() -> failure("AccessDenied"));
  }

  private void failIfTold(String name) {
    String code = failures.get(name);
    if (code != null && code.equals("defect")) {
      throw new StackOverflowError("defect");
    }
    if (code != null) {
      throw failure(code);
    }
  }

  private static IamException failure(String code) {
    return (IamException)
        IamException.builder()
            .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).build())
            .statusCode(code.equals("AccessDenied") ? 403 : 404)
            .build();
  }

  private static void expectPageSize(@Nullable Integer asked) {
    if (asked == null || asked != 1000) {
      throw new AssertionError("asked for pages of " + asked);
    }
  }

  private <T> List<T> page(List<T> all, @Nullable String marker) {
    int from = from(marker);
    return all.subList(from, Math.min(from + pageSize, all.size()));
  }

  private @Nullable String next(List<?> all, @Nullable String marker) {
    int next = from(marker) + pageSize;
    return next < all.size() ? Integer.toString(next) : null;
  }

  private static int from(@Nullable String marker) {
    return marker == null ? 0 : Integer.parseInt(marker);
  }
}
