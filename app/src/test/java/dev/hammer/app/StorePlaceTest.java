package dev.hammer.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hammer.app.config.ConfigLoader;
import dev.hammer.app.config.ConfigSources;
import dev.hammer.app.config.Configuration;
import dev.hammer.checks.Catalogue;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StorePlaceTest {
  private static final Path HOME = Path.of("/home/lea");
  private static final Path WORK = Path.of("/project");

  @Test
  void usualPlaceIsThePersonsDataFolder() {
    assertThat(place(Optional.empty(), Map.of()))
        .isEqualTo(Path.of("/home/lea/.local/share/hammer/hammer.db"));
    assertThat(place(Optional.empty(), Map.of("XDG_DATA_HOME", "/data")))
        .isEqualTo(Path.of("/data/hammer/hammer.db"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "relative/folder"})
  void dataFolderThatIsNoneIsIgnored(String folder) {
    assertThat(place(Optional.empty(), Map.of("XDG_DATA_HOME", folder)))
        .isEqualTo(Path.of("/home/lea/.local/share/hammer/hammer.db"));
  }

  @ParameterizedTest
  @CsvSource({
    "http://127.0.0.1:5000, endpoint-127.0.0.1-5000.db",
    "http://127.0.0.1:5001, endpoint-127.0.0.1-5001.db",
    "https://aws.example.org, endpoint-aws.example.org.db",
    "'http://[::1]:5000', endpoint-___1_-5000.db",
  })
  void emulatorsHaveStoresOfTheirOwn(URI endpoint, String file) {
    assertThat(place(Optional.of(endpoint), Map.of()).getFileName()).hasToString(file);
  }

  @ParameterizedTest
  @CsvSource({
    "sqlite:hammer.db, /project/hammer.db",
    "sqlite:./stores/../hammer.db, /project/hammer.db",
    "sqlite:/var/lib/hammer.db, /var/lib/hammer.db",
  })
  void namedStoreGoesBeforeEverything(String uri, Path file) {
    assertThat(named(uri)).isEqualTo(file);
  }

  @Test
  void tablesAreNoFile() {
    assertThatThrownBy(() -> named("dynamodb:table"))
        .isInstanceOf(CommandFailure.class)
        .hasMessage("\"dynamodb:table\" is no file")
        .extracting("code", "remedy")
        .containsExactly("store.uri", "Write sqlite:PATH, for example sqlite:./hammer.db");
  }

  @Test
  void tablesAreNamedByTheirPrefix() {
    assertThat(StorePlace.tables(configured("dynamodb:hammer-"))).contains("hammer-");
    assertThat(StorePlace.tables(configured("sqlite:hammer.db"))).isEmpty();
    assertThat(StorePlace.tables(ConfigLoader.defaults(Catalogue.infos()))).isEmpty();
  }

  private static Path place(Optional<URI> endpoint, Map<String, String> environment) {
    return StorePlace.of(
        ConfigLoader.defaults(Catalogue.infos()), endpoint, HOME, WORK, environment);
  }

  private static Path named(String uri) {
    return StorePlace.of(
        configured(uri), Optional.of(URI.create("http://127.0.0.1:5000")), HOME, WORK, Map.of());
  }

  private static Configuration configured(String uri) {
    ConfigSources sources = ConfigSources.of(WORK, HOME, Map.of()).withStore(uri);
    return ConfigLoader.load(sources, Catalogue.infos()).configuration();
  }
}
