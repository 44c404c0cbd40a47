package dev.hammer.app.config;

import dev.hammer.app.CommandFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * A configuration that was made of the predecessor's files.
 *
 * @param text of the new file
 * @param notes what a person should know, what changed in writing first
 * @param beside files that belong beside it
 */
public record Migrated(String text, List<MigrationNote> notes, List<Path> beside) {
  public Migrated {
    notes = List.copyOf(notes);
    beside = List.copyOf(beside);
  }

  /** The notes of one kind. */
  public List<MigrationNote> notes(MigrationNote.Kind kind) {
    return notes.stream().filter(note -> note.kind() == kind).toList();
  }

  /**
   * Writes the file, and copies what belongs beside it unless it lies there already.
   *
   * @return the files that were made, the configuration first
   * @throws CommandFailure if there is a file of one of the names, or one cannot be written; then
   *     nothing is left behind
   */
  public List<Path> writeTo(Path file) {
    refuseName(file);
    List<Path> copied =
        beside.stream().filter(other -> !isSame(other, target(other, file))).toList();
    refuseOver(file, copied);
    List<Path> made = new ArrayList<>(List.of(file));
    new NewFile(file).write(text);
    for (Path other : copied) {
      Path target = target(other, file);
      try {
        Files.copy(other, target, StandardCopyOption.COPY_ATTRIBUTES);
      } catch (IOException problem) {
        made.forEach(Migrated::forget);
        throw new NewFile(target).failure(problem);
      }
      made.add(target);
    }
    return List.copyOf(made);
  }

  private static void refuseName(Path file) {
    if (file.toString().endsWith(".json")) {
      throw new CommandFailure(
          CommandFailure.Kind.USAGE,
          "migrate.name",
          "Cannot write " + file + ": the file is YAML, and this name is for JSON",
          "Name it hammer.yaml");
    }
  }

  private static void refuseOver(Path file, List<Path> copied) {
    List<Path> targets = new ArrayList<>(List.of(file));
    copied.forEach(other -> targets.add(target(other, file)));
    List<String> there =
        targets.stream()
            .filter(target -> new NewFile(target).exists())
            .map(Path::toString)
            .toList();
    if (!there.isEmpty()) {
      throw new CommandFailure(
          CommandFailure.Kind.USAGE,
          "file.exists",
          "Nothing was written: "
              + String.join(", ", there)
              + (there.size() == 1 ? " is" : " are")
              + " there already",
          "Name a file in an empty folder, or move what is there");
    }
  }

  private static Path target(Path other, Path file) {
    return file.resolveSibling(other.getFileName());
  }

  private static boolean isSame(Path a, Path b) {
    try {
      return Files.exists(b) && Files.isSameFile(a, b);
    } catch (IOException unknown) {
      return false;
    }
  }

  private static void forget(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException stays) {
      // The failure that led here is told; a file left behind is seen at the next attempt.
    }
  }
}
