import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassFile.DeadCodeOption;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Raises the old classes of a jar to Java 8 and gives them stack maps, in place: the JVM keeps no
 * class in its cache that was compiled for Java 5, as those of picocli are. What they do stays the
 * same. A step of the build, run with {@code java StackMaps.java JAR}.
 */
final class StackMaps {
  private static final int HAS_STACK_MAPS = ClassFile.JAVA_8_VERSION;

  private StackMaps() {}

  public static void main(String[] args) throws IOException {
    Path jar = Path.of(args[0]);
    try (FileSystem inside = FileSystems.newFileSystem(jar, Map.of());
        Stream<Path> files = Files.walk(inside.getPath("/"))) {
      List<Path> classes =
          files.filter(file -> file.toString().endsWith(".class")).toList();
      ClassFile classFile = reader(inside);
      for (Path file : classes) {
        ClassModel old = classFile.parse(Files.readAllBytes(file));
        if (old.majorVersion() < HAS_STACK_MAPS) {
          Files.write(file, classFile.transformClass(old, raised()));
        }
      }
    }
  }

  private static ClassTransform raised() {
    return ClassTransform.transformingMethodBodies(CodeTransform.ACCEPT_ALL)
        .andThen(
            (builder, element) -> {
              if (element instanceof ClassFileVersion) {
                builder.withVersion(HAS_STACK_MAPS, 0);
              } else {
                builder.with(element);
              }
            });
  }

  /** Stack maps name common ancestors of classes, which are looked up in the jar and in the JDK. */
  private static ClassFile reader(FileSystem inside) {
    ClassHierarchyResolver jar =
        ClassHierarchyResolver.ofResourceParsing(
            type -> open(inside.getPath(type.descriptorString().replaceAll("^L|;$", "") + ".class")));
    return ClassFile.of(
        StackMapsOption.GENERATE_STACK_MAPS,
        DeadCodeOption.PATCH_DEAD_CODE,
        ClassHierarchyResolverOption.of(jar.orElse(ClassHierarchyResolver.defaultResolver())));
  }

  /** Null for what is not there, as the resolver wants it. */
  private static InputStream open(Path file) {
    try {
      return Files.exists(file) ? Files.newInputStream(file) : null;
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }
}
