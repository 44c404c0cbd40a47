package dev.hammer.cli.command;

import dev.hammer.app.CommandFailure;
import dev.hammer.app.issues.Filters;
import dev.hammer.app.issues.IssueListing;
import dev.hammer.cli.Door;
import dev.hammer.cli.Exit;
import dev.hammer.cli.OutputFormat;
import dev.hammer.cli.issues.IssueColumn;
import dev.hammer.cli.issues.IssueGroup;
import dev.hammer.cli.issues.IssueView;
import dev.hammer.core.check.Severity;
import dev.hammer.core.filter.DidYouMean;
import dev.hammer.core.filter.Filter;
import dev.hammer.core.issue.IssueOrder;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hammer issues}. */
@Command(
    name = "issues",
    header = "List and filter issues, the worst and oldest first.",
    customSynopsis = {
      "hammer issues",
      "hammer issues 'severity:>=high account:prod-*'",
      "hammer issues is:new,back -o id | xargs hammer show",
      "hammer issues --group-by check",
      "hammer issues is:open,whitelisted --columns ref,status,id,summary",
      "hammer issues is:open -o wide",
      "hammer issues is:open -o jsonl",
      "hammer issues is:open -o csv > issues.csv"
    },
    description = {
      "Terms of a filter must all hold; a comma means or, a leading - not, * any text. Without a"
          + " term of status it selects open issues. All of it: hammer help filter",
      "",
      "In a pipe each issue is a line of full values between tabs; coverage goes to stderr. With -o"
          + " csv it is a line of a table for spreadsheets, with the columns of -o wide."
    },
    exitCodeList = {"0:", "2:", "3:"})
final class IssuesCommand extends HammerSubcommand {
  private static final int TERMINAL_LIMIT = 100;

  @Parameters(
      paramLabel = "FILTER",
      arity = "0..*",
      description = "which issues (default: is:open)")
  private List<String> words = List.of();

  @Option(
      names = "--sort",
      paramLabel = "KEY",
      split = ",",
      description =
          "by severity, age, changed, check, account, region, resource or ref, a leading - turns"
              + " one round (default: severity,age)")
  private List<String> sort = List.of();

  @Option(
      names = "--columns",
      paramLabel = "COLUMN",
      split = ",",
      description =
          "which, in this order, of: ref severity check resource account region age status summary"
              + " reason owner account_id id name arn type verified latent found changed tag.KEY")
  private List<String> columns = List.of();

  @Option(
      names = "--group-by",
      paramLabel = "KEY",
      description = "count by check, account, owner, region, severity or tag.KEY")
  private @Nullable String groupBy;

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "at most so many, 0 for all (default: 100 on a terminal, else all)")
  private @Nullable Integer limit;

  @Option(names = "--count", description = "only how many there are")
  private boolean count;

  @Option(
      names = "--fail-on",
      paramLabel = "SEVERITY",
      description = "exit 3 if a selected issue is at least this severe")
  private @Nullable Severity failOn;

  @Option(names = "--headers", description = "name the columns in a pipe, too")
  private boolean headers;

  @Override
  Exit run(Door door) {
    Filter filter = Filters.parse(words);
    IssueView view = new IssueView(columns(door), group(), steps(), limit(door), headers);
    return inWorkspace(
        door,
        workspace -> {
          workspace.whitelist().lapse();
          IssueListing listing = new IssueAnswer(door, workspace, filter, view, count).write();
          return isShut(listing) ? Exit.GATE : Exit.DONE;
        });
  }

  @Override
  boolean streams() {
    return true;
  }

  @Override
  boolean tabulates() {
    return true;
  }

  private boolean isShut(IssueListing listing) {
    return failOn != null && listing.totals().reaches(failOn);
  }

  private int limit(Door door) {
    if (limit != null && limit < 0) {
      throw usage("--limit", String.valueOf(limit), "is no number of issues", "0 means all");
    }
    boolean people = door.isRead() && door.options().output() == OutputFormat.TEXT;
    int usual = people ? TERMINAL_LIMIT : 0;
    int wanted = limit == null ? usual : limit;
    return wanted == 0 ? Integer.MAX_VALUE : wanted;
  }

  private List<IssueOrder.Step> steps() {
    return sort.stream().map(IssuesCommand::step).toList();
  }

  private static IssueOrder.Step step(String key) {
    List<String> keys = IssueOrder.Key.words();
    return IssueOrder.Step.parse(key)
        .orElseThrow(() -> unknown("--sort", key, DidYouMean.of(key, keys), keys));
  }

  private List<IssueColumn> columns(Door door) {
    if (columns.isEmpty()) {
      boolean all = door.options().isWide() || door.options().isCsv();
      return all ? IssueColumn.WIDE : IssueColumn.USUAL;
    }
    return columns.stream()
        .map(
            name ->
                IssueColumn.named(name)
                    .orElseThrow(
                        () ->
                            unknown(
                                "--columns", name, IssueColumn.near(name), IssueColumn.names())))
        .toList();
  }

  private Optional<IssueColumn> group() {
    return Optional.ofNullable(groupBy)
        .map(
            key ->
                IssueGroup.by(key)
                    .orElseThrow(
                        () ->
                            unknown(
                                "--group-by",
                                key,
                                DidYouMean.of(key, IssueGroup.KEYS),
                                IssueGroup.KEYS)));
  }

  private static CommandFailure unknown(
      String option, String typed, Optional<String> near, List<String> valid) {
    String meant = near.map(word -> "; did you mean " + word + "?").orElse("");
    return usage(option, typed, "is none of its values" + meant, "Valid: " + valid(valid));
  }

  private static String valid(List<String> names) {
    return String.join(", ", names);
  }

  private static CommandFailure usage(String option, String typed, String why, String remedy) {
    return new CommandFailure(
        CommandFailure.Kind.USAGE, "usage", option + ": \"" + typed + "\" " + why, remedy);
  }
}
