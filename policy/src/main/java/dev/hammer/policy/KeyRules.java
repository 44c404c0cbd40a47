package dev.hammer.policy;

import dev.hammer.policy.network.AddressSpace;
import dev.hammer.policy.network.IpRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Whom a condition key lets in when one of the given values must match.
 *
 * <p>A key narrows only if every value is fixed: no wildcard, no policy variable.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html">Global
 *     condition keys</a>
 */
final class KeyRules {

  /** The keys that tie a service of AWS to the customer it acts for. */
  private static final Set<String> SOURCES =
      Set.of(
          "aws:sourcearn",
          "aws:sourceaccount",
          "aws:sourceowner",
          "aws:sourceorgid",
          "aws:sourceorgpaths");

  private static final Pattern ORGANIZATION = Pattern.compile("o-[a-z0-9]+");
  private static final Pattern VPC = Pattern.compile("vpc-[A-Za-z0-9]+");
  private static final Pattern VPC_ENDPOINT = Pattern.compile("vpce-[A-Za-z0-9]+");
  private static final Pattern USER_ID = Pattern.compile("AIDA[A-Z0-9]+");
  private static final Pattern SESSION_ID = Pattern.compile("AROA[A-Z0-9]+:[^*?]+");
  private static final Pattern ROLE_ID = Pattern.compile("AROA[A-Z0-9]+:\\*");
  private static final String ACCESS_POINT = "accesspoint/";

  private final ResourceKind kind;
  private final Trust trust;

  KeyRules(ResourceKind kind, Trust trust) {
    this.kind = kind;
    this.trust = trust;
  }

  static boolean isSource(Condition condition) {
    return SOURCES.contains(condition.lowerKey());
  }

  static boolean isFixed(String value) {
    return !hasWildcard(value) && !hasVariable(value);
  }

  /** The audience of a test that one of the values must match. */
  Bound matching(Condition condition) {
    return switch (condition.lowerKey()) {
      case "aws:principalorgid", "aws:sourceorgid" -> fixed(condition, this::organization);
      case "aws:principalorgpaths", "aws:sourceorgpaths" -> each(condition, this::path);
      case "aws:principalaccount",
          "aws:sourceaccount",
          "aws:sourceowner",
          "kms:calleraccount",
          "s3:dataaccesspointaccount" ->
          fixed(condition, this::account);
      case "aws:principalarn" -> each(condition, this::principal);
      case "aws:sourcearn" -> each(condition, this::source);
      case "s3:dataaccesspointarn" -> each(condition, this::accessPoint);
      case "aws:sourceip" -> addresses(condition);
      case "aws:vpcsourceip" ->
          Bound.everyone(
              "private addresses repeat in every network; only with a VPC do they mean one");
      case "aws:sourcevpc" -> fixed(condition, value -> network(VPC, "VPC", value));
      case "aws:sourcevpce" ->
          fixed(condition, value -> network(VPC_ENDPOINT, "VPC endpoint", value));
      case "aws:userid" -> each(condition, this::userId);
      case "aws:principalisawsservice" -> each(condition, KeyRules::service);
      default -> unlisted(condition);
    };
  }

  /** The audience of a test that a key is true or false. */
  Bound flag(Condition condition) {
    return switch (condition.lowerKey()) {
      case "aws:principalisawsservice" -> each(condition, KeyRules::service);
      case "elasticfilesystem:accessedviamounttarget" -> each(condition, this::mountTarget);
      default -> Bound.everyone("a stranger can make it so; it says nothing about who calls");
    };
  }

  private static Bound unlisted(Condition condition) {
    return CallerBlindKeys.contains(condition.lowerKey())
        ? Bound.everyone(
            Quote.of(condition.key()) + " is chosen by the caller or says nothing about the caller")
        : Bound.unclear(Quote.of(condition.key()) + " is not among the keys this library knows");
  }

  private static Bound fixed(Condition condition, Function<String, Bound> rule) {
    return each(condition, value -> hasWildcard(value) ? loose(value) : rule.apply(value));
  }

  /** Values are alternatives, so the widest counts. */
  private static Bound each(Condition condition, Function<String, Bound> rule) {
    return condition.values().stream()
        .map(value -> hasVariable(value) ? variable(value) : rule.apply(value))
        .reduce(Bound::or)
        .orElseGet(() -> Bound.everyone("it lists no value, so it has no effect"));
  }

  private static boolean hasWildcard(String value) {
    return value.indexOf('*') >= 0 || value.indexOf('?') >= 0;
  }

  private static boolean hasVariable(String value) {
    return value.contains("${");
  }

  private static Bound loose(String value) {
    return Bound.everyone("the value " + Quote.of(value) + " is not fixed, it has a wildcard");
  }

  private static Bound variable(String value) {
    return Bound.everyone("the value " + Quote.of(value) + " is not fixed, it has a variable");
  }

  private static Bound notA(String what, String value) {
    return hasWildcard(value)
        ? loose(value)
        : Bound.unclear(Quote.of(value) + " does not look like " + what);
  }

  private Bound organization(String id) {
    return ORGANIZATION.matcher(id).matches()
        ? trust.organization(id)
        : notA("the id of an organization", id);
  }

