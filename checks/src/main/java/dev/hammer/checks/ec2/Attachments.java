package dev.hammer.checks.ec2;

import dev.hammer.core.value.Value;
import java.util.List;

/** All network interfaces that carry one security group, sorted by id. */
record Attachments(List<Attachment> all) {
  static final Attachments NONE = new Attachments(List.of());

  Attachments {
    all = all.stream().sorted().toList();
  }

  boolean isEmpty() {
    return all.isEmpty();
  }

  /** Those that the internet can reach. */
  List<Attachment> inPublic() {
    return all.stream().filter(Attachment::isPublic).toList();
  }

  Value toValue() {
    return Value.items(all.stream().map(Attachment::toValue).toList());
  }
}
