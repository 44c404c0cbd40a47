package dev.hammer.stores.sqlite;

import dev.hammer.core.issue.StoreException;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Says in words what SQLite's error codes mean for the store, and what to do. */
final class StoreFailure {
  private static final int PRIMARY_CODE = 0xff;

  private final StoreFile file;

  StoreFailure(StoreFile file) {
    this.file = file;
  }

  StoreException of(SQLException cause) {
    SQLiteErrorCode code = primaryCode(cause);
    return switch (code) {
      case SQLITE_BUSY, SQLITE_LOCKED ->
          failure(
              "is locked by another program",
              "Wait until that program ends; fuser " + file.path() + " names it",
              cause);
      case SQLITE_READONLY, SQLITE_PERM, SQLITE_AUTH ->
          failure(
              "cannot be written: the file or its folder is read-only",
              "Let your user write "
                  + file.path()
                  + " and the folder it lies in, or name another file with --store",
              cause);
      case SQLITE_CANTOPEN ->
          failure(
              "cannot be opened",
              "Check that your user may read and write in " + file.folder(),
              cause);
      case SQLITE_FULL ->
          failure(
              "has no space left on its disk; the last change was not stored",
              "Free space on the disk of " + file.folder() + " and repeat the command",
              cause);
      case SQLITE_CORRUPT ->
          failure(
              "is damaged",
              "Restore a copy, or save what can be read: sqlite3 "
                  + file.path()
                  + " .recover | sqlite3 recovered.db",
              cause);
      case SQLITE_NOTADB ->
          failure(
              "is not a SQLite database",
              "Name another file with --store, or move this one away",
              cause);
      case SQLITE_IOERR ->
          failure(
              "cannot be read or written: " + cause.getMessage(),
              "Check the disk and the space left of " + file.folder(),
              cause);
      case SQLITE_TOOBIG, SQLITE_NOMEM ->
          failure(
              "cannot hold so large a value; the last change was not stored",
              "Report this as a defect of Hammer, with the message: " + cause.getMessage(),
              cause);
      default ->
          failure(
              "failed: " + cause.getMessage(),
              "Report this as a defect of Hammer; the last change was not stored",
              cause);
    };
  }

  /** A row that makes no sense to us: written by somebody else, or damaged. */
  StoreException unreadable(UnreadableRowException cause) {
    return failure(
        "holds something that Hammer did not write: " + cause.getMessage(),
        "Restore a copy, or report this as a defect of Hammer",
        cause);
  }

  StoreException newer(int schema, int newestKnown) {
    return new StoreException(
        "The store has schema "
            + schema
            + ", this Hammer knows 1 to "
            + newestKnown
            + ": "
            + file.path(),
        "Use the newer Hammer that wrote it; nothing was changed");
  }

  StoreException foreign() {
    return new StoreException(
        "The store " + file.path() + " is a database of another program",
        "Name another file with --store; nothing was changed");
  }

  private StoreException failure(String what, String remedy, Throwable cause) {
    return new StoreException("The store " + file.path() + " " + what, remedy, cause);
  }

  static boolean isBusy(SQLException cause) {
    return primaryCode(cause) == SQLiteErrorCode.SQLITE_BUSY;
  }

  /** The first byte of a code is its class; the rest only refines it. */
  private static SQLiteErrorCode primaryCode(SQLException cause) {
    return cause instanceof SQLiteException sqlite
        ? SQLiteErrorCode.getErrorCode(sqlite.getResultCode().code & PRIMARY_CODE)
        : SQLiteErrorCode.UNKNOWN_ERROR;
  }
}
