package dev.hammer.cli;

/** What {@code -o} may say: a format of stdout, and how much of it people get. */
enum OutputChoice {
  TEXT(OutputFormat.TEXT),
  /** Text with every column in full. */
  WIDE(OutputFormat.TEXT),
  JSON(OutputFormat.JSON),
  JSONL(OutputFormat.JSONL),
  ID(OutputFormat.ID),
  /** Text as a table for spreadsheets; only where there is a list. */
  CSV(OutputFormat.TEXT);

  private final OutputFormat format;

  OutputChoice(OutputFormat format) {
    this.format = format;
  }

  OutputFormat format() {
    return format;
  }
}
