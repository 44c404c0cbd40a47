package dev.hammer.checks.iam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hammer.checks.TestScope;
import dev.hammer.core.reading.ListingEnd;
import dev.hammer.core.reading.ReadFailure;
import dev.hammer.core.reading.UnreadableException;
import dev.hammer.core.resource.Region;
import dev.hammer.core.resource.Tags;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.iam.model.AccessKeyLastUsed;

class AccessKeyReaderTest {
  private static final Instant OLD = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant YOUNG = Instant.parse("2026-11-01T00:00:00Z");
  private static final String FIRST = "AKIA0000000000000001";
  private static final String SECOND = "AKIA0000000000000002";
  private static final String THIRD = "AKIA0000000000000003";

  private final FakeIam iam = new FakeIam();
  private final Map<String, Integer> calls = new ConcurrentSkipListMap<>();
  private final AccessKeyReader reader =
      new AccessKeyReader(
          TestScope.in(
              Region.GLOBAL,
              (account, region, call, nanos, outcome) ->
                  calls.merge(call.operation(), 1, Integer::sum)),
          iam);
  private final List<AccessKey> found = Collections.synchronizedList(new ArrayList<>());

  private void threeUsers() {
    iam.user("ann").key("ann", FIRST, "Active", OLD).key("ann", SECOND, "Active", YOUNG);
    iam.user("bob").key("bob", THIRD, "Inactive", OLD);
    iam.user("eve");
  }

