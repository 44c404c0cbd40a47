package dev.hammer.cli;

import dev.hammer.core.filter.DidYouMean;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads one of a few words, in any case, and says which there are. */
record WordConverter<E extends Enum<E>>(Class<E> type) implements ITypeConverter<E> {
  @Override
  public E convert(String text) {
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> constant.name().equalsIgnoreCase(text))
        .findFirst()
        .orElseThrow(() -> unknown(text));
  }

  private TypeConversionException unknown(String text) {
    List<String> words =
        Arrays.stream(type.getEnumConstants())
            .map(constant -> constant.name().toLowerCase(Locale.ROOT))
            .toList();
    String near = DidYouMean.of(text, words).map(w -> "; did you mean " + w + "?").orElse("");
    return new TypeConversionException(
        "\"" + text + "\" is none of " + String.join(", ", words) + near);
  }
}
