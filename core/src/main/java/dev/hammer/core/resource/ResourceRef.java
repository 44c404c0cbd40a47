package dev.hammer.core.resource;

import java.util.List;
import java.util.Optional;

/**
 * Names one resource in one account.
 *
 * @param type CloudFormation type, such as {@code AWS::S3::Bucket}
 * @param id what identifies it within the account for the checks of its type; it becomes the issue
 *     id
 * @param region where it lives, {@link Region#GLOBAL} if it has none or none is known
 * @param arn its ARN if it has one
 * @param name the name people gave it, if any and other than the id
 * @param aliases other spellings under which a whitelist may name it, sorted
 * @param parent the id of the resource whose listing brings it (the user of an access key), if any
 */
public record ResourceRef(
    String type,
    String id,
    AccountId account,
    Region region,
    Optional<String> arn,
    Optional<String> name,
    List<String> aliases,
    Optional<String> parent) {

  public ResourceRef {
    if (id.isEmpty()) {
      throw new IllegalArgumentException("a resource needs an id");
    }
    aliases = aliases.stream().distinct().sorted().toList();
  }

  public static ResourceRef of(String type, String id, AccountId account, Region region) {
    return new ResourceRef(
        type, id, account, region, Optional.empty(), Optional.empty(), List.of(), Optional.empty());
  }

  public ResourceRef withArn(String value) {
    return new ResourceRef(type, id, account, region, Optional.of(value), name, aliases, parent);
  }

  /** With the given name; a blank one is none. */
  public ResourceRef withName(String value) {
    Optional<String> given = Optional.of(value).filter(text -> !text.isBlank());
    return new ResourceRef(type, id, account, region, arn, given, aliases, parent);
  }

  public ResourceRef withAliases(List<String> values) {
    return new ResourceRef(type, id, account, region, arn, name, values, parent);
  }

  public ResourceRef withParent(String value) {
    return new ResourceRef(type, id, account, region, arn, name, aliases, Optional.of(value));
  }

  public ResourceRef withRegion(Region value) {
    return new ResourceRef(type, id, account, value, arn, name, aliases, parent);
  }

  /**
   * Whether a whitelist entry or a person may call the resource so: id, ARN or an alias, exactly.
   */
  public boolean isCalled(String text) {
    return id.equals(text) || arn.filter(text::equals).isPresent() || aliases.contains(text);
  }
}
