package dev.hammer.policy;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Who vouches for a federated caller.
 *
 * @param account whose provider it is; absent for the public ones that need no set-up
 * @param keyPrefix how the condition keys of its tokens begin; absent for SAML
 */
public record IdentityProvider(String name, Optional<String> account, Optional<String> keyPrefix) {

  private static final Set<String> PUBLIC =
      Set.of(
          "cognito-identity.amazonaws.com",
          "cognito-identity-us-gov.amazonaws.com",
          "cognito-identity.cn-north-1.amazonaws.com.cn",
          "accounts.google.com",
          "graph.facebook.com",
          "www.amazon.com");

  private static final Set<String> AUDIENCE_FIELDS = Set.of("aud", "oaud", "app_id");
  private static final Set<String> SUBJECT_FIELDS = Set.of("sub", "id", "user_id");

  private static final String OIDC = "oidc-provider/";
  private static final String SAML = "saml-provider/";

  static Optional<IdentityProvider> of(String text) {
    if (PUBLIC.contains(text.toLowerCase(Locale.ROOT))) {
      String prefix = text.toLowerCase(Locale.ROOT) + ":";
      return Optional.of(new IdentityProvider(text, Optional.empty(), Optional.of(prefix)));
    }
    return Arn.parse(text)
        .filter(arn -> arn.isOf("iam") && AccountIds.isAccountId(arn.account()))
        .flatMap(IdentityProvider::configured);
  }

  private static Optional<IdentityProvider> configured(Arn arn) {
    Optional<String> account = Optional.of(arn.account());
    if (arn.resource().startsWith(OIDC)) {
      String host = arn.resource().substring(OIDC.length());
      String prefix = host.toLowerCase(Locale.ROOT) + ":";
      return Optional.of(new IdentityProvider(host, account, Optional.of(prefix)));
    }
    return arn.resource().startsWith(SAML)
        ? Optional.of(
            new IdentityProvider(
                arn.resource().substring(SAML.length()), account, Optional.empty()))
        : Optional.empty();
  }

  /** Whether the key is about a token of this provider. */
  boolean owns(Condition condition) {
    return keyPrefix.filter(prefix -> condition.lowerKey().startsWith(prefix)).isPresent();
  }

  /** Whether the key says for which application a token was made. */
  boolean isAudience(Condition condition) {
    return isField(condition, AUDIENCE_FIELDS);
  }

  /** Whether the key says whom a token is about. */
  boolean isSubject(Condition condition) {
    return isField(condition, SUBJECT_FIELDS);
  }

  private boolean isField(Condition condition, Set<String> fields) {
    return keyPrefix
        .filter(condition.lowerKey()::startsWith)
        .filter(prefix -> fields.contains(condition.lowerKey().substring(prefix.length())))
        .isPresent();
  }
}
