package dev.hammer.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CacheFolderTest {

  @Test
  void ownVariableWinsOverXdgOverHome() {
    var all = Map.of("HAMMER_CACHE", "/h", "XDG_CACHE_HOME", "/x", "HOME", "/home/lea");
    assertThat(CacheFolder.of(all)).isEqualTo(Path.of("/h"));
    assertThat(CacheFolder.of(Map.of("XDG_CACHE_HOME", "/x", "HOME", "/home/lea")))
        .isEqualTo(Path.of("/x/hammer"));
    assertThat(CacheFolder.of(Map.of("HAMMER_CACHE", "", "HOME", "/home/lea")))
        .isEqualTo(Path.of("/home/lea/.cache/hammer"));
  }
}
