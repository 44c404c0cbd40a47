package dev.hammer.checks.cloudtrail;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.cloudtrail.model.AdvancedEventSelector;
import software.amazon.awssdk.services.cloudtrail.model.AdvancedFieldSelector;
import software.amazon.awssdk.services.cloudtrail.model.EventSelector;
import software.amazon.awssdk.services.cloudtrail.model.GetEventSelectorsResponse;

class EventSelectorsTest {
  private static EventSelector basic(
      @Nullable String type, @Nullable Boolean manages, String... excluded) {
    return EventSelector.builder()
        .readWriteType(type)
        .includeManagementEvents(manages)
        .excludeManagementEventSources(excluded)
        .build();
  }

  private static AdvancedFieldSelector field(String name, String... values) {
    return AdvancedFieldSelector.builder().field(name).equalsValue(values).build();
  }

  private static AdvancedEventSelector advanced(AdvancedFieldSelector... fields) {
    return AdvancedEventSelector.builder().fieldSelectors(fields).build();
  }

  private static EventSelectors read(EventSelector... selectors) {
    return EventSelectors.of(GetEventSelectorsResponse.builder().eventSelectors(selectors).build());
  }

  private static EventSelectors read(AdvancedEventSelector... selectors) {
    return EventSelectors.of(
        GetEventSelectorsResponse.builder().advancedEventSelectors(selectors).build());
  }

  private static final AdvancedFieldSelector MANAGEMENT = field("eventCategory", "Management");

  @ParameterizedTest
  @CsvSource({
    "All, true,, all",
    "All,,, all",
    ",,, all",
    "All, false,, none",
    "All, true, kms.amazonaws.com, only some",
    "WriteOnly, true,, only changes",
    "WriteOnly, true, rdsdata.amazonaws.com, only some changes",
    "ReadOnly, true,, only reads",
    "ReadOnly, true, kms.amazonaws.com, only some reads",
    "SomethingNew, true,, none"
  })
  void aBasicSelectorRecordsWhatItSays(
      @Nullable String type, @Nullable Boolean manages, @Nullable String excluded, String share) {
    String[] sources = excluded == null ? new String[0] : new String[] {excluded};

    EventSelectors selectors = read(basic(type, manages, sources));

    assertThat(selectors.share()).isEqualTo(share);
    assertThat(selectors.recordEverything()).isEqualTo(share.equals("all"));
    assertThat(selectors.recordChanges()).isEqualTo(share.matches("all|only some|.*changes"));
  }

  @Test
  void selectorsAddUp() {
    assertThat(read(basic("ReadOnly", true), basic("WriteOnly", true)).share()).isEqualTo("all");
    assertThat(read(basic("All", true, "kms.amazonaws.com"), basic("All", true)).share())
        .isEqualTo("all");
    assertThat(read(basic("ReadOnly", true), basic("WriteOnly", true, "kms.amazonaws.com")).share())
        .isEqualTo("only some");
    assertThat(read(advanced(MANAGEMENT), advanced(field("eventCategory", "Data"))).share())
        .isEqualTo("all");
  }

  @Test
  void anAdvancedSelectorOfManagementAloneRecordsAll() {
    assertThat(read(advanced(MANAGEMENT)).share()).isEqualTo("all");
    assertThat(read(advanced(MANAGEMENT, field("readOnly", "true"))).share())
        .isEqualTo("only reads");
    assertThat(read(advanced(MANAGEMENT, field("readOnly", "false"))).share())
        .isEqualTo("only changes");
    assertThat(read(advanced(field("eventCategory", "Data"))).share()).isEqualTo("none");
    assertThat(read(advanced(field("eventCategory", "Data"), field("readOnly", "false"))).share())
        .isEqualTo("none");
  }

  @Test
  void anyOtherFieldLeavesEventsOut() {
    AdvancedFieldSelector notKms =
        AdvancedFieldSelector.builder().field("eventSource").notEquals("kms.amazonaws.com").build();
    AdvancedFieldSelector notReadOnly =
        AdvancedFieldSelector.builder().field("readOnly").notEquals("true").build();

    assertThat(read(advanced(MANAGEMENT, notKms)).share()).isEqualTo("only some");
    assertThat(read(advanced(MANAGEMENT, notReadOnly)).recordEverything()).isFalse();
    assertThat(read(advanced(MANAGEMENT, notKms, field("readOnly", "false"))).share())
        .isEqualTo("only some changes");
  }

  @Test
  void noSelectorsAtAllAreTheDefault() {
    EventSelectors none = EventSelectors.of(GetEventSelectorsResponse.builder().build());

    assertThat(none).isEqualTo(EventSelectors.DEFAULT);
    assertThat(none.share()).isEqualTo("all");
    assertThat(none.types()).isEqualTo("All");
  }

  @Test
  void typesAreToldAsThePredecessorDid() {
    assertThat(read(basic("WriteOnly", true), basic("ReadOnly", true)).types())
        .isEqualTo("ReadOnly,WriteOnly");
    assertThat(read(AdvancedEventSelector.builder().name("Management only").build()).types())
        .isEqualTo("Management only");
    assertThat(read(advanced(MANAGEMENT)).types()).isEqualTo("advanced");
  }
}
