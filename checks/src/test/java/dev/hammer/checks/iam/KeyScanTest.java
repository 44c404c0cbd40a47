package dev.hammer.checks.iam;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hammer.checks.CheckContext;
import dev.hammer.checks.MotoScan;
import dev.hammer.checks.TestScope;
import dev.hammer.core.reading.ListingEnd;
import dev.hammer.core.scan.Look;
import dev.hammer.core.value.Value;
import dev.hammer.testing.MotoAws;
import dev.hammer.testing.MotoTest;
import dev.hammer.testing.stub.Fault;
import dev.hammer.testing.stub.FaultAnswer;
import dev.hammer.testing.stub.Paging;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.StatusType;
import software.amazon.awssdk.services.iam.model.Tag;

/** The checks of access keys against the emulator, through the product's own connection. */
@MotoTest
class KeyScanTest {
  private static final String MEMBER = "222222222222";

  private final MotoAws aws;

  KeyScanTest(MotoAws aws) {
    this.aws = aws;
  }

  @Test
  void everyFaultIsFoundAndNothingElse() {
    String unused = neverUsed(MotoAws.MAIN, "export");
    healthy(MotoAws.MAIN);
    String busy = oldButBusy(MEMBER, "export");
    String left = longUnused(MEMBER, "left");
    healthy(MEMBER);

    assertThat(MotoScan.violations(look(MotoAws.MAIN)))
        .isEqualTo(
            Map.of(
                "user_inactivekeys " + unused, "medium",
                "user_keysrotation " + unused, "medium"));
    assertThat(MotoScan.violations(look(MEMBER)))
        .isEqualTo(
            Map.of(
                "user_keysrotation " + busy, "medium",
                "user_inactivekeys " + left, "medium",
                "user_keysrotation " + left, "medium"));
  }

  @Test
  void oneQuestionServesBothChecksAndOneAsksForTags() {
    neverUsed(MotoAws.MAIN, "export");
    healthy(MotoAws.MAIN);

    look(MotoAws.MAIN);

    assertThat(aws.stub().calls().countsByOperation())
        .isEqualTo(
            Map.of(
                "iam:ListUsers", 1L,
                "iam:ListAccessKeys", 4L,
                "iam:GetAccessKeyLastUsed", 1L,
                "iam:ListUserTags", 1L));
  }

  @Test
  void pagesOfTwoTellTheSameAsOnePage() {
    for (int i = 0; i < 7; i++) {
      String user = "user-" + i;
      neverUsed(MotoAws.MAIN, user);
      iam(MotoAws.MAIN)
          .tagUser(it -> it.userName(user).tags(tag("b", "1"), tag("c", "2"), tag("d", "3")));
    }
    key(MotoAws.MAIN, "user-0");

    SortedMap<String, Value> whole = readAll();
    aws.stub().page(Paging.of(2).withEmptyFirst());
    SortedMap<String, Value> paged = readAll();

    assertThat(paged).hasSize(8).isEqualTo(whole);
    assertThat(aws.stub().calls().pagedOperations())
        .contains("iam:ListUsers", "iam:ListAccessKeys");
  }

  @Test
  void aPageOfUsersThatFailsBreaksTheListing() {
    neverUsed(MotoAws.MAIN, "a");
    neverUsed(MotoAws.MAIN, "b");
    neverUsed(MotoAws.MAIN, "c");
    aws.stub().page(Paging.of(2));
    aws.stub().faults().add(Fault.onPage(2, "iam", "ListUsers", FaultAnswer.denied()));

    assertThat(look(MotoAws.MAIN))
        .allSatisfy(look -> assertThat(look.end()).isInstanceOf(ListingEnd.Broken.class));
  }

  @Test
  void usersWhoCannotBeReadAreGaps() {
    neverUsed(MotoAws.MAIN, "a");
    neverUsed(MotoAws.MAIN, "b");
    aws.stub().faults().add(Fault.first(1, "iam", "ListAccessKeys", FaultAnswer.denied()));

    assertThat(look(MotoAws.MAIN))
        .allSatisfy(
            look -> {
              assertThat(((ListingEnd.Partial) look.end()).gaps()).hasSize(1);
              assertThat(look.violations()).hasSize(1);
            });
  }

  @Test
  void aDeniedLastUseLeavesOneCheckUnknownAndTheOtherStanding() {
    String key = neverUsed(MotoAws.MAIN, "export");
    aws.stub().faults().add(Fault.always("iam", "GetAccessKeyLastUsed", FaultAnswer.denied()));

    List<Look> looks = look(MotoAws.MAIN);

    assertThat(MotoScan.violations(looks)).isEqualTo(Map.of("user_keysrotation " + key, "medium"));
    assertThat(looks.getFirst().undecided()).hasSize(1);
  }

  private void healthy(String account) {
    String used = key(account, user(account, "daily"));
    aws.control().key(account, used, days(30), days(0));
    String off = key(account, user(account, "retired"));
    aws.control().key(account, off, days(200));
    iam(account)
        .updateAccessKey(it -> it.userName("retired").accessKeyId(off).status(StatusType.INACTIVE));
    user(account, "person");
  }

  private String neverUsed(String account, String user) {
    String key = key(account, user(account, user));
    aws.control().key(account, key, days(200));
    return key;
  }

  private String longUnused(String account, String user) {
    String key = key(account, user(account, user));
    aws.control().key(account, key, days(200), days(190));
    return key;
  }

  private String oldButBusy(String account, String user) {
    String key = key(account, user(account, user));
    aws.control().key(account, key, days(200), days(1));
    return key;
  }

  private String user(String account, String name) {
    iam(account).createUser(it -> it.userName(name).tags(tag("owner", "ann")));
    return name;
  }

  private String key(String account, String user) {
    return iam(account).createAccessKey(it -> it.userName(user)).accessKey().accessKeyId();
  }

  private IamClient iam(String account) {
    return aws.in(account, MotoAws.HOME_REGION).iam();
  }

  private static Tag tag(String key, String value) {
    return Tag.builder().key(key).value(value).build();
  }

  private static Instant days(int ago) {
    return TestScope.NOW.minus(Duration.ofDays(ago));
  }

  private static List<Look> look(String account) {
    return MotoScan.once(scan -> scan.look(account, "global", "iam", CheckContext.DEFAULTS));
  }

  private static SortedMap<String, Value> readAll() {
    return MotoScan.once(
        scan -> MotoScan.readAll(AccessKeyReader.TYPE, scan.scope(MotoAws.MAIN, "global")));
  }
}
