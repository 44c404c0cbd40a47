package dev.hammer.cli.command;

import dev.hammer.aws.Budget;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a budget such as {@code 30%} or {@code 30}. */
final class BudgetText implements ITypeConverter<Budget> {
  @Override
  public Budget convert(String text) {
    String number = text.endsWith("%") ? text.substring(0, text.length() - 1).strip() : text;
    if (number.matches("[1-9]\\d?|100")) {
      return new Budget(Integer.parseInt(number));
    }
    throw new TypeConversionException(
        "\"" + text + "\" is no budget; write a whole percentage from 1 to 100, such as 30%");
  }
}
