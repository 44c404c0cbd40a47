package dev.hammer.checks.rds;

import dev.hammer.aws.AwsScope;
import dev.hammer.core.reading.ReadFailure;
import dev.hammer.core.reading.Snapshot;
import dev.hammer.core.reading.UnreadableException;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * What somebody looks for by an ARN or an identifier.
 *
 * @param families where it may be; both, if only an identifier was given
 */
record Wanted(String identifier, List<Family> families) {
  private static final String IDENTIFIER = "[A-Za-z][A-Za-z0-9:-]{0,254}";

  /**
   * Understands a name.
   *
   * @param kinds how ARNs call the resources of a family, such as {@code cluster-snapshot}
   * @return empty if nothing of this account, region and service can be called so
   */
  static Optional<Wanted> of(AwsScope scope, String name, Function<Family, String> kinds) {
    if (!name.startsWith("arn:")) {
      return name.matches(IDENTIFIER)
          ? Optional.of(new Wanted(name, List.of(Family.values())))
          : Optional.empty();
    }
    return List.of(Family.values()).stream()
        .filter(family -> name.startsWith(Rds.arn(scope, kinds.apply(family), "")))
        .map(family -> inFamily(scope, name, family, kinds.apply(family)))
        .findFirst();
  }

  /**
   * Looks in each family where it may be.
   *
   * @throws UnreadableException if a family cannot be read, or both have one of that name: an
   *     answer about one of two would say nothing of the other
   */
  <S extends Snapshot> Optional<S> onlyOne(BiFunction<Family, String, Optional<S>> find) {
    List<S> found =
        families.stream().flatMap(family -> find.apply(family, identifier).stream()).toList();
    if (found.size() > 1) {
      throw new UnreadableException(
          ReadFailure.of(
              RdsCalls.INSTANCES,
              ReadFailure.Kind.ERROR,
              "an instance and a cluster are called so; name one by its ARN"));
    }
    return found.stream().findFirst();
  }

  private static Wanted inFamily(AwsScope scope, String arn, Family family, String kind) {
    return new Wanted(arn.substring(Rds.arn(scope, kind, "").length()), List.of(family));
  }
}
