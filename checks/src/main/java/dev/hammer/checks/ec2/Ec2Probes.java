package dev.hammer.checks.ec2;

import dev.hammer.checks.Probe;
import dev.hammer.checks.Prober;
import dev.hammer.checks.Sample;
import dev.hammer.checks.ServiceProbes;
import dev.hammer.core.check.Scope;
import java.util.List;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.ManagedPrefixList;
import software.amazon.awssdk.services.ec2.model.Snapshot;
import software.amazon.awssdk.services.ec2.model.SnapshotAttributeName;

/** Tries the calls that tell about snapshots, volumes, images and security groups. */
public final class Ec2Probes {
  public static final ServiceProbes ALL = new ServiceProbes("ec2", Scope.REGIONAL, Ec2Probes::in);

  /** The least that all the Describe calls accept. */
  private static final int FEW = 5;

  private static final String NO_SNAPSHOT = "snap-00000000000000000";
  private static final String NO_PREFIX_LIST = "pl-00000000000000000";

  private Ec2Probes() {}

  private static List<Probe> in(Prober prober) {
    Ec2Client ec2 = Ec2.client(prober.scope());
    Sample<String> snapshots =
        prober.sample(
            EbsSnapshotReader.LIST,
            () ->
                ec2.describeSnapshots(r -> r.ownerIds("self").maxResults(FEW)).snapshots().stream()
                    .map(Snapshot::snapshotId)
                    .toList());
    Sample<String> prefixLists =
        prober.sample(
            PrefixList.LISTS,
            () ->
                ec2.describeManagedPrefixLists(r -> r.maxResults(FEW)).prefixLists().stream()
                    .map(ManagedPrefixList::prefixListId)
                    .toList());
    return List.of(
        prober.probe(EbsSnapshotReader.LIST, snapshots),
        prober.probe(
            EbsSnapshotReader.ATTRIBUTE,
            snapshots,
            NO_SNAPSHOT,
            id ->
                ec2.describeSnapshotAttribute(
                    r ->
                        r.snapshotId(id)
                            .attribute(SnapshotAttributeName.CREATE_VOLUME_PERMISSION))),
        prober.probe(EbsSnapshotReader.BLOCK, () -> ec2.getSnapshotBlockPublicAccessState(r -> {})),
        prober.probe(VolumeReader.LIST, () -> ec2.describeVolumes(r -> r.maxResults(FEW))),
        prober.probe(
            ImageReader.LIST, () -> ec2.describeImages(r -> r.owners("self").maxResults(FEW))),
        prober.probe(ImageReader.BLOCK, () -> ec2.getImageBlockPublicAccessState(r -> {})),
        prober.probe(
            SecurityGroupReader.LIST, () -> ec2.describeSecurityGroups(r -> r.maxResults(FEW))),
        prober.probe(
            NetworkInterfaces.LIST, () -> ec2.describeNetworkInterfaces(r -> r.maxResults(FEW))),
        prober.probe(PrefixList.LISTS, prefixLists),
        prober.probe(
            PrefixList.ENTRIES,
            prefixLists,
            NO_PREFIX_LIST,
            id -> ec2.getManagedPrefixListEntries(r -> r.prefixListId(id).maxResults(FEW))));
  }
}
