package dev.hammer.bench;

import dev.hammer.app.Workspace;
import dev.hammer.app.WorkspaceOptions;
import dev.hammer.app.config.ConfigSources;
import dev.hammer.checks.Catalogue;
import dev.hammer.core.check.CheckInfo;
import dev.hammer.core.check.Scope;
import dev.hammer.core.check.Severity;
import dev.hammer.core.issue.Chronicle;
import dev.hammer.core.issue.Issue;
import dev.hammer.core.resource.Region;
import dev.hammer.core.scan.Scan;
import dev.hammer.core.scan.Slice;
import dev.hammer.core.scan.SliceState;
import dev.hammer.core.value.Value;
import dev.hammer.testing.store.Changes;
import dev.hammer.testing.store.IssueBuilder;
import dev.hammer.testing.store.SliceBuilder;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Issues made up by number: spread over accounts, regions and checks; four fifths open, a fifth of
 * them high or critical.
 */
final class IssueSeeds {
  static final int ACCOUNTS = 100;
  static final int REGIONS = 10;
  static final List<CheckInfo> CHECKS = Catalogue.infos();
  static final String ACCOUNT = "100000000007";

  /** The account that no look reached, so that not every issue is confirmed. */
  private static final int UNREAD = 13;

  private static final Instant NOW = IssueBuilder.FOUND;
  private static final int SPREAD = 1_000_003;
  private static final List<Severity> SEVERITIES =
      List.of(
          Severity.CRITICAL,
          Severity.HIGH,
          Severity.HIGH,
          Severity.MEDIUM,
          Severity.MEDIUM,
          Severity.MEDIUM,
          Severity.LOW,
          Severity.LOW,
          Severity.LOW,
          Severity.LOW,
          Severity.LOW,
          Severity.MEDIUM,
          Severity.LOW,
          Severity.MEDIUM,
          Severity.LOW);

  private IssueSeeds() {}

  /** A store as commands open it. */
  static Workspace workspace(Path nowhere, String uri, UnaryOperator<WorkspaceOptions> edit) {
    Path folder = nowhere.resolveSibling("").toAbsolutePath();
    ConfigSources sources = ConfigSources.of(folder, folder, Map.of()).withStore(uri);
    return Workspace.of(
        edit.apply(WorkspaceOptions.of(sources)), InstantSource.system(), () -> "bench");
  }

  /** The id of the resource of an issue. */
  static String resource(int number) {
    return "resource-%08x-%d".formatted(number * (long) SPREAD & 0xffffffffL, number);
  }

  static Chronicle chronicle(int number) {
    return chronicle(issue(number));
  }

  /** An open issue of that unit. */
  static Chronicle live(Slice slice, int number) {
    return chronicle(IssueBuilder.issue("live-%05d".formatted(number)).in(slice).build());
  }

  static Chronicle chronicle(Issue issue) {
    return new Chronicle(
        issue,
        Optional.of(Changes.proof(issue)),
        List.of(Changes.entry(issue, "found: " + issue.finding().summary())));
  }

  static Issue issue(int number) {
    String id = resource(number);
    int age = number % 700;
    IssueBuilder issue =
        IssueBuilder.issue(id)
            .in(slice(number))
            .resource(r -> r.withArn("arn:aws:service:::" + id))
            .tags(Map.of("owner", "team-" + number % 97, "env", "prod"))
            .severity(SEVERITIES.get(number / 7 % SEVERITIES.size()))
            .identified(NOW.minusSeconds(age * 86_400L));
    return number / 3 % 5 == 0 ? issue.resolved(NOW).build() : issue.build();
  }

  static List<SliceState> slices() {
    List<SliceState> slices = new ArrayList<>();
    for (int account = 0; account < ACCOUNTS; account++) {
      for (CheckInfo check : CHECKS) {
        int regions = isGlobal(check) ? 1 : REGIONS;
        for (int region = 0; region < regions; region++) {
          Slice slice = slice(account, region, check);
          slices.add(
              account == UNREAD
                  ? SliceState.planned(slice, check.service())
                  : SliceBuilder.look(NOW).of(slice).service(check.service()).build());
        }
      }
    }
    return slices;
  }

  static Scan scan() {
    return new Scan(
        "s-00000001",
        NOW,
        Optional.of(NOW.plusSeconds(60)),
        Scan.Outcome.COMPLETE,
        true,
        "sha256:0",
        "arn:aws:iam::100000000000:user/bench",
        Value.Fields.NONE);
  }

  static Slice slice(int number) {
    CheckInfo check = CHECKS.get(number / ACCOUNTS % CHECKS.size());
    return slice(number % ACCOUNTS, number / ACCOUNTS / CHECKS.size() % REGIONS, check);
  }

  private static Slice slice(int account, int region, CheckInfo check) {
    return SliceBuilder.slice(
        Long.toString(100_000_000_000L + account),
        isGlobal(check) ? Region.GLOBAL.name() : "eu-bench-" + region,
        check.id());
  }

  private static boolean isGlobal(CheckInfo check) {
    return Catalogue.scopeOf(check.service()) == Scope.GLOBAL;
  }
}
