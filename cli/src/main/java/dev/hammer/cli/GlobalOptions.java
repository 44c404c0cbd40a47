package dev.hammer.cli;

import dev.hammer.app.CommandFailure;
import dev.hammer.app.WorkspaceOptions;
import dev.hammer.app.config.ConfigSources;
import dev.hammer.cli.terminal.ColorMode;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options of every command, accepted before and after its name. */
public final class GlobalOptions {
  @Option(
      names = {"-c", "--config"},
      paramLabel = "FILE",
      scope = ScopeType.INHERIT,
      description = "configuration file (default: HAMMER_CONFIG, ./hammer.yaml, ~/.config/hammer)")
  private @Nullable Path config;

  @Option(
      names = "--store",
      paramLabel = "URI",
      scope = ScopeType.INHERIT,
      description = "where issues are kept: sqlite:PATH or dynamodb:PREFIX")
  private @Nullable String store;

  @Option(
      names = "--create-tables",
      scope = ScopeType.INHERIT,
      description = "let a store in DynamoDB create the tables it lacks")
  private boolean createTables;

  @Option(
      names = "--profile",
      paramLabel = "NAME",
      scope = ScopeType.INHERIT,
      description = "AWS profile (default: AWS_PROFILE)")
  private @Nullable String profile;

  @Option(
      names = "--endpoint-url",
      paramLabel = "URL",
      converter = EndpointConverter.class,
      scope = ScopeType.INHERIT,
      description = "send every call there instead of to AWS")
  private @Nullable URI endpoint;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORMAT",
      scope = ScopeType.INHERIT,
      defaultValue = "text",
      description =
          "text, wide (lists: every column in full), json, jsonl (lists), csv (lists) or id (default:"
              + " text)")
  private OutputChoice output = OutputChoice.TEXT;

  @Option(
      names = "--color",
      paramLabel = "WHEN",
      scope = ScopeType.INHERIT,
      defaultValue = "auto",
      description = "auto, always or never (default: auto)")
  private ColorMode color = ColorMode.AUTO;

  @Option(
      names = {"-q", "--quiet"},
      scope = ScopeType.INHERIT,
      description = "only results and errors")
  private boolean quiet;

  @Option(
      names = {"-v", "--verbose"},
      scope = ScopeType.INHERIT,
      description = "say more; -vv shows every AWS call")
  private boolean[] verbose = {};

  @Option(
      names = {"-y", "--yes"},
      scope = ScopeType.INHERIT,
      description = "answer the final question")
  private boolean yes;

  @Option(
      names = "--no-input",
      scope = ScopeType.INHERIT,
      description = "never ask; fail naming the option that would have answered")
  private boolean noInput;

  @Option(
      names = "--demo",
      scope = ScopeType.INHERIT,
      description = "work on the demo estate and its own store")
  private boolean demo;

  @Option(
      names = {"-h", "--help"},
      scope = ScopeType.INHERIT,
      usageHelp = true,
      description = "how a command is used")
  private boolean help;

  @Option(
      names = {"-V", "--version"},
      scope = ScopeType.INHERIT,
      versionHelp = true,
      description = "which Hammer this is")
  private boolean version;

  public boolean isHelp() {
    return help;
  }

  public boolean isVersion() {
    return version;
  }

  public OutputFormat output() {
    return output.format();
  }

  /** Whether a list is wanted with every column, and nothing cut. */
  public boolean isWide() {
    return output == OutputChoice.WIDE;
  }

  /** Whether a list is wanted as a table for spreadsheets. */
  public boolean isCsv() {
    return output == OutputChoice.CSV;
  }

  public ColorMode color() {
    return color;
  }

  public boolean isQuiet() {
    return quiet;
  }

  /** 0, 1 or 2. */
  public int verbosity() {
    return verbose.length;
  }

  public boolean isYes() {
    return yes;
  }

  public boolean isDemo(Map<String, String> environment) {
    return demo || isOn(environment, "HAMMER_DEMO");
  }

  /** Whether nobody can or may be asked. */
  public boolean isNoInput(Map<String, String> environment) {
    return noInput || isOn(environment, "HAMMER_NO_INPUT");
  }

  public Optional<Path> config() {
    return Optional.ofNullable(config);
  }

  public Optional<String> store() {
    return Optional.ofNullable(store);
  }

  public Optional<URI> endpoint() {
    return Optional.ofNullable(endpoint);
  }

  /** The options that say with what to work, to be typed again; empty if none was. */
  String placesTyped() {
    StringBuilder typed = new StringBuilder();
    config().ifPresent(file -> typed.append(" -c ").append(ShellWord.of(file.toString())));
    store().ifPresent(uri -> typed.append(" --store ").append(ShellWord.of(uri)));
    Optional.ofNullable(profile)
        .ifPresent(name -> typed.append(" --profile ").append(ShellWord.of(name)));
    endpoint()
        .filter(url -> url.getUserInfo() == null)
        .ifPresent(url -> typed.append(" --endpoint-url ").append(ShellWord.of(url.toString())));
    return typed.toString();
  }

  /** What these options say about the workspace. */
  public WorkspaceOptions workspace(ConfigSources base) {
    ConfigSources sources = config == null ? base : base.withConfig(config);
    return new WorkspaceOptions(
        store == null ? sources : sources.withStore(store),
        Optional.ofNullable(profile),
        Optional.ofNullable(endpoint),
        Optional.empty(),
        createTables);
  }

  /**
   * Refuses what would mix the demo with something real.
   *
   * @throws CommandFailure naming the options
   */
  public void refuseBesideDemo() {
    if (config != null || store != null || profile != null || endpoint != null) {
      throw new CommandFailure(
          CommandFailure.Kind.USAGE,
          "demo.options",
          "--demo has a configuration, a store and an AWS of its own",
          "Leave out --config, --store, --profile and --endpoint-url, or leave out --demo");
    }
  }

  private static boolean isOn(Map<String, String> environment, String variable) {
    String value = environment.getOrDefault(variable, "");
    return !value.isEmpty() && !value.equals("0") && !value.equalsIgnoreCase("false");
  }
}
