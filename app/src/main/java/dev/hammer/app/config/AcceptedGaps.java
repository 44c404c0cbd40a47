package dev.hammer.app.config;

import dev.hammer.core.value.Value;
import java.util.List;
import java.util.Optional;

/** One accepted gap: an object that says what may stay unread, why, and until when. */
record AcceptedGaps() implements Kind<AcceptedGap> {
  private static final String ACCOUNT = "account";
  private static final String REGION = "region";
  private static final String SERVICE = "service";
  private static final String REASON = "reason";
  private static final String EXPIRES = "expires";
  private static final List<String> KEYS = List.of(ACCOUNT, REGION, SERVICE, REASON, EXPIRES);
  private static final String WRITTEN =
      "{account: \"111111111111\", reason: sold, expires: 2027-02-22}";
  private static final String EXAMPLE = "write " + WRITTEN;
  private static final Kind<String> GLOB =
      Word.of("[^\\s].{0,199}", "name or glob", EXAMPLE, "", "eu-*");
  private static final Kind<String> WHY =
      Word.of("(?s).*\\S.*", "reason", "say why this may stay unread", "", "sold");

  @Override
  public Optional<AcceptedGap> read(Node node, String key, Problems problems) {
    if (!(node instanceof Node.Fields fields)) {
      problems.error(node.at(), key, key + " is " + Shown.kindOf(node), EXAMPLE);
      return Optional.empty();
    }
    Parts parts = new Parts(fields, "an accepted gap", KEYS, key, problems);
    boolean isKnown = parts.refuseUnknown();
    Optional<String> account = parts.need(ACCOUNT, GLOB, EXAMPLE);
    Optional<String> region = parts.read(REGION, GLOB);
    Optional<String> service = parts.read(SERVICE, GLOB);
    Optional<String> reason = parts.need(REASON, WHY, "say why this may stay unread");
    Optional<EndDate> expires =
        parts.need(EXPIRES, EndDates.KIND, "write a date as in 2027-02-22, or never");
    boolean isWhole =
        isKnown
            && parts.isRead(REGION, region)
            && parts.isRead(SERVICE, service)
            && reason.isPresent()
            && expires.isPresent();
    return account
        .filter(_ -> isWhole)
        .map(
            name ->
                new AcceptedGap(
                    name, region, service, reason.orElseThrow(), expires.orElseThrow().at()));
  }

  @Override
  public String form() {
    return "object with account, reason, expires, and perhaps region, service";
  }

  @Override
  public String example() {
    return WRITTEN;
  }

  @Override
  public Value show(AcceptedGap gap) {
    Value.Builder fields = Value.fields().put(ACCOUNT, gap.account());
    gap.region().ifPresent(name -> fields.put(REGION, name));
    gap.service().ifPresent(name -> fields.put(SERVICE, name));
    return fields
        .put(REASON, gap.reason())
        .put(EXPIRES, gap.expires().map(Object::toString).orElse("never"))
        .build();
  }
}
