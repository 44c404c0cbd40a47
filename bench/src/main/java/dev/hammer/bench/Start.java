package dev.hammer.bench;

import java.util.Map;

/** With or without the cache that the launcher makes in the background after the first start. */
enum Start {
  WITHOUT_CACHE("without the launcher's cache"),
  FROM_CACHE("with the launcher's cache");

  private final String words;

  Start(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }

  /** Says it in the launcher's own way. */
  void tell(Map<String, String> environment) {
    switch (this) {
      case WITHOUT_CACHE -> environment.put("HAMMER_NO_CACHE", "1");
      case FROM_CACHE -> environment.remove("HAMMER_NO_CACHE");
    }
  }
}
