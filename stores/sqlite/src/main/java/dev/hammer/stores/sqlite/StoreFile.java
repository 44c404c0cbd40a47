package dev.hammer.stores.sqlite;

import dev.hammer.core.issue.StoreException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;

/** The file of a store, for its owner's eyes only: evidence names every weakness. */
record StoreFile(Path path) {
  StoreFile {
    path = path.toAbsolutePath().normalize();
  }

  Path folder() {
    return Objects.requireNonNullElse(path.getParent(), path);
  }

  /** As JDBC wants it; in URI form, so that no character of the path is taken for an option. */
  String url() {
    return "jdbc:sqlite:file://" + path.toUri().getRawPath();
  }

  String uri() {
    return "sqlite:" + path;
  }

  /** Creates what is missing, folders too; what is there stays as it is. */
  void create() {
    if (Files.isDirectory(path)) {
      throw new StoreException(
          "The store " + path + " is a folder",
          "Name a file, such as " + path.resolve("hammer.db"));
    }
    try {
      Files.createDirectories(folder(), permissions("rwx------"));
      Files.createFile(path, permissions("rw-------"));
    } catch (FileAlreadyExistsException there) {
      if (!Files.isRegularFile(path)) {
        throw cannotCreate(there);
      }
    } catch (IOException denied) {
      throw cannotCreate(denied);
    }
  }

  long size() {
    try {
      return Files.size(path);
    } catch (IOException vanished) {
      throw vanished(vanished);
    }
  }

  /** What the user may still write on the disk of the store, in bytes. */
  long freeSpace() {
    try {
      return Files.getFileStore(folder()).getUsableSpace();
    } catch (IOException vanished) {
      throw vanished(vanished);
    }
  }

  private StoreException vanished(IOException cause) {
    return new StoreException(
        "The store " + path + " has vanished while it was open: " + why(cause),
        "Restore a copy, or start again with a new store",
        cause);
  }

  private StoreException cannotCreate(IOException cause) {
    return new StoreException(
        "The store " + path + " cannot be created: " + why(cause),
        "Check that your user may write in " + folder() + ", or name another file with --store",
        cause);
  }

  /** The file system's own words; where it has none, the kind of its refusal says it. */
  private static String why(IOException cause) {
    return switch (cause) {
      case AccessDeniedException denied -> "no permission for " + denied.getFile();
      case FileAlreadyExistsException there -> there.getFile() + " is there, and is something else";
      case NoSuchFileException gone -> gone.getFile() + " is not there";
      case FileSystemException refused when refused.getReason() != null ->
          refused.getFile() + ": " + refused.getReason();
      default -> String.valueOf(cause.getMessage());
    };
  }

  private FileAttribute<?>[] permissions(String wanted) {
    if (!path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      return new FileAttribute<?>[0];
    }
    return new FileAttribute<?>[] {
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(wanted))
    };
  }
}
