package dev.hammer.checks.cloudtrail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hammer.checks.CheckContext;
import dev.hammer.checks.MotoScan;
import dev.hammer.core.reading.ListingEnd;
import dev.hammer.core.scan.Look;
import dev.hammer.core.value.Value;
import dev.hammer.testing.MotoAws;
import dev.hammer.testing.MotoTest;
import dev.hammer.testing.stub.CallPattern;
import dev.hammer.testing.stub.Fault;
import dev.hammer.testing.stub.FaultAnswer;
import dev.hammer.testing.stub.Paging;
import dev.hammer.testing.stub.TextAnswer;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.cloudtrail.model.AdvancedEventSelector;
import software.amazon.awssdk.services.cloudtrail.model.AdvancedFieldSelector;
import software.amazon.awssdk.services.cloudtrail.model.EventSelector;
import software.amazon.awssdk.services.cloudtrail.model.ReadWriteType;

/** The check of trails against the emulator, through the product's own connection. */
@MotoTest
class TrailScanTest {
  private static final String MEMBER = "222222222222";
  private static final String EU = "eu-west-1";
  private static final String US = "us-east-1";

  private final MotoAws aws;

  TrailScanTest(MotoAws aws) {
    this.aws = aws;
  }

  @Test
  void aTrailOfAllRegionsCoversAll() {
    sound(MotoAws.MAIN, EU, "main", true);
    stopped(MotoAws.MAIN, US, "main");

    assertThat(violations(MotoAws.MAIN)).isEmpty();
  }

  @Test
  void eachRegionIsJudgedByTheTrailsThatCoverIt() {
    sound(MotoAws.MAIN, US, "local", false);
    onlyChanges(MEMBER, EU, "local");
    stopped(MEMBER, US, "local");

    assertThat(violations(MotoAws.MAIN)).isEqualTo(Map.of(EU, "high"));
    assertThat(violations(MEMBER)).isEqualTo(Map.of(EU, "medium", US, "high"));
  }

  @Test
  void advancedSelectorsAreJudged() {
    advanced("whole", field("eventCategory", "Management"));
    assertThat(violations(MotoAws.MAIN)).isEmpty();

    advanced("whole", field("eventCategory", "Management"), field("eventSource", "sts"));
    assertThat(violations(MotoAws.MAIN)).isEqualTo(Map.of(EU, "medium", US, "medium"));
  }

  @Test
  void aTrailCostsTwoCallsHoweverManyRegionsSeeIt() {
    sound(MotoAws.MAIN, EU, "main", true);

    violations(MotoAws.MAIN);

    assertThat(aws.stub().calls().countsByOperation())
        .isEqualTo(
            Map.of(
                "cloudtrail:DescribeTrails", 2L,
                "cloudtrail:GetTrailStatus", 1L,
                "cloudtrail:GetEventSelectors", 1L));
    assertThat(aws.stub().calls().matching(CallPattern.of("cloudtrail", "Get*")))
        .extracting(call -> call.region())
        .containsOnly(EU);
  }

  @Test
  void anErrorOfDeliveryIsAFault() {
    sound(MotoAws.MAIN, EU, "main", true);
    aws.stub().scripts().answer(TextAnswer.shared("cloudtrail.GetTrailStatus.delivery-error"));

    assertThat(violations(MotoAws.MAIN)).isEqualTo(Map.of(EU, "high", US, "high"));
  }

  @Test
  void aDeniedTrailIsUnknownInEveryRegionThatItWouldCover() {
    sound(MotoAws.MAIN, EU, "main", true);
    aws.stub().faults().add(Fault.always("cloudtrail", "GetTrailStatus", FaultAnswer.denied()));

    try (MotoScan scan = new MotoScan()) {
      for (String region : new String[] {EU, US}) {
        Look look = look(scan, MotoAws.MAIN, region);
        assertThat(look.violations()).isEmpty();
        assertThat(look.undecided()).extracting(it -> it.ref().id()).containsExactly(region);
      }
    }
    assertThat(aws.stub().calls().count("cloudtrail", "GetTrailStatus")).isEqualTo(1);
  }

