package dev.hammer.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForeignEndpointTest {
  private static final Map<String, String> NONE = Map.of();

  @TempDir private Path folder;

  @BeforeEach
  void emptyFiles() throws IOException {
    System.setProperty("aws.configFile", folder.resolve("config").toString());
    System.setProperty("aws.sharedCredentialsFile", folder.resolve("credentials").toString());
    Files.writeString(folder.resolve("credentials"), "");
    config("");
  }

  @AfterEach
  void clear() {
    System.clearProperty("aws.configFile");
    System.clearProperty("aws.sharedCredentialsFile");
  }

  @Test
  void withoutSettingsItIsAws() {
    assertThat(endpoint(NONE, NONE)).isEmpty();
    assertThat(endpoint(NONE, Map.of("AWS_ENDPOINT_URL", " ", "AWS_REGION", "x"))).isEmpty();
  }

  @Test
  void propertyGoesBeforeVariableAndVariableBeforeProfile() throws IOException {
    config("[default]\nendpoint_url = http://c:3\n");
    Map<String, String> property = Map.of("aws.endpointUrl", "http://a:1");
    Map<String, String> variable = Map.of("AWS_ENDPOINT_URL", "https://b:2");
    assertThat(endpoint(property, variable)).contains(URI.create("http://a:1"));
    assertThat(endpoint(NONE, variable)).contains(URI.create("https://b:2"));
    assertThat(endpoint(NONE, NONE)).contains(URI.create("http://c:3"));
  }

  @Test
  void emptyVariableDoesNotHideTheProfile() throws IOException {
    config("[default]\nendpoint_url = http://c:3\n");
    assertThat(endpoint(NONE, Map.of("AWS_ENDPOINT_URL", ""))).contains(URI.create("http://c:3"));
  }

  @Test
  void endpointOfOneServiceIsForeignToo() throws IOException {
    assertThat(endpoint(NONE, Map.of("AWS_ENDPOINT_URL_S3", "http://d:4")))
        .contains(URI.create("http://d:4"));
    assertThat(endpoint(Map.of("aws.endpointUrlSts", "http://e:5"), NONE))
        .contains(URI.create("http://e:5"));
    config(
        """
        [profile local]
        services = all-local
        [services all-local]
        s3 =
          endpoint_url = http://f:6
        """);
    assertThat(ForeignEndpoint.configured(Optional.of("local"), NONE, NONE))
        .contains(URI.create("http://f:6"));
    assertThat(endpoint(NONE, NONE)).isEmpty();
  }

  @Test
  void endpointForAllServicesIsTheOneToName() {
    assertThat(
            endpoint(
                NONE,
                Map.of("AWS_ENDPOINT_URL_EC2", "http://d:4", "AWS_ENDPOINT_URL", "http://a:1")))
        .contains(URI.create("http://a:1"));
  }

  @Test
  void filesThatMakeNoSenseNameNoEndpoint() throws IOException {
    config("[default\nendpoint_url = http://c:3\n");
    assertThat(endpoint(NONE, NONE)).isEmpty();
  }

  @Test
  void whatIsNoAddressIsRefusedWithItsPlaceAndNotItsText() throws IOException {
    assertThatThrownBy(() -> endpoint(NONE, Map.of("AWS_ENDPOINT_URL", "u:pass word@x")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("AWS_ENDPOINT_URL is not an http or https address");
    config("[default]\nendpoint_url = localhost\n");
    assertThatThrownBy(() -> endpoint(NONE, NONE))
        .hasMessageStartingWith("endpoint_url of profile default is not an http");
  }

  private static Optional<URI> endpoint(
      Map<String, String> properties, Map<String, String> environment) {
    return ForeignEndpoint.configured(Optional.empty(), properties, environment);
  }

  private void config(String text) throws IOException {
    Files.writeString(folder.resolve("config"), text);
  }
}