  /** A path begins with the organization; what follows can only narrow it. */
  private Bound path(String path) {
    int slash = path.indexOf('/');
    String organization = slash < 0 ? path : path.substring(0, slash);
    return ORGANIZATION.matcher(organization).matches()
        ? trust.organization(organization)
        : notA("a path in an organization", path);
  }

  private Bound account(String id) {
    return AccountIds.isAccountId(id) ? trust.account(id) : notA("an account number", id);
  }

  /** S3 wants the whole name fixed; elsewhere a fixed account is enough to know who it is. */
  private Bound principal(String arn) {
    if (kind.isS3() && hasWildcard(arn)) {
      return loose(arn);
    }
    return ofAccount(arn, "the ARN of a principal");
  }

  private Bound ofAccount(String arn, String what) {
    return Arn.parse(arn)
        .map(Arn::account)
        .filter(AccountIds::isAccountId)
        .map(trust::account)
        .orElseGet(() -> notA(what, arn));
  }

  /** ARNs of buckets and a few others carry no account; then the whole name must be fixed. */
  private Bound source(String text) {
    return Arn.parse(text)
        .filter(arn -> !AccountIds.isAccountId(arn.account()))
        .filter(arn -> isNamedWithoutAccount(arn))
        .map(arn -> withoutAccount(arn, text))
        .orElseGet(() -> ofAccount(text, "the ARN of a resource"));
  }

  private static boolean isNamedWithoutAccount(Arn arn) {
    boolean named = !arn.resource().isEmpty() && isFixed(arn.resource());
    boolean bucket = arn.isOf("s3") && arn.account().equals("*") && arn.resource().indexOf(':') < 0;
    return named && isFixed(arn.service()) && (arn.account().isEmpty() || bucket);
  }

  private static Bound withoutAccount(Arn arn, String text) {
    String caution =
        arn.isOf("s3") ? "once deleted, its name is anybody's" : "whose account is not told";
    return new Bound(Audience.CROSS_ACCOUNT, "the resource " + Quote.of(text) + ", " + caution);
  }

  /** A bucket may leave access to all access points of an account. */
  private Bound accessPoint(String text) {
    boolean anyName = kind == ResourceKind.S3_ACCESS_POINT && hasWildcard(text);
    return Arn.parse(text)
        .filter(arn -> arn.isOf("s3") && arn.resource().startsWith(ACCESS_POINT) && !anyName)
        .map(_ -> ofAccount(text, "the ARN of an access point"))
        .orElseGet(() -> notA("the ARN of an access point", text));
  }

  /** All ranges together, as splitting a wide block makes it no narrower. */
  private static Bound addresses(Condition condition) {
    List<IpRange> ranges = new ArrayList<>();
    Bound worst = new Bound(Audience.INTERNAL, "private addresses");
    for (String value : condition.values()) {
      IpRange.parse(value).ifPresent(ranges::add);
      worst = worst.or(unreadable(value));
    }
    String list = Quote.all(condition.values());
    return switch (AddressSpace.classify(ranges)) {
      case ALL -> Bound.everyone("the addresses " + list + " are the whole internet");
      case WIDE -> Bound.everyone("the addresses " + list + " are too much of the internet");
      case SOME -> worst.or(new Bound(Audience.CROSS_ACCOUNT, "the addresses " + list));
      case PRIVATE -> worst.or(new Bound(Audience.INTERNAL, "the private addresses " + list));
    };
  }

  private static Bound unreadable(String value) {
    if (hasVariable(value)) {
      return variable(value);
    }
    return IpRange.parse(value).isPresent()
        ? new Bound(Audience.INTERNAL, "addresses")
        : notA("a range of addresses", value);
  }

  private static Bound network(Pattern form, String what, String id) {
    return form.matcher(id).matches()
        ? new Bound(Audience.CROSS_ACCOUNT, "whoever comes through the " + what + " " + id)
        : notA("the id of a " + what, id);
  }

  /** For S3 it is not clear from the guide whether a role id with any session counts as fixed. */
  private Bound userId(String id) {
    if (AccountIds.isAccountId(id)) {
      return trust.account(id);
    }
    if (ROLE_ID.matcher(id).matches()) {
      return kind.isS3()
          ? Bound.unclear("S3 may or may not take " + Quote.of(id) + " for a fixed value")
          : named(id);
    }
    boolean exact = USER_ID.matcher(id).matches() || SESSION_ID.matcher(id).matches();
    return exact ? named(id) : notA("the unique id of a user or role", id);
  }

  private static Bound named(String id) {
    return new Bound(
        Audience.CROSS_ACCOUNT, "the user or role " + Quote.of(id) + ", whose account is not told");
  }

  private static Bound service(String value) {
    return value.equalsIgnoreCase("true")
        ? new Bound(Audience.SERVICE_UNBOUND, "services of AWS, on behalf of any customer")
        : Bound.everyone("it asks for callers that are no services");
  }

  private Bound mountTarget(String value) {
    return kind == ResourceKind.EFS_FILE_SYSTEM && value.equalsIgnoreCase("true")
        ? new Bound(Audience.INTERNAL, "whoever reaches a mount target of the file system")
        : Bound.everyone("a stranger can make it so; it says nothing about who calls");
  }
}
