package dev.hammer.demo.estate;

import java.util.Map;
import java.util.TreeMap;

/** Who owns a resource, as its tags say. */
enum Team {
  PLATFORM("lea.hoffmann", "infrastructure", "landing-zone"),
  PAYMENTS("omar.haddad", "commerce", "payments"),
  SHOP("sofia.rossi", "commerce", "web-shop"),
  DATA("yuki.tanaka", "analytics", "lakehouse"),
  MOBILE("nora.lind", "customer", "mobile-app");

  private final String owner;
  private final String bu;
  private final String product;

  Team(String owner, String bu, String product) {
    this.owner = owner + "@acme.example";
    this.bu = bu;
    this.product = product;
  }

  /** The tags of a resource of this team, sorted. */
  Map<String, String> tags() {
    return new TreeMap<>(Map.of("bu", bu, "owner", owner, "product", product));
  }

  /** The same with a Name, where AWS shows that one. */
  Map<String, String> tags(String name) {
    var tags = tags();
    tags.put("Name", name);
    return tags;
  }
}
