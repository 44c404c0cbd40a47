package dev.hammer.app.scan;

import dev.hammer.app.CommandFailure;
import dev.hammer.app.config.AccountPattern;
import dev.hammer.aws.OrganizationReader;
import dev.hammer.core.reading.UnreadableException;
import dev.hammer.core.resource.AccountId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;

/** Turns {@code ou:ID} and {@code tag:KEY=VALUE} into the ids of accounts; the rest stays. */
final class Selectors {
  private final OrganizationReader organization;

  Selectors(OrganizationReader organization) {
    this.organization = organization;
  }

  /**
   * The patterns with ids in the place of units and tags.
   *
   * @param option where they came from, for messages
   * @throws CommandFailure if one means no account in scope, or the organization cannot be read
   */
  List<String> resolved(String option, List<String> patterns, List<AccountId> scope) {
    return patterns.stream().flatMap(pattern -> resolved(option, pattern, scope)).toList();
  }

  private Stream<String> resolved(String option, String text, List<AccountId> scope) {
    if (!isSelector(text)) {
      return Stream.of(text);
    }
    Optional<AccountPattern> pattern = AccountPattern.parse(text);
    if (pattern.isEmpty()) {
      throw failure(
          option + " " + text + " names no accounts", "W" + AccountPattern.FORMS.substring(1));
    }
    List<String> ids = ids(option, pattern.get(), scope).stream().map(AccountId::id).toList();
    if (ids.isEmpty()) {
      throw failure(option + " " + text + " matches no account in scope", "");
    }
    return ids.stream();
  }

  private Collection<AccountId> ids(String option, AccountPattern pattern, List<AccountId> scope) {
    try {
      return switch (pattern) {
        case AccountPattern.Unit(String unit) ->
            organization
                .below(unit)
                .map(below -> scope.stream().filter(below::contains).toList())
                .orElseThrow(
                    () -> failure(option + " " + unit + ": the organization has no such unit", ""));
        case AccountPattern.Tag tag -> tagged(tag, scope);
        case AccountPattern.Named _ -> List.of();
      };
    } catch (UnreadableException unread) {
      throw OrganizationFailure.of(unread.failure());
    }
  }

  private List<AccountId> tagged(AccountPattern.Tag tag, List<AccountId> scope) {
    Map<AccountId, SortedMap<String, String>> tags = organization.tags(scope);
    return scope.stream()
        .filter(
            account ->
                Optional.ofNullable(tags.get(account))
                    .flatMap(all -> Optional.ofNullable(all.get(tag.key())))
                    .filter(tag::matches)
                    .isPresent())
        .toList();
  }

  static boolean isSelector(String text) {
    return text.startsWith("ou:")
        || text.startsWith("tag:")
        || AccountPattern.parse(text).filter(AccountPattern.Unit.class::isInstance).isPresent();
  }

  private static CommandFailure failure(String message, String remedy) {
    return new CommandFailure(CommandFailure.Kind.USAGE, "scope.account", message, remedy);
  }
}
