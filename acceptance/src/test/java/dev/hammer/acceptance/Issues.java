package dev.hammer.acceptance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Every issue a store holds, with its history, as {@code issues} and {@code show} tell it. */
final class Issues {
  private static final String ANY = "is:open,whitelisted,resolved,closed";

  private final Map<String, Json> byName = new TreeMap<>();
  private final Map<String, List<Json>> histories = new TreeMap<>();
  private final Json document;

  private Issues(Json document) {
    this.document = document;
  }

  /** The list alone. */
  static Issues of(Hammer hammer) {
    return of(hammer, ANY);
  }

  private static Issues of(Hammer hammer, String filter) {
    var issues = new Issues(hammer.run("issues", filter, "-o", "json").exits(0).json());
    for (Json item : issues.document.list("items")) {
      issues.byName.put(name(item), item);
    }
    return issues;
  }

  /** The list with the history of each. */
  static Issues withHistoryOf(Hammer hammer) {
    return withHistoryOf(hammer, ANY);
  }

  /** Those that a filter selects. */
  static Issues withHistoryOf(Hammer hammer, String filter) {
    Issues issues = of(hammer, filter);
    if (!issues.byName.isEmpty()) {
      List<String> command = new ArrayList<>(List.of("show"));
      issues.byName.values().forEach(item -> command.add(item.text("ref")));
      command.addAll(List.of("-o", "json"));
      Json shown = hammer.run(command.toArray(String[]::new)).exits(0).json();
      for (Json item : shown.list("items")) {
        issues.histories.put(name(item.at("issue")), item.list("history"));
      }
    }
    return issues;
  }

  /** The whole document of {@code issues}. */
  Json document() {
    return document;
  }

  Json issue(String check, String id) {
    List<Json> found =
        byName.values().stream()
            .filter(it -> it.text("check").equals(check) && it.text("issue_id").equals(id))
            .toList();
    if (found.size() != 1) {
      throw new AssertionError(
          found.size() + " issues of " + check + " " + id + " among " + byName.keySet());
    }
    return found.getFirst();
  }

  String ref(String check, String id) {
    return issue(check, id).text("ref");
  }

  String status(String check, String id) {
    return issue(check, id).text("status");
  }

  /** What happened to it, oldest first. */
  List<String> events(String check, String id) {
    return history(check, id).stream().map(it -> it.text("kind")).toList();
  }

  List<Json> history(String check, String id) {
    return histories.getOrDefault(name(issue(check, id)), List.of());
  }

  /** Names of those in a status: check, account and id. */
  Set<String> in(String status) {
    return byName.entrySet().stream()
        .filter(it -> it.getValue().text("status").equals(status))
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Names of those the last look did not confirm. */
  Set<String> unverified() {
    return byName.entrySet().stream()
        .filter(it -> !it.getValue().flag("verified"))
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** All that must not depend on how often, in what order or how smoothly one looked. */
  Map<String, String> substance() {
    var substance = new TreeMap<String, String>();
    byName.forEach(
        (name, item) ->
            substance.put(
                name,
                "%s %s life %d %s %s %s"
                    .formatted(
                        item.text("status"),
                        item.text("severity"),
                        item.number("life"),
                        item.text("summary"),
                        item.at("issue_details"),
                        histories.getOrDefault(name, List.of()).stream()
                            .map(event -> event.text("kind") + ": " + event.text("text"))
                            .toList())));
    return substance;
  }

  private static String name(Json item) {
    return item.text("check") + "/" + item.text("account_id") + "/" + item.text("issue_id");
  }
}
