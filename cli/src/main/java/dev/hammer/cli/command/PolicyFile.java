package dev.hammer.cli.command;

import dev.hammer.app.CommandFailure;
import dev.hammer.cli.Surroundings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** The text that {@code judge} is given: a file, or what a pipe brings. */
record PolicyFile(String name) {
  /** A dash stands for the standard input. */
  private static final String STANDARD_INPUT = "-";

  /** Far more than any policy has, with all that may stand around it. */
  private static final int LARGEST = 4 * 1024 * 1024;

  /** Whether it is what comes in, rather than a file. */
  boolean isTyped() {
    return name.equals(STANDARD_INPUT);
  }

  /** What to call it in messages. */
  String shown() {
    return isTyped() ? "standard input" : name;
  }

  /**
   * Its text.
   *
   * @throws CommandFailure if it cannot be read
   */
  String text(Surroundings surroundings) {
    byte[] bytes = bytes(surroundings);
    if (bytes.length > LARGEST) {
      throw failure("it is larger than any policy", "Give the policy alone");
    }
    try {
      return charset(bytes).newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException broken) {
      throw failure("it is not text in UTF-8", "Save it as UTF-8");
    }
  }

  private byte[] bytes(Surroundings surroundings) {
    try {
      if (isTyped()) {
        return surroundings.in().readNBytes(LARGEST + 1);
      }
      Path file = surroundings.workingFolder().resolve(name);
      if (Files.isDirectory(file)) {
        throw failure("it is a folder", "Name a file, or - for the standard input");
      }
      try (InputStream in = Files.newInputStream(file)) {
        return in.readNBytes(LARGEST + 1);
      }
    } catch (NoSuchFileException | InvalidPathException missing) {
      throw failure("there is no such file", "Name a file, or - for the standard input");
    } catch (AccessDeniedException denied) {
      throw failure("access denied", "Let your user read it");
    } catch (IOException failed) {
      throw failure(String.valueOf(failed.getMessage()), "Name another file");
    }
  }

  /** PowerShell writes UTF-16 where it redirects, marked by its first two bytes. */
  private static Charset charset(byte[] bytes) {
    boolean little = bytes.length > 1 && bytes[0] == (byte) 0xff && bytes[1] == (byte) 0xfe;
    boolean big = bytes.length > 1 && bytes[0] == (byte) 0xfe && bytes[1] == (byte) 0xff;
    return little || big ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
  }

  private CommandFailure failure(String why, String remedy) {
    return new CommandFailure(
        CommandFailure.Kind.USAGE, "judge.file", "Cannot read " + shown() + ": " + why, remedy);
  }
}
