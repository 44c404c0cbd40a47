package dev.hammer.app.scan;

import dev.hammer.app.Estate;
import dev.hammer.core.resource.AccountId;
import dev.hammer.testing.stub.Question;
import dev.hammer.testing.stub.WireReply;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * An organization on the stub of an estate: the main account manages it; a test puts accounts,
 * units and tags there.
 */
final class Organization {
  /** A unit with one below it. */
  static final String WORKLOADS = "ou-ab12-00000001";

  static final String PROD = "ou-ab12-00000002";
  private static final Map<String, List<String>> UNITS =
      Map.of(WORKLOADS, List.of(PROD), PROD, List.of());

  private final Map<String, Member> members = new TreeMap<>();
  private final Set<String> denied = ConcurrentHashMap.newKeySet();

  private record Member(String id, String name, String state, String unit, String tags) {
    String json() {
      return "{\"Id\":\"%s\",\"Name\":\"%s\",\"State\":\"%s\"}".formatted(id, name, state);
    }
  }

  Organization(Estate estate) {
    with(Estate.MAIN, "acme-main");
    estate
        .stub()
        .scripts()
        .answer("organizations", "ListAccounts", this::accounts)
        .answer("organizations", "ListAccountsForParent", this::below)
        .answer("organizations", "ListOrganizationalUnitsForParent", this::units)
        .answer("organizations", "ListTagsForResource", this::tags);
  }

  Organization with(AccountId account, String name) {
    return with(account, name, "ACTIVE", "root");
  }

  Organization with(AccountId account, String name, String state, String unit) {
    members.put(account.id(), new Member(account.id(), name, state, unit, ""));
    return this;
  }

  Organization tagged(AccountId account, String key, String value) {
    members.computeIfPresent(
        account.id(),
        (id, old) ->
            new Member(
                id,
                old.name(),
                old.state(),
                old.unit(),
                "{\"Key\":\"%s\",\"Value\":\"%s\"}".formatted(key, value)));
    return this;
  }

  Organization denying(String operation) {
    denied.add(operation);
    return this;
  }

  Organization allowing(String operation) {
    denied.remove(operation);
    return this;
  }

  private WireReply accounts(Question question) {
    List<Member> all = new ArrayList<>(members.values());
    int from = question.parameter("NextToken").map(Integer::parseInt).orElse(0);
    int to = Math.min(all.size(), from + 20);
    String next = to < all.size() ? ",\"NextToken\":\"" + to + "\"" : "";
    return answer(question, "{\"Accounts\":[" + json(all.subList(from, to)) + "]" + next + "}");
  }

  private WireReply below(Question question) {
    String unit = question.parameter("ParentId").orElse("");
    return UNITS.containsKey(unit)
        ? answer(
            question,
            "{\"Accounts\":["
                + json(members.values().stream().filter(m -> m.unit().equals(unit)).toList())
                + "]}")
        : question.error(400, "ParentNotFoundException", "no such parent");
  }

  private WireReply units(Question question) {
    String units =
        UNITS.getOrDefault(question.parameter("ParentId").orElse(""), List.of()).stream()
            .map("{\"Id\":\"%s\"}"::formatted)
            .collect(Collectors.joining(","));
    return answer(question, "{\"OrganizationalUnits\":[" + units + "]}");
  }

  private WireReply tags(Question question) {
    Member member = members.get(question.parameter("ResourceId").orElse(""));
    return member == null
        ? question.error(400, "TargetNotFoundException", "not here")
        : answer(question, "{\"Tags\":[" + member.tags() + "]}");
  }

  private WireReply answer(Question question, String body) {
    return denied.contains(question.target().operation())
        ? question.error(400, "AccessDeniedException", "You don't have permissions")
        : question.ok(body);
  }

  private static String json(List<Member> some) {
    return some.stream().map(Member::json).collect(Collectors.joining(","));
  }
}
