package dev.hammer.policy;

import java.util.List;
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

  private static final List<String> AUDIENCE_FIELDS = List.of("aud", "oaud", "app_id");
  private static final List<String> SUBJECT_FIELDS = List.of("sub", "id", "user_id");

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

  /** The keys, in lower case, that say for which application a token was made. */
  List<String> audienceKeys() {
    return keys(AUDIENCE_FIELDS);
  }

  /** The keys, in lower case, that say whom a token is about. */
  List<String> subjectKeys() {
    return keys(SUBJECT_FIELDS);
  }

  private List<String> keys(List<String> fields) {
    return keyPrefix.stream()
        .flatMap(prefix -> fields.stream().map(field -> prefix + field))
        .toList();
  }
}
