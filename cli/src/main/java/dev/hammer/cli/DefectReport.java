package dev.hammer.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes what is needed to repair a defect of Hammer; no arguments, no values, no secrets. */
final class DefectReport {
  private final Surroundings surroundings;
  private final GlobalOptions options;

  DefectReport(Surroundings surroundings, GlobalOptions options) {
    this.surroundings = surroundings;
    this.options = options;
  }

  Exit write(Exception defect, ErrorReport report) {
    StringWriter trace = new StringWriter();
    for (Throwable cause = defect; cause != null; cause = cause.getCause()) {
      trace.append(cause.getClass().getName()).append('\n');
      for (StackTraceElement element : cause.getStackTrace()) {
        trace.append("  at ").append(element.toString()).append('\n');
      }
    }
    if (options.verbosity() > 0) {
      defect.printStackTrace(
          new PrintWriter(surroundings.terminal().err(), true, StandardCharsets.UTF_8));
    }
    String where = save(Version.of() + "\n" + trace);
    return report.failure(
        Exit.DEFECT,
        "defect",
        "A defect in Hammer stopped the command: " + defect.getClass().getSimpleName(),
        where);
  }

  private String save(String text) {
    try {
      Path file = Files.createTempFile("hammer-defect-", ".txt");
      Files.writeString(file, text);
      return "Report it with this file, which holds no secrets: " + file;
    } catch (IOException unwritable) {
      return "Report it with what -v prints";
    }
  }
}
