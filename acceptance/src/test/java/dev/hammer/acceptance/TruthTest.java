package dev.hammer.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hammer.demo.estate.DemoAccounts;
import dev.hammer.demo.estate.DemoEstate;
import dev.hammer.demo.estate.Expected;
import dev.hammer.testing.MotoAws;
import dev.hammer.testing.MotoTest;
import dev.hammer.testing.stub.Call;
import dev.hammer.testing.stub.Paging;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A company of three accounts and two regions, the truth of which is written down. */
@MotoTest
class TruthTest {
  @TempDir private Path home;

  @Test
  void everyFaultIsAnIssueAndNothingElseIs(MotoAws aws) {
    DemoAccounts company = DemoEstate.seed(aws.emulator());
    Hammer hammer = hammer(aws, company);

    Json whole = hammer.run("scan", "-o", "json").exits(0).json();
    Issues found = Issues.withHistoryOf(hammer);

    assertThat(found.in("open")).isEqualTo(names(company.expected()));
    assertThat(found.in("resolved")).isEmpty();
    assertThat(found.unverified()).isEmpty();
    assertThat(whole.decimal("coverage.percent")).isEqualTo(100.0);
    assertThat(found.document().decimal("coverage.percent")).isEqualTo(100.0);
    assertThat(whole.list("not_covered")).isEmpty();
    assertThat(whole.text("scan.outcome")).isEqualTo("complete");
    auditCalls(aws, company);

    aws.stub().page(Paging.of(2));
    Hammer inPages = hammer.with("HAMMER_STORE", "sqlite:in-pages.db");
    inPages.run("scan").exits(0);
    assertThat(Issues.withHistoryOf(inPages).substance()).isEqualTo(found.substance());
    assertThat(aws.stub().calls().pagedOperations())
        .contains(
            "ec2:DescribeSecurityGroups", "iam:ListUsers", "s3:ListBuckets", "sqs:ListQueues");
  }

  /** Looking changes nothing, and asks nobody who is not in the company. */
  private static void auditCalls(MotoAws aws, DemoAccounts company) {
    List<Call> calls = aws.stub().calls().all();
    assertThat(calls)
        .filteredOn(call -> !call.target().reads())
        .extracting(Call::operation)
        .containsOnly("AssumeRole");
    assertThat(calls).extracting(Call::status).allMatch(status -> status < 500);
    assertThat(calls)
        .extracting(Call::account)
        .hasSameElementsAs(
            List.of(MotoAws.MAIN, company.members().get(0).id(), company.members().get(1).id()));
    assertThat(calls).extracting(Call::region).hasSameElementsAs(company.regions());
  }

  private Hammer hammer(MotoAws aws, DemoAccounts company) {
    return Hammer.in(home, aws.environment())
        .with("AWS_ACCESS_KEY_ID", company.accessKeyId())
        .with("AWS_SECRET_ACCESS_KEY", company.secretAccessKey())
        .file("hammer.yaml", configuration(company));
  }

  private static String configuration(DemoAccounts company) {
    String accounts =
        company.all().stream()
            .map(account -> "    \"%s\": %s\n".formatted(account.id(), account.name()))
            .collect(Collectors.joining());
    return "aws:\n  role_name_identification: %s\n  external_id: acme-looks\n  accounts:\n%s"
        .formatted(company.roleName(), accounts);
  }

  private static Set<String> names(List<Expected> faults) {
    return faults.stream()
        .map(fault -> fault.check() + "/" + fault.account() + "/" + fault.resourceId())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
