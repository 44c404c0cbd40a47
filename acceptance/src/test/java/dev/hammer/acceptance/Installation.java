package dev.hammer.acceptance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** A copy of the launcher and the jars it starts, which a test may change. */
final class Installation {
  private static final Path BUILT = Path.of("../hammer").toAbsolutePath().normalize();
  private static final String JAR = "hammer-cli-0.1.0.jar";
  private static final String CLASS = "dev/hammer/cli/command/VersionCommand.class";
  private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(4);

  private final Path root;
  private final Path home;
  private final Path caches;
  private final Path hasty;

  private Installation(Path root, Path home, Path caches, Path hasty) {
    this.root = root;
    this.home = home;
    this.caches = caches;
    this.hasty = hasty;
  }

  /**
   * Copies what was built; the jar of the command line without compression, so it keeps its size.
   */
  static Installation in(Path folder) throws IOException {
    Path root = folder.resolve("installed");
    Path lib = Files.createDirectories(root.resolve("cli/target/hammer/lib"));
    Files.createDirectories(root.resolve(".mvn"));
    Files.copy(BUILT, root.resolve("hammer"), StandardCopyOption.COPY_ATTRIBUTES);
    Files.copy(BUILT.resolveSibling(".mvn/tools.sh"), root.resolve(".mvn/tools.sh"));
    try (Stream<Path> jars = Files.list(BUILT.resolveSibling("cli/target/hammer/lib"))) {
      for (Path jar : jars.toList()) {
        Files.copy(jar, lib.resolve(jar.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
    Path home = Files.createDirectories(folder.resolve("home"));
    Path hasty = Files.createDirectories(folder.resolve("hasty"));
    Installation installation =
        new Installation(root, home, Files.createDirectories(folder.resolve("cache")), hasty);
    installation.sleepNoMore();
    installation.rebuild("Hammer ", "Hammer ");
    return installation;
  }

  /** The same jars with another folder for caches. */
  Installation withCaches(Path folder) {
    return new Installation(root, home, folder, hasty);
  }

  /**
   * The launcher waits a while before it makes a cache; nobody is kept from work here. Where no
   * cache is wanted, the making of it ends there.
   */
  private void sleepNoMore() throws IOException {
    Path sleep =
        Files.writeString(
            hasty.resolve("sleep"),
            """
            #!/bin/sh
            if [ -e "${0%/*}/never" ]; then rm -rf "$PWD"; kill "$PPID"; fi
            """);
    Files.setPosixFilePermissions(sleep, PosixFilePermissions.fromString("rwx------"));
  }

  /** Puts another build of one class into its jar: same name, same size, other code. */
  void rebuild(String word, String other) throws IOException {
    Path jar = root.resolve("cli/target/hammer/lib").resolve(JAR);
    Path fresh = jar.resolveSibling(JAR + ".new");
    try (ZipFile from = new ZipFile(jar.toFile());
        ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(fresh))) {
      to.setLevel(Deflater.NO_COMPRESSION);
      for (ZipEntry entry : from.stream().toList()) {
        ZipEntry copy = new ZipEntry(entry.getName());
        copy.setTime(0);
        to.putNextEntry(copy);
        try (InputStream in = from.getInputStream(entry)) {
          byte[] bytes = in.readAllBytes();
          to.write(entry.getName().equals(CLASS) ? replaced(bytes, word, other) : bytes);
        }
      }
    }
    Files.move(fresh, jar, StandardCopyOption.REPLACE_EXISTING);
  }

  FileTime date() throws IOException {
    return Files.getLastModifiedTime(root.resolve("cli/target/hammer/lib").resolve(JAR));
  }

  void date(FileTime time) throws IOException {
    Path lib = root.resolve("cli/target/hammer/lib");
    Files.setLastModifiedTime(lib.resolve(JAR), time);
    Files.setLastModifiedTime(lib, time);
  }

  /** The one cache there is. */
  Path cache() throws IOException {
    return caches().getFirst();
  }

  List<Path> caches() throws IOException {
    try (Stream<Path> files = Files.list(caches.resolve("aot"))) {
      return files.filter(file -> file.toString().endsWith(".aot")).toList();
    }
  }

  /** Starts once and waits until the cache is made. */
  void rehearse() throws IOException, InterruptedException {
    run("version").exits(0);
    awaitMaking();
  }

  /** Waits until no cache is being made any more. */
  void awaitMaking() throws IOException, InterruptedException {
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    while (isMaking()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("the cache is still not made: " + caches);
      }
      Thread.sleep(100);
    }
  }

  private boolean isMaking() throws IOException {
    if (!Files.isDirectory(caches.resolve("aot"))) {
      return false;
    }
    try (Stream<Path> files = Files.list(caches.resolve("aot"))) {
      return files.anyMatch(file -> file.toString().endsWith(".making"));
    }
  }

  Outcome run(String... arguments) {
    return start(Map.of(), arguments).await();
  }

  /** Runs and leaves no cache behind. */
  Outcome runWithoutMaking(String... arguments) throws IOException, InterruptedException {
    Path never = Files.createFile(hasty.resolve("never"));
    try {
      Outcome outcome = run(arguments);
      awaitMaking();
      return outcome;
    } finally {
      Files.delete(never);
    }
  }

  /** Demands that the JVM uses the cache it is given; without one it does not start. */
  Outcome runFromCache(String... arguments) {
    return start(Map.of("HAMMER_JAVA_OPTS", "-XX:AOTMode=on"), arguments).await();
  }

  Running start(Map<String, String> more, String... arguments) {
    List<String> command = new ArrayList<>(List.of(root.resolve("hammer").toString()));
    command.addAll(List.of(arguments));
    try {
      Path out = Files.createTempFile(home, "run", ".out");
      Path err = Files.createTempFile(home, "run", ".err");
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(home.toFile())
              .redirectInput(Path.of("/dev/null").toFile())
              .redirectOutput(out.toFile())
              .redirectError(err.toFile());
      Map<String, String> environment = new TreeMap<>(more);
      environment.put("HOME", home.toString());
      environment.put("JAVA_HOME", System.getProperty("java.home"));
      environment.put(
          "PATH", hasty + ":" + Objects.requireNonNullElse(System.getenv("PATH"), "/usr/bin:/bin"));
      environment.put("HAMMER_NO_BUILD", "1");
      environment.put("HAMMER_CACHE", caches.toString());
      builder.environment().clear();
      builder.environment().putAll(environment);
      return new Running(List.of(arguments), builder.start(), out, err);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] replaced(byte[] bytes, String word, String other) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    if (!text.contains(word)) {
      throw new IllegalStateException(CLASS + " does not say " + word);
    }
    return text.replace(word, other).getBytes(StandardCharsets.ISO_8859_1);
  }
}
