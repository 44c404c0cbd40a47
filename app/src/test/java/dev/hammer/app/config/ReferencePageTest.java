package dev.hammer.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hammer.checks.Catalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Holds the committed page to what would be generated; {@code -Dupdate.pages} writes it. */
class ReferencePageTest {
  private static final Path PAGE =
      Path.of(System.getProperty("basedir", "."))
          .resolve("../docs/configuration-reference.md")
          .normalize();

  @Test
  void theCommittedPageIsTheGeneratedOne() throws IOException {
    String text = new ReferencePage(Catalogue.infos()).text();
    if (Boolean.getBoolean("update.pages") || "".equals(System.getProperty("update.pages"))) {
      Files.writeString(PAGE, text);
    }

    assertThat(Files.readString(PAGE))
        .as("run the tests with -Dupdate.pages to write the page anew")
        .isEqualTo(text);
  }

  @Test
  void aKeyTellsItsRangeDefaultAndExample() {
    assertThat(new ReferencePage(Catalogue.infos()).text())
        .contains(
            "| `aws.session_minutes` | minutes, 15 to 720 | 60 |",
            "| `s3_encryption.require_bucket_key` | true \\| false | false |",
            "| `CHECK.enabled` |");
  }
}
