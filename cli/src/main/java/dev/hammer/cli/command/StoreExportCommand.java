package dev.hammer.cli.command;

import dev.hammer.app.CommandFailure;
import dev.hammer.app.Workspace;
import dev.hammer.app.archive.Contents;
import dev.hammer.app.archive.Exporting;
import dev.hammer.cli.Door;
import dev.hammer.cli.Exit;
import dev.hammer.cli.OutputFormat;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code hammer store export}. */
@Command(
    name = "export",
    header = "Write all of the store as JSON lines.",
    customSynopsis = {
      "hammer store export --to hammer.jsonl",
      "hammer store export | gzip > hammer.jsonl.gz"
    },
    description = {
      "Issues with proof and history, scans, how far each check got, and accepted risks: a line each"
          + " after a head, and a summary at the end. The file names every weakness: keep it safe."
    },
    exitCodeList = {"0:", "2:"})
final class StoreExportCommand extends HammerSubcommand {
  @Option(
      names = "--to",
      paramLabel = "FILE",
      description = "a file that is not there yet (default: stdout)")
  private @Nullable Path to;

  @Override
  boolean streams() {
    return true;
  }

  @Override
  Exit run(Door door) {
    OutputFormat format = door.options().output();
    if (format != OutputFormat.TEXT && format != OutputFormat.JSONL) {
      throw new CommandFailure(
          CommandFailure.Kind.USAGE,
          "usage",
          "An export is JSON lines, and nothing else",
          "Leave out --output, or write -o jsonl");
    }
    return inWorkspace(door, workspace -> export(door, workspace));
  }

  private Exit export(Door door, Workspace workspace) {
    Contents contents =
        to == null
            ? toStdout(door, workspace)
            : toFile(door.surroundings().workingFolder().resolve(to), workspace);
    if (!door.options().isQuiet()) {
      door.say("Exported " + ContentsWords.of(contents) + ".");
    }
    return Exit.DONE;
  }

  private static Contents toStdout(Door door, Workspace workspace) {
    PrintStream out = door.terminal().out();
    Contents contents =
        new Exporting(workspace.store(), workspace.clock(), line -> out.print(line + "\n")).run();
    out.flush();
    return contents;
  }

  /** For its owner's eyes only, as the store itself. */
  private static Contents toFile(Path file, Workspace workspace) {
    try {
      create(file);
      try (BufferedWriter out = Files.newBufferedWriter(file, StandardOpenOption.WRITE)) {
        return new Exporting(workspace.store(), workspace.clock(), line -> write(out, line)).run();
      }
    } catch (FileAlreadyExistsException there) {
      throw new CommandFailure(
          CommandFailure.Kind.USAGE,
          "archive.exists",
          "Cannot export to " + file + ": the file exists",
          "Name another file, or move this one away");
    } catch (IOException | UncheckedIOException failed) {
      throw new CommandFailure(
          CommandFailure.Kind.USAGE,
          "archive.file",
          "Cannot export to " + file + ": " + failed.getMessage(),
          "Name a file in a folder where your user may write, with room for it");
    }
  }

  private static void create(Path file) throws IOException {
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    } else {
      Files.createFile(file);
    }
  }

  private static void write(BufferedWriter out, String line) {
    try {
      out.write(line);
      out.write('\n');
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