  private AccessKey key(String id) {
    return found.stream().filter(key -> key.ref().id().equals(id)).findFirst().orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({"100, 1, 3", "2, 2, 3", "1, 3, 4"})
  void everyPageOfUsersAndOfKeysIsRead(int size, int userPages, int keyPages) {
    threeUsers();
    iam.pagesOf(size);

    assertThat(reader.list(found::add)).isEqualTo(new ListingEnd.Complete());

    assertThat(found)
        .extracting(key -> key.ref().id())
        .containsExactlyInAnyOrder(FIRST, SECOND, THIRD);
    assertThat(calls).isEqualTo(Map.of("ListUsers", userPages, "ListAccessKeys", keyPages));
  }

  @Test
  void aKeyKnowsItsUser() {
    threeUsers();
    reader.list(found::add);

    AccessKey key = key(FIRST);
    assertThat(key.ref().parent()).contains("ann");
    assertThat(key.ref().isCalled("ann")).isTrue();
    assertThat(key.ref().region()).isEqualTo(Region.GLOBAL);
    assertThat(key.readAt()).isEqualTo(TestScope.NOW);
    assertThat(key.listed().text("username")).contains("ann");
    assertThat(key.listed().text("user_id")).contains("id of ann");
    assertThat(key.created()).isEqualTo(OLD);
  }

  @Test
  void aYoungerActiveKeyOfTheSameUserIsKnownWithoutACall() {
    threeUsers();
    iam.user("kim").key("kim", "AKIA4", "Active", OLD).key("kim", "AKIA5", "Inactive", YOUNG);
    reader.list(found::add);

    assertThat(key(FIRST).successor()).contains(SECOND);
    assertThat(key(SECOND).successor()).isEmpty();
    assertThat(key("AKIA4").successor()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"Active, true", "Inactive, false", "Expired, false", "Sleeping, true"})
  void whatIsNotKnownToBeOffMayWork(String status, boolean active) {
    iam.user("ann").key("ann", FIRST, status, OLD);
    reader.list(found::add);

    assertThat(key(FIRST).isActive()).isEqualTo(active);
  }

  @Test
  void aUserWhoCannotBeReadIsAGapAndCostsNobodyElse() {
    threeUsers();
    iam.user("dan").failing("dan", "Throttling").failing("ann", "AccessDenied");

    ListingEnd end = reader.list(found::add);

    assertThat(found).extracting(key -> key.ref().id()).containsExactly(THIRD);
    assertThat(((ListingEnd.Partial) end).gaps())
        .extracting(gap -> gap.parent() + " " + gap.why().kind())
        .containsExactly("ann DENIED", "dan THROTTLED");
  }

  @Test
  void aUserWhoWasDeletedMeanwhileHasNoKeys() {
    threeUsers();
    iam.failing("ann", "NoSuchEntity");

    assertThat(reader.list(found::add)).isEqualTo(new ListingEnd.Complete());
    assertThat(found).extracting(key -> key.ref().id()).containsExactly(THIRD);
  }

  @Test
  void aKeyWithoutDateIsNoAnswer() {
    threeUsers();
    iam.key("eve", "AKIA4", "Active", null);

    ListingEnd end = reader.list(found::add);

    assertThat(((ListingEnd.Partial) end).gaps())
        .extracting(gap -> gap.parent() + " " + gap.why().kind())
        .containsExactly("eve BROKEN");
    assertThat(found).hasSize(3);
  }

  @Test
  void usersThatCannotBeListedBreakTheListing() {
    threeUsers();
    iam.pagesOf(2).failing("ListUsers2", "AccessDenied");

    assertThatThrownBy(() -> reader.list(found::add))
        .isInstanceOfSatisfying(
            UnreadableException.class,
            e -> assertThat(e.failure().call()).isEqualTo(IamCalls.LIST_USERS));
    assertThat(found).as("of the first page").hasSize(3);
  }

  @Test
  void aDefectIsNotTakenForAUserWithoutKeys() {
    threeUsers();
    iam.failing("bob", "defect");

    assertThatThrownBy(() -> reader.list(found::add))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("StackOverflowError");
  }

  @Test
  void theLastUseIsReadWhenAskedForAndOnce() {
    threeUsers();
    iam.used(
        FIRST,
        AccessKeyLastUsed.builder()
            .lastUsedDate(YOUNG)
            .serviceName("s3")
            .region("eu-west-1")
            .build());
    iam.used(SECOND, AccessKeyLastUsed.builder().serviceName("N/A").region("N/A").build());
    reader.list(found::add);

    assertThat(key(FIRST).lastUse().get())
        .isEqualTo(new LastUse(Optional.of(YOUNG), Optional.of("s3"), Optional.of("eu-west-1")));
    assertThat(key(FIRST).lastUse().get().at()).contains(YOUNG);
    assertThat(key(SECOND).lastUse().get()).isEqualTo(KeySample.NEVER);
    assertThat(calls).containsEntry("GetAccessKeyLastUsed", 2);
  }

  @Test
  void noLastUseAtAllIsNoAnswer() {
    threeUsers();
    reader.list(found::add);

    assertThat(key(FIRST).lastUse().reading().failure().map(ReadFailure::kind))
        .contains(ReadFailure.Kind.BROKEN);
  }

  @Test
  void keysOfOneUserShareTheirTags() {
    threeUsers();
    iam.pagesOf(1);
    reader.list(found::add);

    assertThat(key(FIRST).tags().get())
        .isEqualTo(Tags.of(Map.of("owner", "ann of ann", "empty", "")));
    assertThat(key(SECOND).tags()).isSameAs(key(FIRST).tags());
    assertThat(calls).containsEntry("ListUserTags", 2);
  }

  @Test
  void oneKeyIsFoundByItsIdWithoutAskingEveryUser() {
    threeUsers();

    assertThat(reader.find(THIRD)).map(key -> key.ref().parent()).contains(Optional.of("bob"));
    assertThat(calls)
        .isEqualTo(Map.of("GetAccessKeyLastUsed", 1, "ListUsers", 1, "ListAccessKeys", 1));
  }

  @Test
  void aKeyThatIsGoneIsLookedForEverywhere() {
    threeUsers();

    assertThat(reader.find("AKIA9999999999999999")).isEmpty();
    assertThat(calls).containsEntry("ListAccessKeys", 3);
  }

  @Test
  void aKeyThatMayBelongToAnUnreadUserIsNotGone() {
    threeUsers();
    iam.failing("eve", "AccessDenied");

    assertThatThrownBy(() -> reader.find("AKIA9999999999999999"))
        .isInstanceOf(UnreadableException.class);
  }

  @Test
  void theNameOfAUserFindsTheOnlyKey() {
    threeUsers();

    assertThat(reader.find("bob")).map(key -> key.ref().id()).contains(THIRD);
    assertThat(reader.find("eve")).isEmpty();
    assertThat(reader.find("nobody")).isEmpty();
    assertThatThrownBy(() -> reader.find("ann"))
        .isInstanceOf(UnreadableException.class)
        .hasMessageContaining("name one by its id");
  }
}
