package dev.hammer.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the committed pages to what would be generated; {@code -Dupdate.pages} writes them. */
class CheckPagesTest {
  private static final Path FOLDER =
      Path.of(System.getProperty("basedir", ".")).resolve("../docs/checks").normalize();

  @Test
  void theCommittedPagesAreTheGeneratedOnes() throws IOException {
    if (Boolean.getBoolean("update.pages") || "".equals(System.getProperty("update.pages"))) {
      write(CheckPages.all());
    }

    assertThat(committed())
        .as("run the tests with -Dupdate.pages to write docs/checks anew")
        .isEqualTo(CheckPages.all());
  }

  @Test
  void aPageTellsPermissionsAndSettings() {
    String page = CheckPages.all().get("s3_encryption.md");

    assertThat(page)
        .startsWith("# s3_encryption\n\nS3 bucket with weaker default encryption than required.\n")
        .contains("| `s3:GetEncryptionConfiguration` | `s3:GetBucketEncryption` | the verdict |")
        .contains("| `s3:GetBucketTagging` | `s3:GetBucketTagging` | severity and context |")
        .contains("| `required_algorithm` | AES256 \\| aws:kms \\| aws:kms:dsse | `AES256` |")
        .contains("| `required_kms_key_arns` | list of texts | `[]` |")
        .contains("| `require_bucket_key` | true \\| false | `false` |");
  }

  @Test
  void theIndexLeadsToEveryCheck() {
    String index = CheckPages.all().get("README.md");

    assertThat(Catalogue.infos())
        .isNotEmpty()
        .allSatisfy(
            info -> assertThat(index).contains("[`" + info.id() + "`](" + info.id() + ".md)"));
  }

  private static SortedMap<String, String> committed() throws IOException {
    SortedMap<String, String> pages = new TreeMap<>();
    try (Stream<Path> files = Files.list(FOLDER)) {
      for (Path file : files.toList()) {
        pages.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return pages;
  }

  private static void write(Map<String, String> pages) throws IOException {
    Files.createDirectories(FOLDER);
    for (String stale : committed().keySet()) {
      Files.delete(FOLDER.resolve(stale));
    }
    for (Map.Entry<String, String> page : pages.entrySet()) {
      Files.writeString(FOLDER.resolve(page.getKey()), page.getValue());
    }
  }
}
