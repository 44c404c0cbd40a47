package dev.hammer.app.permissions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hammer.checks.Catalogue;
import dev.hammer.core.check.CheckInfo;
import dev.hammer.core.value.Value;
import dev.hammer.json.JsonText;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class NeedTest {
  @Test
  void everyDeclaredActionIsWellFormedAndItsResourcesAreKnown() {
    Set<String> declared = new TreeSet<>(Set.of("ec2:DescribeRegions"));
    Catalogue.infos().forEach(info -> declared.addAll(info.actions()));

    assertThat(declared).allMatch(action -> action.matches("[a-z0-9]+:[A-Z][A-Za-z0-9]+"));
    assertThat(Reach.knownActions()).containsExactlyInAnyOrderElementsOf(declared);
  }

  @Test
  void actionsOnlyReadAndNeverReadContents() {
    assertThat(Reach.knownActions())
        .allMatch(action -> action.matches("[a-z0-9]+:(Describe|Get|List)\\w+"))
        .doesNotContain("s3:GetObject", "sqs:ReceiveMessage", "iam:GetCredentialReport");
  }

  @Test
  void checkThatDecidesByAnActionIsNotNamedAsGradedByIt() {
    List<Need> needs = Need.of(Catalogue.infos(), true);

    assertThat(needs)
        .filteredOn(need -> need.action().equals("iam:GetAccessKeyLastUsed"))
        .singleElement()
        .matches(need -> need.decides().equals(Set.of("user_inactivekeys")))
        .matches(need -> need.grades().equals(Set.of("user_keysrotation")));
    assertThat(needs)
        .allMatch(need -> need.decides().stream().noneMatch(id -> need.grades().contains(id)))
        .isSortedAccordingTo(Comparator.comparing(Need::action));
  }

  @Test
  void regionsAreAskedForOnlyIfNobodyNamedThem() {
    assertThat(Need.of(List.of(), true))
        .singleElement()
        .returns("ec2:DescribeRegions", Need::action)
        .returns(true, Need::plans);
    assertThat(Need.of(List.of(), false)).isEmpty();
  }

  @Property(tries = 200)
  void policiesAllowExactlyWhatTheChecksDeclareAndFit(
      @ForAll("checks") Set<CheckInfo> checks,
      @ForAll boolean regions,
      @ForAll @IntRange(min = 200, max = 3000) int longest) {
    Set<String> declared = new TreeSet<>();
    checks.forEach(check -> declared.addAll(check.actions()));
    if (regions) {
      declared.add("ec2:DescribeRegions");
    }

    List<PermissionPolicy> policies =
        PermissionPolicy.of(
            Grant.of(Need.of(checks, regions).stream().map(Need::action).toList()), longest);

    assertThat(policies).allMatch(policy -> isLeast(policy) || policy.characters() <= longest);
    assertThat(policies.stream().flatMap(NeedTest::pairs))
        .containsExactlyInAnyOrderElementsOf(
            declared.stream()
                .flatMap(action -> Reach.of(action).stream().map(arn -> action + " " + arn))
                .toList());
  }

  @Property(tries = 50)
  void anyNumberOfRolesIsSplitIntoPoliciesThatFit(@ForAll @IntRange(max = 1500) int number) {
    List<String> roles =
        Stream.iterate(0, i -> i + 1)
            .limit(number)
            .map("arn:{partition}:iam::%012d:role/hammer-identify"::formatted)
            .toList();

    List<PermissionPolicy> policies = PermissionPolicy.of(List.of(Grant.entering(roles)));

    assertThat(policies).allMatch(policy -> policy.characters() <= PermissionPolicy.LONGEST);
    assertThat(policies.stream().flatMap(policy -> policy.grants().stream()))
        .flatExtracting(Grant::resources)
        .containsExactlyInAnyOrderElementsOf(roles);
  }

  @Test
  void namesOfStatementsAreUniqueAndLettersAndDigits() {
    for (PermissionPolicy policy :
        PermissionPolicy.of(Grant.of(Reach.knownActions()), PermissionPolicy.LONGEST)) {
      String text = JsonText.write(policy.document(Value::text));
      List<String> sids =
          Pattern.compile("\"Sid\":\"([^\"]*)\"")
              .matcher(text)
              .results()
              .map(found -> found.group(1))
              .toList();
      assertThat(sids).doesNotHaveDuplicates().allMatch(sid -> sid.matches("[A-Za-z0-9]+"));
    }
  }

  @Provide
  Arbitrary<Set<CheckInfo>> checks() {
    return Arbitraries.of(Catalogue.infos()).set().ofMinSize(0).ofMaxSize(13);
  }

  /** One action on one resource cannot be made less. */
  private static boolean isLeast(PermissionPolicy policy) {
    return policy.grants().size() == 1
        && policy.grants().getFirst().actions().size() == 1
        && policy.grants().getFirst().resources().size() == 1;
  }

  private static Stream<String> pairs(PermissionPolicy policy) {
    return policy.grants().stream()
        .flatMap(
            grant ->
                grant.actions().stream()
                    .flatMap(action -> grant.resources().stream().map(arn -> action + " " + arn)));
  }
}
