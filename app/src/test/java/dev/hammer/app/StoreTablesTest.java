package dev.hammer.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hammer.app.config.ConfigLoader;
import dev.hammer.app.config.ConfigSources;
import dev.hammer.app.config.Configuration;
import dev.hammer.checks.Catalogue;
import dev.hammer.core.check.CheckInfo;
import dev.hammer.stores.dynamodb.Layout;
import dev.hammer.stores.dynamodb.Shelf;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreTablesTest {
  @TempDir private Path folder;

  @Test
  void everyCheckOfThePredecessorHasItsTableBehindThePrefix() {
    Layout layout = StoreTables.of("prod-", ConfigLoader.defaults(Catalogue.infos()));

    assertThat(layout.prefix()).isEqualTo("prod-");
    assertThat(layout.shelves())
        .extracting(Shelf::check)
        .containsExactlyElementsOf(Catalogue.infos().stream().map(CheckInfo::id).sorted().toList());
    assertThat(layout.shelves())
        .extracting(Shelf::table)
        .contains("prod-s3-public-bucket-acl", "prod-cloudtrails", "prod-rds-unencrypted");
  }

  @Test
  void globalChecksAreTold() {
    Layout layout = StoreTables.of("hammer-", ConfigLoader.defaults(Catalogue.infos()));

    assertThat(layout.shelves())
        .filteredOn(Shelf::isGlobal)
        .extracting(Shelf::check)
        .containsExactly(
            "s3_bucket_acl",
            "s3_bucket_policy",
            "s3_encryption",
            "user_inactivekeys",
            "user_keysrotation");
  }

  @Test
  void aTableThatASectionNamesIsTakenAsItIs() throws IOException {
    Files.writeString(folder.resolve("hammer.yaml"), "cloudtrails: {ddb.table_name: my-trails}\n");
    Configuration configuration =
        ConfigLoader.load(
                ConfigSources.of(folder, folder.resolve("home"), Map.of()), Catalogue.infos())
            .configuration();

    assertThat(StoreTables.of("prod-", configuration).shelves())
        .filteredOn(shelf -> shelf.check().equals("cloudtrails"))
        .extracting(Shelf::table)
        .containsExactly("my-trails");
  }
}
