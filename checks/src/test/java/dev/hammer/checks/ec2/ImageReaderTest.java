package dev.hammer.checks.ec2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hammer.checks.CheckTester;
import dev.hammer.checks.TestScope;
import dev.hammer.core.check.ListFilter;
import dev.hammer.core.check.Severity;
import dev.hammer.core.reading.Absence;
import dev.hammer.core.reading.ListingEnd;
import dev.hammer.core.reading.UnreadableException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.BlockDeviceMapping;

class ImageReaderTest {
  private final FakeEc2 ec2 = new FakeEc2();
  private final ImageReader filtered = reader(Set.of(ListFilter.PUBLIC));
  private final ImageReader whole = reader(Set.of(ListFilter.UNENCRYPTED));
  private final CheckTester<Image> check = CheckTester.of(PublicImage.TYPE);

  @BeforeEach
  void threePublicAndOnePrivate() {
    for (int i = 1; i <= 4; i++) {
      String snapshot = "snap-" + i;
      ec2.images.add(
          software.amazon.awssdk.services.ec2.model.Image.builder()
              .imageId("ami-" + i)
              .name("base " + i)
              .publicLaunchPermissions(i != 2)
              .blockDeviceMappings(
                  BlockDeviceMapping.builder().ebs(it -> it.snapshotId(snapshot)).build(),
                  BlockDeviceMapping.builder().virtualName("ephemeral0").build())
              .build());
    }
  }

  @Test
  void withTheFilterOnlyPublicOnesAreReadAndAbsenceSaysSo() {
    assertThat(list(filtered))
        .extracting(it -> it.ref().id())
        .containsExactly("ami-1", "ami-3", "ami-4");
    assertThat(filtered.absence()).isEqualTo(Absence.NO_LONGER_OFFENDING);
    assertThat(ec2.calls(ImageReader.LIST)).isEqualTo(2);
  }

  @Test
  void withoutItAllAreRead() {
    assertThat(list(whole)).extracting(Image::isPublic).containsExactly(true, false, true, true);
    assertThat(whole.absence()).isEqualTo(Absence.GONE);
  }

  @Test
  void theBlockIsAskedOncePerRegion() {
    ec2.imageBlock = "block-new-sharing";
    list(filtered)
        .forEach(
            it ->
                check
                    .judging(it)
                    .violates(Severity.CRITICAL)
                    .withDetail("block_public_access", "block-new-sharing"));
    assertThat(ec2.calls(ImageReader.BLOCK)).isEqualTo(1);
  }

  @Test
  void anImageKnowsItsNamesAndItsSnapshots() {
    Image image = list(filtered).getFirst();
    assertThat(image.ref().name()).contains("base 1");
    assertThat(image.ref().arn()).contains("arn:aws:ec2:eu-west-1::image/ami-1");
    assertThat(image.snapshots()).containsExactly("snap-1");
  }

  @Test
  void oneIsFoundWhoeverMayLaunchIt() {
    assertThat(filtered.find("ami-2")).get().extracting(Image::isPublic).isEqualTo(false);
    assertThat(filtered.find("arn:aws:ec2:eu-west-1::image/ami-1")).isPresent();
    assertThat(filtered.find("ami-9")).isEmpty();
    assertThat(filtered.find("base 1")).isEmpty();
  }

  @Test
  void aDeniedListingIsNoEmptyListing() {
    ec2.denying(ImageReader.LIST);
    assertThatThrownBy(() -> list(filtered)).isInstanceOf(UnreadableException.class);
  }

  private ImageReader reader(Set<ListFilter> filters) {
    return new ImageReader(TestScope.in("eu-west-1"), ec2, filters);
  }

  private static List<Image> list(ImageReader reader) {
    List<Image> found = new ArrayList<>();
    assertThat(reader.list(found::add)).isEqualTo(new ListingEnd.Complete());
    return found;
  }
}
