package dev.hammer.app.config;

import java.nio.file.Path;
import java.util.Optional;

/** One file of the configuration, read into nodes. */
final class ConfigFile {
  private ConfigFile() {}

  /** The object the file holds; what is wrong with it goes to the problems. */
  static Optional<Node.Fields> read(Path path, String shown, Problems problems) {
    try {
      Node root = parse(FileText.read(path, shown), path, shown, problems);
      if (root instanceof Node.Fields fields) {
        return Optional.of(fields);
      }
      problems.error(
          root.at(), "", "the file holds " + Shown.kindOf(root) + ", not an object", "write keys");
      return Optional.empty();
    } catch (BrokenFileException broken) {
      problems.error(broken.at(), "", broken.message(), broken.remedy());
      return Optional.empty();
    }
  }

  private static Node parse(String text, Path path, String shown, Problems problems) {
    return path.toString().endsWith(".json")
        ? JsonTree.read(text, shown, problems)
        : YamlTree.read(text, shown, problems);
  }
}
