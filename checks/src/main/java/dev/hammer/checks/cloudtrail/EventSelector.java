package dev.hammer.checks.cloudtrail;

import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.cloudtrail.model.AdvancedEventSelector;
import software.amazon.awssdk.services.cloudtrail.model.AdvancedFieldSelector;

/**
 * Which management events one selector of a trail records.
 *
 * @param type as AWS calls it: {@code All}, {@code ReadOnly}, {@code WriteOnly}, or the name of an
 *     advanced selector
 * @param reads whether it records events that only read
 * @param writes whether it records events that change something
 * @param isNarrowed whether it leaves out some of them, such as those of one service
 */
record EventSelector(String type, boolean reads, boolean writes, boolean isNarrowed) {
  private static final String CATEGORY = "eventCategory";
  private static final String READ_ONLY = "readOnly";

  /**
   * A basic selector. AWS records all management events unless told otherwise:
   * https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_EventSelector.html
   */
  static EventSelector of(software.amazon.awssdk.services.cloudtrail.model.EventSelector selector) {
    String type =
        selector.readWriteTypeAsString() == null ? "All" : selector.readWriteTypeAsString();
    boolean manages = !Boolean.FALSE.equals(selector.includeManagementEvents());
    return new EventSelector(
        type,
        manages && Set.of("All", "ReadOnly").contains(type),
        manages && Set.of("All", "WriteOnly").contains(type),
        !selector.excludeManagementEventSources().isEmpty());
  }

  /** An advanced selector: all its fields must fit an event. */
  static EventSelector of(AdvancedEventSelector selector) {
    List<AdvancedFieldSelector> fields = selector.fieldSelectors();
    boolean manages =
        fields.stream()
            .anyMatch(it -> it.field().equals(CATEGORY) && it.equalsValue().contains("Management"));
    String type =
        selector.name() == null || selector.name().isBlank() ? "advanced" : selector.name();
    return new EventSelector(
        type,
        manages && fields.stream().allMatch(it -> allows(it, "true")),
        manages && fields.stream().allMatch(it -> allows(it, "false")),
        fields.stream().anyMatch(EventSelector::narrows));
  }

  private static boolean allows(AdvancedFieldSelector field, String readOnly) {
    return !isPlainReadOnly(field) || field.equalsValue().contains(readOnly);
  }

  private static boolean narrows(AdvancedFieldSelector field) {
    return !field.field().equals(CATEGORY) && !isPlainReadOnly(field);
  }

  private static boolean isPlainReadOnly(AdvancedFieldSelector field) {
    return field.field().equals(READ_ONLY)
        && field.hasEqualsValue()
        && !field.hasNotEquals()
        && !field.hasStartsWith()
        && !field.hasEndsWith()
        && !field.hasNotStartsWith()
        && !field.hasNotEndsWith();
  }
}
