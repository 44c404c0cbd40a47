package dev.hammer.cli.command;

import dev.hammer.policy.Audience;
import java.util.Arrays;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a verdict of {@code judge} that is worse than internal, such as {@code cross_account}. */
final class AudienceText implements ITypeConverter<Audience> {
  @Override
  public Audience convert(String text) {
    return Audience.named(text)
        .filter(audience -> audience != Audience.INTERNAL)
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "\"" + text + "\" is no such verdict; write one of " + all()));
  }

  private static String all() {
    return Arrays.stream(Audience.values())
        .filter(audience -> audience != Audience.INTERNAL)
        .sorted((a, b) -> b.compareTo(a))
        .map(Audience::label)
        .collect(Collectors.joining(", "));
  }
}
