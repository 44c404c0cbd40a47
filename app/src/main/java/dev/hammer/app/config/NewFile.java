package dev.hammer.app.config;

import dev.hammer.app.CommandFailure;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file that is written once, and never over another. */
public record NewFile(Path path) {
  /** Whether something of this name is there, even a link that leads nowhere. */
  public boolean exists() {
    return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
  }

  /**
   * Writes the file.
   *
   * @throws CommandFailure if there is one already, or it cannot be written
   */
  public void write(String text) {
    try {
      Files.writeString(path, text, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    } catch (IOException problem) {
      throw failure(problem);
    }
  }

  /** What went wrong when it was written. */
  CommandFailure failure(IOException problem) {
    return switch (problem) {
      case FileAlreadyExistsException _ ->
          failure("it is there already, and stays as it is", "Name another file, or move this one");
      case NoSuchFileException _ ->
          failure("there is no folder " + path.getParent(), "Make the folder first");
      case AccessDeniedException _ ->
          failure("permission denied", "Make the folder writable for this user");
      default -> failure(String.valueOf(problem.getMessage()), "Name another file");
    };
  }

  private CommandFailure failure(String why, String remedy) {
    return new CommandFailure(
        CommandFailure.Kind.USAGE, "file.unwritten", "Cannot write " + path + ": " + why, remedy);
  }
}
