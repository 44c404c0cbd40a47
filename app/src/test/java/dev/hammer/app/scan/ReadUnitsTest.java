package dev.hammer.app.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hammer.core.resource.AccountId;
import dev.hammer.core.resource.Region;
import dev.hammer.core.scan.Scan;
import dev.hammer.core.scan.Unit;
import dev.hammer.core.value.Value;
import dev.hammer.json.JsonText;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ReadUnitsTest {
  private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");

  @Test
  void whatWasReadCompletelyIsReadBackAndNothingElse() {
    SortedSet<Unit> units =
        new TreeSet<>(
            List.of(
                at("111111111111", "eu-west-1", "sqs"),
                at("222222222222", "global", "s3"),
                at("333333333333", "eu-west-1", "sqs")));

    Value.Fields figures = read(units).in(Value.fields().put("units", 4).build());

    assertThat(figures.get("units")).contains(Value.of(4));
    assertThat(ReadUnits.of(scan(figures))).contains(units);
  }

  @Test
  void aThousandAccountsThatAreReadAlikeTakeLittleRoom() {
    SortedSet<Unit> units = new TreeSet<>();
    for (int account = 0; account < 1_000; account++) {
      for (int region = 1; region <= 17; region++) {
        for (String service : List.of("ec2", "rds", "sqs")) {
          units.add(at("%012d".formatted(account), "eu-west-" + region, service));
        }
      }
    }

    Value.Fields figures = read(units).in(Value.Fields.NONE);

    assertThat(JsonText.write(figures).length()).isLessThan(20_000);
    assertThat(ReadUnits.of(scan(figures))).contains(units);
  }

  @Test
  void aScanThatReadNothingSaysSoAndAnOldOneSaysNothing() {
    Value.Fields nothing = new ReadUnits().in(Value.Fields.NONE);

    assertThat(ReadUnits.of(scan(nothing)).orElseThrow()).isEmpty();
    assertThat(ReadUnits.of(scan(Value.Fields.NONE))).isEmpty();
  }

  private static ReadUnits read(SortedSet<Unit> units) {
    ReadUnits read = new ReadUnits();
    units.forEach(read::add);
    return read;
  }

  private static Unit at(String account, String region, String service) {
    return new Unit(AccountId.of(account), Region.of(region), service);
  }

  private static Scan scan(Value.Fields figures) {
    Value.Fields stored = (Value.Fields) JsonText.parseWritten(JsonText.write(figures));
    return new Scan(
        "s-1", NOW, Optional.of(NOW), Scan.Outcome.COMPLETE, true, "hash", "arn", stored);
  }
}