  @Test
  void anEmptyAnswerIsNotAnAccountWithoutTrails() {
    sound(MotoAws.MAIN, EU, "main", true);
    aws.stub().faults().add(Fault.always("cloudtrail", "DescribeTrails", FaultAnswer.empty()));

    try (MotoScan scan = new MotoScan()) {
      Look look = look(scan, MotoAws.MAIN, EU);
      assertThat(look.end()).isInstanceOf(ListingEnd.Broken.class);
      assertThat(look.violations()).isEmpty();
    }
  }

  @Test
  void pagingChangesNothing() {
    for (int i = 0; i < 5; i++) {
      sound(MotoAws.MAIN, EU, "trail-" + i, true);
    }

    SortedMap<String, Value> whole = readAll();
    aws.stub().page(Paging.of(2));
    SortedMap<String, Value> paged = readAll();

    assertThat(whole).hasSize(1);
    assertThat(timeless(paged)).isEqualTo(timeless(whole));
  }

  private void sound(String account, String region, String name, boolean multiRegion) {
    create(account, region, name, multiRegion);
    CloudTrailClient cloudTrail = aws.in(account, region).cloudTrail();
    cloudTrail.startLogging(it -> it.name(name));
  }

  private void stopped(String account, String region, String name) {
    create(account, region, name, false);
  }

  private void onlyChanges(String account, String region, String name) {
    sound(account, region, name, false);
    EventSelector changes =
        EventSelector.builder()
            .readWriteType(ReadWriteType.WRITE_ONLY)
            .includeManagementEvents(true)
            .build();
    aws.in(account, region)
        .cloudTrail()
        .putEventSelectors(it -> it.trailName(name).eventSelectors(changes));
  }

  private void advanced(String name, AdvancedFieldSelector... fields) {
    CloudTrailClient cloudTrail = aws.in(MotoAws.MAIN, EU).cloudTrail();
    if (cloudTrail.describeTrails().trailList().isEmpty()) {
      sound(MotoAws.MAIN, EU, name, true);
    }
    cloudTrail.putEventSelectors(
        it ->
            it.trailName(name)
                .advancedEventSelectors(
                    AdvancedEventSelector.builder().name("all").fieldSelectors(fields).build()));
  }

  private static AdvancedFieldSelector field(String name, String value) {
    return AdvancedFieldSelector.builder().field(name).equalsValue(value).build();
  }

  private void create(String account, String region, String name, boolean multiRegion) {
    String bucket = "logs-" + account + "-" + region + "-" + name;
    aws.in(account, US).s3().createBucket(it -> it.bucket(bucket));
    aws.in(account, region)
        .cloudTrail()
        .createTrail(it -> it.name(name).s3BucketName(bucket).isMultiRegionTrail(multiRegion));
  }

  /** Region to severity. */
  private static SortedMap<String, String> violations(String account) {
    try (MotoScan scan = new MotoScan()) {
      SortedMap<String, String> found = new TreeMap<>();
      for (String region : new String[] {EU, US}) {
        look(scan, account, region)
            .violations()
            .forEach(it -> found.put(it.ref().id(), it.verdict().severity().word()));
      }
      return found;
    }
  }

  private static Look look(MotoScan scan, String account, String region) {
    return scan.look(account, region, "cloudtrail", CheckContext.DEFAULTS).getFirst();
  }

  /** The emulator delivers at every moment it is asked, so times differ from look to look. */
  private static String timeless(SortedMap<String, Value> views) {
    return views.toString().replaceAll("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z", "moment");
  }

  private static SortedMap<String, Value> readAll() {
    return MotoScan.once(
        scan -> MotoScan.readAll(RegionTrailsReader.TYPE, scan.scope(MotoAws.MAIN, EU)));
  }
}
