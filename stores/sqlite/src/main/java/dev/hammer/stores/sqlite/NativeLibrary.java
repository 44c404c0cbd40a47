package dev.hammer.stores.sqlite;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * SQLite itself, which the driver unpacks from its jar at every start, unless {@code
 * org.sqlite.lib.path} names the folder where it lies. The driver falls back to its jar when it
 * cannot load that file.
 */
public final class NativeLibrary {
  private NativeLibrary() {}

  /**
   * Writes the library for this system into a folder, for the launcher.
   *
   * @param args the folder, which is empty
   * @throws IOException if there is none for this system, or the file cannot be written
   */
  public static void main(String[] args) throws IOException {
    String name = LibraryLoaderUtil.getNativeLibName();
    String resource = LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name;
    try (InputStream library = SQLiteJDBCLoader.class.getResourceAsStream(resource)) {
      if (library == null) {
        throw new FileNotFoundException(resource);
      }
      Files.copy(library, Path.of(args[0]).resolve(name));
    }
  }
}
