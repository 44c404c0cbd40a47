package dev.hammer.cli.command;

import dev.hammer.app.whitelisting.WhitelistRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say where a risk is accepted. */
final class ScopeOptions {
  @Option(
      names = "--account",
      paramLabel = "ACCOUNT",
      description =
          "id or name of its account, or * for all (default: the one in scope, or that of its"
              + " issues)")
  private @Nullable String account;

  @Option(
      names = "--ou",
      paramLabel = "ID",
      description = "accounts in this organizational unit, or anywhere below it")
  private @Nullable String unit;

  @Option(
      names = "--tag",
      paramLabel = "KEY=VALUE",
      description = "only resources that carry this tag; VALUE may be a glob; repeatable")
  private List<String> tags = List.of();

  WhitelistRequest request(List<String> words) {
    return new WhitelistRequest(
        words, Optional.ofNullable(account), Optional.ofNullable(unit), tags);
  }
}
