package dev.hammer.checks.ec2;

import dev.hammer.checks.CheckType;
import dev.hammer.core.check.Check;
import dev.hammer.core.check.CheckInfo;
import dev.hammer.core.check.ListFilter;
import dev.hammer.core.check.Severity;
import dev.hammer.core.check.Verdict;
import dev.hammer.core.value.Value;
import java.util.List;

/** Finds volumes without encryption. */
public final class UnencryptedVolume implements Check<Volume> {
  private static final CheckInfo INFO =
      CheckInfo.of(
              "ebs_unencrypted_volume",
              "EBS volume is not encrypted",
              Severity.MEDIUM,
              "ec2",
              Volume.RESOURCE_TYPE)
          .decidedBy(VolumeReader.LIST)
          .standingFor("Security Hub EC2.3")
          .storedIn("ebs-volumes-unencrypted")
          .accepting(ListFilter.UNENCRYPTED);

  public static final CheckType<Volume> TYPE =
      new CheckType<>(INFO, VolumeReader.TYPE, _ -> new UnencryptedVolume());

  @Override
  public CheckInfo info() {
    return INFO;
  }

  @Override
  public Verdict judge(Volume volume) {
    if (volume.isEncrypted()) {
      return Verdict.compliant("encrypted");
    }
    List<String> attachedTo =
        volume.attachments().entrySet().stream()
            .filter(it -> !it.getValue().equals("detached"))
            .map(it -> it.getKey())
            .toList();
    return attachedTo.isEmpty()
        ? violation(volume, Severity.LOW, "attached to nothing, so no running system writes to it")
        : violation(volume, Severity.MEDIUM, "in use by " + String.join(", ", attachedTo));
  }

  private static Verdict.Violating violation(Volume volume, Severity severity, String reason) {
    return Verdict.violating(severity, "volume is not encrypted", reason, details(volume));
  }

  /** State and attachments come and go with every restart: that is no news about the fault. */
  private static Value.Fields details(Volume volume) {
    return Value.fields()
        .note("name", Value.text(volume.ref().name()))
        .put("region", volume.ref().region().name())
        .note("state", Value.text(volume.state()))
        .note("attachments", volume.attachmentsValue())
        .build();
  }
}
