package dev.hammer.app.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hammer.core.scan.Scan;
import dev.hammer.core.scan.SliceState;
import dev.hammer.core.value.Value;
import dev.hammer.json.JsonText;
import dev.hammer.testing.store.SliceBuilder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReadUnitsTest {
  private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");

  @Test
  void whatWasReadCompletelyIsReadBackAndNothingElse() {
    SliceState complete = at("111111111111", "eu-west-1", "sqs").build();
    SliceState other = at("222222222222", "global", "s3").build();
    SliceState alike = at("333333333333", "eu-west-1", "sqs").build();
    SliceState failed = at("222222222222", "eu-west-1", "sqs").denied("x").build();

    Value.Fields figures =
        ReadUnits.in(
            Value.fields().put("units", 4).build(), List.of(complete, other, alike, failed));

    assertThat(figures.get("units")).contains(Value.of(4));
    assertThat(ReadUnits.of(scan(figures)).orElseThrow())
        .containsExactly(complete.unit(), other.unit(), alike.unit());
  }

  @Test
  void aThousandAccountsThatAreReadAlikeTakeLittleRoom() {
    List<SliceState> slices = new ArrayList<>();
    for (int account = 0; account < 1_000; account++) {
      for (int region = 1; region <= 17; region++) {
        for (String service : List.of("ec2", "rds", "sqs")) {
          slices.add(at("%012d".formatted(account), "eu-west-" + region, service).build());
        }
      }
    }

    Value.Fields figures = ReadUnits.in(Value.Fields.NONE, slices);

    assertThat(JsonText.write(figures).length()).isLessThan(20_000);
    assertThat(ReadUnits.of(scan(figures)).orElseThrow()).hasSize(51_000);
  }

  @Test
  void aScanThatReadNothingSaysSoAndAnOldOneSaysNothing() {
    assertThat(ReadUnits.of(scan(ReadUnits.in(Value.Fields.NONE, List.of()))).orElseThrow())
        .isEmpty();
    assertThat(ReadUnits.of(scan(Value.Fields.NONE))).isEmpty();
  }

  private static SliceBuilder at(String account, String region, String service) {
    return SliceBuilder.look(NOW)
        .of(SliceBuilder.slice(account, region, "check_of_" + service))
        .service(service);
  }

  private static Scan scan(Value.Fields figures) {
    Value.Fields stored = (Value.Fields) JsonText.parseWritten(JsonText.write(figures));
    return new Scan(
        "s-1", NOW, Optional.of(NOW), Scan.Outcome.COMPLETE, true, "hash", "arn", stored);
  }
}
