package dev.hammer.policy;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The identity providers of a statement. Anybody can have a token of such a provider, so only both
 * the application and the person it is about, fixed together, narrow.
 */
final class WebIdentities {

  /** In the subjects of code forges the owner comes first; only the owner can have the rest. */
  private static final Pattern OWNED =
      Pattern.compile("(repo|project_path|organization|org):?/?[A-Za-z0-9_.-]+[/:].*");

  private final Statement statement;
  private final Trust trust;
  private final List<IdentityProvider> providers;

  WebIdentities(Statement statement, Trust trust) {
    this.statement = statement;
    this.trust = trust;
    this.providers =
        statement.principals().stream()
            .flatMap(principals -> principals.named().stream())
            .flatMap(WebIdentities::provider)
            .toList();
  }

  private static Stream<IdentityProvider> provider(Principal principal) {
    return principal instanceof Principal.Federated(IdentityProvider provider, _)
        ? Stream.of(provider)
        : Stream.empty();
  }

  /** Whom a test lets in, if it is one about a token. */
  Optional<Bound> passing(Condition condition) {
    return providers.stream()
        .filter(provider -> provider.owns(condition))
        .findFirst()
        .map(provider -> passing(provider, condition));
  }

  private Bound passing(IdentityProvider provider, Condition condition) {
    if (!provider.isAudience(condition) && !provider.isSubject(condition)) {
      return Bound.everyone("a token of " + Quote.of(provider.name()) + " is anybody's");
    }
    boolean audienceFixed =
        isMet(provider::isAudience, test -> test.values().stream().allMatch(KeyRules::isFixed));
    if (!audienceFixed) {
      return Bound.everyone("the statement does not fix for which application a token was made");
    }
    if (isMet(provider::isSubject, test -> test.values().stream().allMatch(this::isSubjectFixed))) {
      return provider
          .account()
          .map(trust::account)
          .map(
              owner ->
                  new Bound(owner.audience(), "named identities of a provider in " + owner.who()))
          .orElseGet(() -> new Bound(Audience.CROSS_ACCOUNT, "named identities of the provider"));
    }
    return isMet(provider::isSubject, test -> test.values().stream().noneMatch(this::isAnything))
        ? Bound.unclear("the statement fixes only the beginning of whom a token is about")
        : Bound.everyone("the statement does not fix whom a token is about");
  }

  private boolean isMet(Predicate<Condition> field, Predicate<Condition> fixed) {
    return statement.conditions().stream()
        .filter(field)
        .filter(test -> test.parsedOperator().test() == Operator.Test.MATCHES)
        .filter(test -> !test.parsedOperator().passesWithoutKey() && !test.values().isEmpty())
        .anyMatch(fixed);
  }

  private boolean isSubjectFixed(String value) {
    return KeyRules.isFixed(value) || OWNED.matcher(value).matches();
  }

  private boolean isAnything(String value) {
    return value.startsWith("*") || value.startsWith("?") || value.contains("${");
  }
}
