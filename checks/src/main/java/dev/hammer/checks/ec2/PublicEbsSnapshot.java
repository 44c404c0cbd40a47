package dev.hammer.checks.ec2;

import dev.hammer.checks.CheckType;
import dev.hammer.core.check.Check;
import dev.hammer.core.check.CheckInfo;
import dev.hammer.core.check.ListFilter;
import dev.hammer.core.check.Severity;
import dev.hammer.core.check.Verdict;
import dev.hammer.core.reading.ReadFailure;
import dev.hammer.core.reading.Reading;
import dev.hammer.core.value.Value;

/** Finds snapshots that every AWS account may restore. */
public final class PublicEbsSnapshot implements Check<EbsSnapshot> {
  private static final CheckInfo INFO =
      CheckInfo.of(
              "ebs_public_snapshot",
              "EBS snapshot is public",
              Severity.CRITICAL,
              "ec2",
              EbsSnapshot.RESOURCE_TYPE)
          .decidedBy(EbsSnapshotReader.LIST, EbsSnapshotReader.ATTRIBUTE)
          .explainedBy(EbsSnapshotReader.BLOCK)
          .standingFor("Security Hub EC2.1")
          .storedIn("ebs-snapshots-public")
          .accepting(ListFilter.PUBLIC);

  public static final CheckType<EbsSnapshot> TYPE =
      new CheckType<>(INFO, EbsSnapshotReader.TYPE, _ -> new PublicEbsSnapshot());

  @Override
  public CheckInfo info() {
    return INFO;
  }

  @Override
  public Verdict judge(EbsSnapshot snapshot) {
    RestorePermissions permissions = snapshot.permissions().get();
    if (!permissions.isPublic()) {
      return Verdict.compliant("only named accounts may restore it");
    }
    Verdict.Violating open =
        Verdict.violating(
            Severity.CRITICAL,
            "every AWS account may restore it",
            "anyone can make a volume of it and read its data",
            details(snapshot, permissions));
    return switch (snapshot.sharingBlock().reading()) {
      case Reading.Known<SharingBlock>(SharingBlock block) when block.hidesAll() ->
          open.latent(
              Severity.MEDIUM,
              "block public access of the region hides it now (block-all-sharing); it is public"
                  + " again as soon as that is lifted");
      case Reading.Known<SharingBlock> _ -> open;
      case Reading.Unreadable<SharingBlock>(ReadFailure why) -> open.without(why);
    };
  }

  private static Value.Fields details(EbsSnapshot snapshot, RestorePermissions permissions) {
    return Value.fields()
        .note("name", Value.text(snapshot.ref().name()))
        .put("region", snapshot.ref().region().name())
        .put("volume_id", Value.text(snapshot.volumeId()))
        .put("accounts", Value.texts(permissions.accounts()))
        .build();
  }
}
