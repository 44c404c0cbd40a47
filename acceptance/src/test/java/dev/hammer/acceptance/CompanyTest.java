package dev.hammer.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hammer.testing.MotoAws;
import dev.hammer.testing.MotoTest;
import dev.hammer.testing.stub.Fault;
import dev.hammer.testing.stub.FaultAnswer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.organizations.OrganizationsClient;
import software.amazon.awssdk.services.organizations.model.OrganizationFeatureSet;

/** An organization of nested units, from its management account. */
@MotoTest
class CompanyTest {
  private static final String GROUP = "secgrp_unrestricted_access";
  private static final String[] SCAN = {
    "scan", "--region", Estate.EU, "--service", "ec2", "-o", "json"
  };

  @TempDir private Path home;
  private final List<String> accounts = new ArrayList<>();
  private final Map<String, String> groups = new TreeMap<>();

  /** Three refuse, one is new, one was closed: each costs itself only, and each is told. */
  @Test
  void tenRolesOfWhichThreeAreRefusedCostTheThreeOnly(MotoAws aws) {
    OrganizationsClient company = aws.in(MotoAws.MAIN, MotoAws.HOME_REGION).organizations();
    company.createOrganization(it -> it.featureSet(OrganizationFeatureSet.ALL));
    String root = company.listRoots().roots().getFirst().id();
    String top = unit(company, root, "workloads");
    String inner = unit(company, top, "prod");
    for (int i = 0; i < 10; i++) {
      openAccount(aws, company, root, i % 2 == 0 ? top : inner);
    }
    Hammer hammer =
        Hammer.in(home, aws.environment())
            .file(
                "hammer.yaml",
                """
                aws:
                  role_name_identification: reader
                  organizations: {enabled: true, include: [%s]}
                """
                    .formatted(top));
    Json whole = hammer.run(SCAN).exits(0).json();
    assertThat(whole.list("scope.accounts")).hasSize(10);

    List<String> refused = List.of(accounts.get(1), accounts.get(4), accounts.get(7));
    refuse(aws, refused);
    String fresh = openAccount(aws, company, root, inner);
    String gone = accounts.get(9);
    company.closeAccount(it -> it.accountId(gone));
    mend(aws, refused.getFirst());
    mend(aws, accounts.getFirst());
    Json report = hammer.run(SCAN).exits(4).json();

    assertThat(report.list("not_covered"))
        .extracting(gap -> gap.text("account_id"))
        .containsExactlyInAnyOrderElementsOf(refused);
    assertThat(report.list("not_covered"))
        .allSatisfy(
            gap -> {
              assertThat(gap.text("action")).isEqualTo("sts:AssumeRole");
              assertThat(gap.text("reason")).isEqualTo("denied");
              assertThat(gap.text("remedy")).contains("trust policy");
            });
    assertThat(report.number("coverage.complete")).isEqualTo(7);
    assertThat(report.number("coverage.failed")).isEqualTo(3);
    assertThat(report.list("left_out"))
        .filteredOn(one -> one.text("reason").equals("state"))
        .extracting(one -> one.text("account_id"))
        .containsExactly(gone);
    Issues after = Issues.of(hammer);
    assertThat(after.in("resolved")).containsExactly(name(accounts.getFirst()));
    assertThat(after.in("open")).hasSize(10).contains(name(fresh), name(gone));
    assertThat(after.unverified())
        .containsExactlyInAnyOrder(
            name(refused.get(0)), name(refused.get(1)), name(refused.get(2)), name(gone));
    assertThat(after.document().decimal("coverage.percent")).isEqualTo(7.0);
    isToldByAccounts(hammer, refused, gone);
  }

  @Test
  void whatIsNotAllowedToAskTheOrganizationSaysSoAndGuessesNothing(MotoAws aws) {
    String group = Estate.in(aws, MotoAws.MAIN, Estate.EU).openGroup("own");
    aws.stub().faults().add(Fault.always("organizations", "ListAccounts", FaultAnswer.denied()));
    Hammer alone =
        Hammer.in(home, aws.environment())
            .file("hammer.yaml", "aws: {organizations: {enabled: true}}");
    alone.run(SCAN).exits(4).says("organizations:ListAccounts");

    Hammer named =
        alone.file(
            "hammer.yaml",
            "aws: {organizations: {enabled: true}, accounts: {'%s': main}}"
                .formatted(MotoAws.MAIN));
    Json report = named.run(SCAN).exits(0).json();
    assertThat(report.flag("organization.read")).isFalse();
    assertThat(report.text("organization.action")).isEqualTo("organizations:ListAccounts");
    assertThat(report.text("organization.remedy")).isNotBlank();
    assertThat(Issues.of(named).status(GROUP, group)).isEqualTo("open");
    named.run("scan", "--region", Estate.EU, "--service", "ec2", "--min-coverage", "100").exits(4);
  }

  private static void isToldByAccounts(Hammer hammer, List<String> refused, String gone) {
    Json listed = hammer.run("accounts", "-o", "json").exits(4).json();
    assertThat(listed.list("items"))
        .hasSize(10)
        .filteredOn(item -> !item.flag("ready"))
        .allSatisfy(item -> assertThat(item.text("remedy")).contains("trust policy"))
        .extracting(item -> item.text("account_id"))
        .containsExactlyInAnyOrderElementsOf(refused);
    assertThat(hammer.run("accounts", "--missing").exits(0).out()).contains(gone, MotoAws.MAIN);
  }

  /** Whoever wants to enter one of these accounts is turned away. */
  private static void refuse(MotoAws aws, List<String> refused) {
    aws.stub()
        .scripts()
        .answer(
            "sts",
            "AssumeRole",
            question -> {
              String role = question.parameter("RoleArn").orElse("");
              return refused.stream().anyMatch(role::contains)
                  ? FaultAnswer.denied().answer(question)
                  : question.truth();
            });
  }

  private String openAccount(MotoAws aws, OrganizationsClient company, String root, String unit) {
    String name = "team-" + accounts.size();
    String id =
        company
            .createAccount(it -> it.accountName(name).email(name + "@acme.example"))
            .createAccountStatus()
            .accountId();
    company.moveAccount(it -> it.accountId(id).sourceParentId(root).destinationParentId(unit));
    accounts.add(id);
    groups.put(id, Estate.in(aws, id, Estate.EU).openGroup("open"));
    return id;
  }

  private void mend(MotoAws aws, String account) {
    Estate.in(aws, account, Estate.EU).close(groups.getOrDefault(account, ""), 22);
  }

  private String name(String account) {
    return GROUP + "/" + account + "/" + groups.getOrDefault(account, "");
  }

  private static String unit(OrganizationsClient company, String parent, String name) {
    return company
        .createOrganizationalUnit(it -> it.parentId(parent).name(name))
        .organizationalUnit()
        .id();
  }
}
