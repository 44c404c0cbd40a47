package dev.hammer.cli;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the address of an emulator, such as {@code http://127.0.0.1:5000}. */
final class EndpointConverter implements ITypeConverter<URI> {
  private static final Set<String> SCHEMES = Set.of("http", "https");

  @Override
  public URI convert(String text) {
    try {
      URI address = new URI(text);
      if (address.getHost() != null
          && address.getScheme() != null
          && SCHEMES.contains(address.getScheme().toLowerCase(Locale.ROOT))) {
        return address;
      }
    } catch (URISyntaxException broken) {
      throw refused(text);
    }
    throw refused(text);
  }

  private static TypeConversionException refused(String text) {
    return new TypeConversionException(
        "\"" + text + "\" is no address; write http://HOST:PORT or https://HOST");
  }
}
