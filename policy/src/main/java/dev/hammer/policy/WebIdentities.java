package dev.hammer.policy;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The identity providers of a statement. Anybody can have a token of such a provider, so only both
 * the application and the person it is about, fixed together, narrow.
 */
final class WebIdentities {

  /** Where a subject begins with its owner, nobody but the owner can have the rest. */
  private static final Map<String, Pattern> OWNED =
      Map.of(
          "token.actions.githubusercontent.com:", Pattern.compile("repo:[A-Za-z0-9_.-]+/.*"),
          "gitlab.com:", Pattern.compile("project_path:[A-Za-z0-9_.-]+/.*"),
          "app.terraform.io:", Pattern.compile("organization:[A-Za-z0-9_.-]+:.*"));

  private final Trust trust;
  private final Map<String, IdentityProvider> providers;
  private final Map<String, List<Condition>> demands;

  WebIdentities(Statement statement, Trust trust) {
    this.trust = trust;
    this.providers =
        statement.principals().stream()
            .flatMap(principals -> principals.named().stream())
            .flatMap(WebIdentities::provider)
            .collect(toMap(one -> one.keyPrefix().orElse(""), one -> one, (one, _) -> one));
    this.demands =
        providers.isEmpty()
            ? Map.of()
            : statement.conditions().stream()
                .filter(WebIdentities::isDemand)
                .collect(groupingBy(Condition::lowerKey));
  }

  private static Stream<IdentityProvider> provider(Principal principal) {
    return principal instanceof Principal.Federated(IdentityProvider provider, _)
        ? Stream.of(provider).filter(one -> one.keyPrefix().isPresent())
        : Stream.empty();
  }

  private static boolean isDemand(Condition test) {
    Operator operator = test.parsedOperator();
    return operator.test() == Operator.Test.MATCHES
        && !operator.passesWithoutKey()
        && !test.values().isEmpty();
  }

  /** Whom a test lets in, if it is one about a token. */
  Optional<Bound> passing(Condition condition) {
    String key = condition.lowerKey();
    String prefix = key.substring(0, key.lastIndexOf(':') + 1);
    return Optional.ofNullable(providers.get(prefix)).map(provider -> passing(provider, key));
  }

  private Bound passing(IdentityProvider provider, String key) {
    if (!provider.audienceKeys().contains(key) && !provider.subjectKeys().contains(key)) {
      return Bound.everyone("a token of " + Quote.of(provider.name()) + " is anybody's");
    }
    if (!isMet(
        provider.audienceKeys(), test -> test.values().stream().allMatch(KeyRules::isFixed))) {
      return Bound.everyone("the statement does not fix for which application a token was made");
    }
    List<String> subjects = provider.subjectKeys();
    if (isMet(subjects, test -> isSubjectFixed(provider, test))) {
      return named(provider);
    }
    return isMet(subjects, test -> test.values().stream().noneMatch(WebIdentities::isAnything))
        ? Bound.unclear("the statement fixes only the beginning of whom a token is about")
        : Bound.everyone("the statement does not fix whom a token is about");
  }

  private Bound named(IdentityProvider provider) {
    return provider
        .account()
        .map(trust::account)
        .map(
            owner ->
                new Bound(owner.audience(), "named identities of a provider in " + owner.who()))
        .orElseGet(() -> new Bound(Audience.CROSS_ACCOUNT, "named identities of the provider"));
  }

  private boolean isMet(List<String> keys, Predicate<Condition> fixed) {
    return keys.stream()
        .flatMap(key -> demands.getOrDefault(key, List.of()).stream())
        .anyMatch(fixed);
  }

  private static boolean isSubjectFixed(IdentityProvider provider, Condition test) {
    Optional<Pattern> owned = provider.keyPrefix().map(OWNED::get);
    return test.values().stream()
        .allMatch(value -> KeyRules.isFixed(value) || owned.filter(has(value)).isPresent());
  }

  private static Predicate<Pattern> has(String value) {
    return form -> !value.contains("${") && form.matcher(value).matches();
  }

  private static boolean isAnything(String value) {
    return value.startsWith("*") || value.startsWith("?") || value.contains("${");
  }
}
