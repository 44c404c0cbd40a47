package dev.hammer.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hammer.checks.Catalogue;
import dev.hammer.core.check.CheckInfo;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The checks there really are, with the files that people really have. */
class CatalogueConfigurationTest {
  @TempDir private Path folder;

  @Test
  void everyCheckHasItsSectionAndEveryDefaultCanBeShown() {
    Configuration configuration = ConfigLoader.defaults(Catalogue.infos());

    assertThat(configuration.checks())
        .extracting(CheckSection::check)
        .containsExactlyElementsOf(Catalogue.infos().stream().map(CheckInfo::id).sorted().toList());
    for (CheckInfo check : Catalogue.infos()) {
      assertThat(configuration.settings())
          .extracting(EffectiveSetting::key)
          .containsAll(check.settings().stream().map(s -> check.id() + "." + s.name()).toList());
    }
  }

  @Test
  void predecessorsFilesHaveNoErrors() {
    Desk desk =
        new Desk(folder)
            .with("config.json", PredecessorFiles.CONFIG)
            .with("whitelist.json", PredecessorFiles.WHITELIST)
            .with("ticket_owners.json", PredecessorFiles.OWNERS)
            .with("fixnow.json", PredecessorFiles.FIXNOW);

    LoadedConfig loaded =
        ConfigLoader.load(desk.sources().withConfig(Path.of("config.json")), Catalogue.infos());

    assertThat(loaded.errors()).isEmpty();
    assertThat(loaded.configuration().checks())
        .filteredOn(check -> SectionNames.FIRST.contains(check.check()))
        .allMatch(CheckSection::enabled);
  }
}
