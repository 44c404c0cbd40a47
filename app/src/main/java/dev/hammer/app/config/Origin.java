package dev.hammer.app.config;

/** Where a value came from. */
public sealed interface Origin {
  Origin DEFAULT = new BuiltIn();

  /** How it is told to people. */
  String text();

  /** Nobody said anything. */
  record BuiltIn() implements Origin {
    @Override
    public String text() {
      return "default";
    }
  }

  /** A configuration file. */
  record InFile(String file, int line) implements Origin {
    @Override
    public String text() {
      return line == 0 ? file : file + ":" + line;
    }
  }

  /** A variable of the environment. */
  record Environment(String variable) implements Origin {
    @Override
    public String text() {
      return "environment " + variable;
    }
  }

  /** An option of the command. */
  record Option(String name) implements Origin {
    @Override
    public String text() {
      return "option " + name;
    }
  }
}
