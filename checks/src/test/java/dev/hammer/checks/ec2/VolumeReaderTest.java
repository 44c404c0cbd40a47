package dev.hammer.checks.ec2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hammer.checks.TestScope;
import dev.hammer.core.check.ListFilter;
import dev.hammer.core.reading.Absence;
import dev.hammer.core.reading.ListingEnd;
import dev.hammer.core.reading.UnreadableException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.VolumeAttachment;

class VolumeReaderTest {
  private final FakeEc2 ec2 = new FakeEc2();
  private final VolumeReader filtered = reader(Set.of(ListFilter.UNENCRYPTED));
  private final VolumeReader whole = reader(Set.of(ListFilter.PUBLIC));

  @BeforeEach
  void threePlainAndOneEncrypted() {
    ec2.volumes.add(volume("vol-1", false).build());
    ec2.volumes.add(volume("vol-2", true).build());
    ec2.volumes.add(volume("vol-3", false).build());
    ec2.volumes.add(
        volume("vol-4", false)
            .state("in-use")
            .attachments(
                VolumeAttachment.builder().instanceId("i-1").state("attached").build(),
                VolumeAttachment.builder().associatedResource("arn:task").build())
            .build());
  }

  @Test
  void withTheFilterOnlyPlainOnesAreReadAndAbsenceSaysSo() {
    assertThat(list(filtered))
        .extracting(it -> it.ref().id())
        .containsExactly("vol-1", "vol-3", "vol-4");
    assertThat(filtered.absence()).isEqualTo(Absence.NO_LONGER_OFFENDING);
    assertThat(ec2.calls(VolumeReader.LIST)).isEqualTo(2);
  }

  @Test
  void withoutItAllAreRead() {
    assertThat(list(whole))
        .extracting(Volume::isEncrypted)
        .containsExactly(false, true, false, false);
    assertThat(whole.absence()).isEqualTo(Absence.GONE);
  }

  @Test
  void theListingBringsEverything() {
    Volume volume = list(filtered).getLast();
    assertThat(volume.ref().name()).contains("disk of vol-4");
    assertThat(volume.ref().arn()).contains("arn:aws:ec2:eu-west-1:111111111111:volume/vol-4");
    assertThat(volume.state()).isEqualTo("in-use");
    assertThat(volume.attachments()).isEqualTo(Map.of("i-1", "attached", "arn:task", "unknown"));
    assertThat(volume.tags().soFar()).isPresent();
  }

  @Test
  void oneIsFoundWhateverItsEncryption() {
    assertThat(filtered.find("vol-2")).get().extracting(Volume::isEncrypted).isEqualTo(true);
    assertThat(filtered.find("arn:aws:ec2:eu-west-1:111111111111:volume/vol-1")).isPresent();
    assertThat(filtered.find("vol-9")).isEmpty();
    assertThat(filtered.find("sg-1")).isEmpty();
  }

  @Test
  void aDeniedListingIsNoEmptyListing() {
    ec2.denying(VolumeReader.LIST);
    assertThatThrownBy(() -> list(filtered)).isInstanceOf(UnreadableException.class);
    assertThatThrownBy(() -> filtered.find("vol-1")).isInstanceOf(UnreadableException.class);
  }

  private VolumeReader reader(Set<ListFilter> filters) {
    return new VolumeReader(TestScope.in("eu-west-1"), ec2, filters);
  }

  private static List<Volume> list(VolumeReader reader) {
    List<Volume> found = new ArrayList<>();
    assertThat(reader.list(found::add)).isEqualTo(new ListingEnd.Complete());
    return found;
  }

  private static software.amazon.awssdk.services.ec2.model.Volume.Builder volume(
      String id, boolean encrypted) {
    return software.amazon.awssdk.services.ec2.model.Volume.builder()
        .volumeId(id)
        .encrypted(encrypted)
        .state("available")
        .size(8)
        .tags(Tag.builder().key("Name").value("disk of " + id).build());
  }
}
