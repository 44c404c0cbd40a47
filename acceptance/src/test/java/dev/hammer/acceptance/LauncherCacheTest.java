package dev.hammer.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever becomes of the launcher's cache: the code that runs is that of the jars. */
@Tag("slow")
class LauncherCacheTest {
  @TempDir private static Path folder;
  private static Installation hammer;
  private static Path cache;
  private static byte[] whole = {};

  @BeforeAll
  static void makeCache() throws IOException, InterruptedException {
    hammer = Installation.in(folder);
    hammer.rehearse();
    cache = hammer.cache();
    whole = Files.readAllBytes(cache);
  }

  @AfterEach
  void putBack() throws IOException, InterruptedException {
    hammer.awaitMaking();
    if (!Files.isRegularFile(cache)) {
      Files.deleteIfExists(cache);
    }
    Files.write(cache, whole);
  }

  @Test
  void aWarmStartUsesIt() {
    assertThat(hammer.runFromCache("version").exits(0).out()).startsWith("Hammer ");
    assertThat(hammer.run("version", "-v").exits(0).err()).isEmpty();
    assertThat(hammer.run("issues", "-o", "json", "--store", store()).exits(0).err()).isEmpty();
  }

  @Test
  void aJarOfTheSameNameSizeAndDateIsNewCode() throws IOException, InterruptedException {
    FileTime date = hammer.date();
    hammer.rebuild("Hammer ", "Hummer ");
    hammer.date(date);
    try {
      assertThat(hammer.runWithoutMaking("version").exits(0).out()).startsWith("Hummer ");
    } finally {
      hammer.rebuild("Hummer ", "Hammer ");
      hammer.date(date);
    }
    assertThat(hammer.runFromCache("version").exits(0).out()).startsWith("Hammer ");
  }

  @Test
  void aNewerJarIsNewCode() throws IOException, InterruptedException {
    FileTime date = hammer.date();
    hammer.rebuild("Hammer ", "Hommer ");
    try {
      assertThat(hammer.runWithoutMaking("version").exits(0).out()).startsWith("Hommer ");
    } finally {
      hammer.rebuild("Hommer ", "Hammer ");
      hammer.date(date);
    }
  }

  @Test
  void aTruncatedCacheIsNotUsedAndMadeAgain() throws IOException, InterruptedException {
    try (var channel = Files.newByteChannel(cache, java.nio.file.StandardOpenOption.WRITE)) {
      channel.truncate(whole.length / 3);
    }

    Outcome loud = hammer.run("version", "-v").exits(0);

    assertThat(loud.out()).startsWith("Hammer ");
    assertThat(loud.err().lines()).singleElement().asString().contains("was not whole");
    hammer.awaitMaking();
    hammer.runFromCache("version").exits(0);
    whole = Files.readAllBytes(cache);
  }

  @Test
  void anUnpackedLibraryThatIsNotWholeIsNotLoaded() throws IOException, InterruptedException {
    Path library = library();
    byte[] unpacked = Files.readAllBytes(library);
    Files.write(library, Arrays.copyOf(unpacked, unpacked.length / 2));

    Outcome loud = hammer.run("issues", "-v", "--store", store()).exits(0);

    assertThat(loud.err()).contains("was not whole");
    hammer.awaitMaking();
    assertThat(Files.readAllBytes(library)).isEqualTo(unpacked);
    whole = Files.readAllBytes(cache);
  }

  @Test
  void aLibraryThatCannotBeLoadedCostsTimeOnly() throws IOException {
    Path library = library();
    byte[] unpacked = Files.readAllBytes(library);
    Files.write(library, new byte[unpacked.length]);
    Files.setLastModifiedTime(cache, FileTime.from(Instant.now()));
    try {
      Outcome outcome = hammer.run("issues", "-v", "-o", "json", "--store", store()).exits(0);
      assertThat(outcome.err()).doesNotContain("Starting without");
      assertThat(outcome.json().list("items")).isEmpty();
    } finally {
      Files.write(library, unpacked);
      Files.setLastModifiedTime(cache, FileTime.from(Instant.now()));
    }
  }

  @Test
  void garbageOfTheSameSizeIsSilent() throws IOException {
    Files.write(cache, new byte[whole.length]);

    assertJson(hammer.run("version", "-o", "json"));
  }

  @Test
  void aCacheOfAnotherJdkIsSilent() throws IOException {
    String head = new String(whole, 0, 8192, StandardCharsets.ISO_8859_1);
    String version = Runtime.version().toString();
    assumeTrue(head.contains(version), "the head of a cache names its JDK");
    byte[] other = whole.clone();
    other[head.indexOf(version) + version.length() - 1] ^= 1;
    Files.write(cache, other);

    assertJson(hammer.run("version", "-o", "json"));
  }

  @Test
  void aFolderOrALinkInItsPlaceIsNotFollowed() throws IOException {
    Path elsewhere = Files.write(folder.resolve("elsewhere"), whole);
    Files.delete(cache);
    Files.createSymbolicLink(cache, elsewhere);
    assertThat(hammer.run("version", "-v").exits(0).err()).contains("is not a file of this user's");
    Files.delete(cache);
    Files.createDirectory(cache);
    assertThat(hammer.run("version", "-v").exits(0).err()).contains("is not a file of this user's");
  }

  @Test
  void aFileOfSomebodyElseIsNotTrusted() throws IOException {
    assumeTrue("root".equals(System.getProperty("user.name")), "only root can give a file away");
    Object own = Files.getAttribute(cache, "unix:uid");
    Files.setAttribute(cache, "unix:uid", 12345);
    try {
      Outcome loud = hammer.run("version", "-v").exits(0);
      assertThat(loud.out()).startsWith("Hammer ");
      assertThat(loud.err()).contains("is not a file of this user's");
    } finally {
      Files.setAttribute(cache, "unix:uid", own);
    }
  }

  @Test
  void aFolderThatCannotBeWrittenCostsTimeOnly() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "in the way");
    Installation elsewhere = hammer.withCaches(file);

    assertJson(elsewhere.run("version", "-o", "json"));
    assertThat(elsewhere.run("version", "-v").exits(0).err().lines())
        .singleElement()
        .asString()
        .contains("is not writable");
  }

  @Test
  void twoAtOnceMakeOneCache() throws IOException, InterruptedException {
    Installation fresh = hammer.withCaches(Files.createDirectories(folder.resolve("fresh")));
    List<Running> both =
        Stream.of(1, 2, 3).map(_ -> fresh.start(Map.of(), "version", "-o", "json")).toList();

    both.forEach(one -> assertJson(one.await()));
    fresh.awaitMaking();
    assertThat(fresh.caches()).hasSize(1);
    fresh.runFromCache("version").exits(0);
  }

  private static Path library() throws IOException {
    try (Stream<Path> files = Files.list(cache.resolveSibling(cache.getFileName() + ".sqlite"))) {
      return files.findFirst().orElseThrow();
    }
  }

  private static String store() {
    return "sqlite:" + folder.resolve("empty.db");
  }

  private static void assertJson(Outcome outcome) {
    outcome.exits(0);
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.json()).isNotNull();
    assertThat(outcome.out()).contains("\"schema\": \"hammer/version/1\"");
  }
}
