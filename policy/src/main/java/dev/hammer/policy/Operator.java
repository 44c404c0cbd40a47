package dev.hammer.policy;

import java.util.Locale;
import java.util.Set;

/**
 * A condition operator taken apart: which test, over which of the request's values, and whether it
 * also passes when the request lacks the key.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html">Condition
 *     operators</a>
 */
record Operator(Test test, Quantifier quantifier, boolean ifExists) {

  private static final String IF_EXISTS = "ifexists";

  private static final Set<String> MATCHES =
      Set.of(
          "stringequals",
          "stringequalsignorecase",
          "stringlike",
          "arnequals",
          "arnlike",
          "ipaddress");

  private static final Set<String> EXCLUDES =
      Set.of(
          "stringnotequals",
          "stringnotequalsignorecase",
          "stringnotlike",
          "arnnotequals",
          "arnnotlike",
          "notipaddress");

  private static final Set<String> ORDERS =
      Set.of(
          "equals", "notequals", "lessthan", "lessthanequals", "greaterthan", "greaterthanequals");

  /** What kind of test the operator makes. */
  enum Test {
    /** One of the values must match. */
    MATCHES,
    /** None of the values may match. */
    EXCLUDES,
    /** The key must be there, or must not. */
    PRESENCE,
    BOOLEAN,
    /** Numbers and dates. */
    ORDER,
    UNKNOWN
  }

  /** Which values of a key with many must pass. */
  enum Quantifier {
    ONE,
    ANY,
    ALL
  }

  static Operator parse(String text) {
    String name = text.strip().toLowerCase(Locale.ROOT);
    Quantifier quantifier = quantifier(name);
    String unquantified =
        quantifier == Quantifier.ONE ? name : name.substring(name.indexOf(':') + 1);
    boolean ifExists = unquantified.endsWith(IF_EXISTS);
    String base =
        ifExists
            ? unquantified.substring(0, unquantified.length() - IF_EXISTS.length())
            : unquantified;
    return new Operator(test(base), quantifier, ifExists);
  }

  private static Quantifier quantifier(String name) {
    if (name.startsWith("foranyvalue:")) {
      return Quantifier.ANY;
    }
    return name.startsWith("forallvalues:") ? Quantifier.ALL : Quantifier.ONE;
  }

  private static Test test(String base) {
    if (MATCHES.contains(base)) {
      return Test.MATCHES;
    }
    if (EXCLUDES.contains(base)) {
      return Test.EXCLUDES;
    }
    if (isOrder(base, "numeric") || isOrder(base, "date")) {
      return Test.ORDER;
    }
    return switch (base) {
      case "null" -> Test.PRESENCE;
      case "bool" -> Test.BOOLEAN;
      default -> Test.UNKNOWN;
    };
  }

  private static boolean isOrder(String base, String family) {
    return base.startsWith(family) && ORDERS.contains(base.substring(family.length()));
  }

  /** Whether a request without the key passes, as one by nobody in particular would. */
  boolean passesWithoutKey() {
    return ifExists || quantifier == Quantifier.ALL || test == Test.EXCLUDES;
  }
}
