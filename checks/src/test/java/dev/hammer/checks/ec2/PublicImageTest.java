package dev.hammer.checks.ec2;

import dev.hammer.checks.CheckTester;
import dev.hammer.checks.Facets;
import dev.hammer.checks.TestScope;
import dev.hammer.core.check.Severity;
import dev.hammer.core.reading.Facet;
import dev.hammer.core.resource.Region;
import dev.hammer.core.resource.ResourceRef;
import dev.hammer.core.resource.Tags;
import dev.hammer.core.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicImageTest {
  private final CheckTester<Image> check = CheckTester.of(PublicImage.TYPE);

  @Test
  void aPrivateImageIsCompliantAndTheBlockIsNotAsked() {
    check.judging(image(Facets.readable(), false, "unblocked")).isCompliant().reading("tags");
  }

  @ParameterizedTest
  @ValueSource(strings = {"unblocked", "block-new-sharing"})
  void aPublicImageIsCriticalWhateverTheBlockForNewOnes(String block) {
    check
        .judging(image(Facets.readable(), true, block))
        .violates(Severity.CRITICAL)
        .saying("every AWS account may launch it")
        .withDetail("name", "base")
        .withDetail("region", "eu-west-1")
        .withDetail("snapshots", Value.texts(List.of("snap-1", "snap-2")))
        .withDetail("block_public_access", block);
  }

  @Test
  void eachFacetDenied() {
    check.deniedTable(
        facets -> image(facets, true, "unblocked"),
        Map.of("sharing_block", "critical", "tags", "critical"));
  }

  @Test
  void aDeniedBlockIsNamed() {
    check
        .judging(image(Facets.refusing("sharing_block"), true, "unblocked"))
        .violates(Severity.CRITICAL)
        .withDetail("block_public_access", Value.absent())
        .without(ImageReader.BLOCK);
  }

  private static Image image(Facets facets, boolean isPublic, String block) {
    return new Image(
        ResourceRef.of(Image.RESOURCE_TYPE, "ami-1", TestScope.ACCOUNT, Region.of("eu-west-1"))
            .withName("base"),
        TestScope.NOW,
        new Image.Listed(
            isPublic,
            List.of("snap-2", "snap-1", "snap-1"),
            Facet.known("tags", Tags.NONE, Tags::toValue)),
        facets.of(
            "sharing_block",
            List.of(ImageReader.BLOCK),
            new SharingBlock(block, Optional.empty()),
            SharingBlock::toValue));
  }
}
