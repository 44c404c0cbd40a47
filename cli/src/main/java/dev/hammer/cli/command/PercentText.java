package dev.hammer.cli.command;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a percentage from 0 to 100, with or without the sign. */
final class PercentText implements ITypeConverter<Double> {
  @Override
  public Double convert(String text) {
    String number = text.endsWith("%") ? text.substring(0, text.length() - 1).strip() : text;
    if (number.matches("\\d{1,3}(\\.\\d{1,3})?") && Double.parseDouble(number) <= 100) {
      return Double.valueOf(number);
    }
    throw new TypeConversionException("\"" + text + "\" is no percentage from 0 to 100");
  }
}
