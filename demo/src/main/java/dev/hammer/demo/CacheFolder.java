package dev.hammer.demo;

import java.nio.file.Path;
import java.util.Map;

/** Where everything lies that may be deleted at any time. */
public final class CacheFolder {

  private CacheFolder() {}

  /** HAMMER_CACHE, else hammer below XDG_CACHE_HOME, else ~/.cache/hammer. */
  public static Path of(Map<String, String> environment) {
    var named = environment.getOrDefault("HAMMER_CACHE", "");
    if (!named.isBlank()) {
      return Path.of(named);
    }
    var caches = environment.getOrDefault("XDG_CACHE_HOME", "");
    return caches.isBlank()
        ? Path.of(environment.getOrDefault("HOME", System.getProperty("user.home")))
            .resolve(".cache/hammer")
        : Path.of(caches).resolve("hammer");
  }
}
