package dev.hammer.checks.ec2;

import dev.hammer.checks.CheckType;
import dev.hammer.core.check.Check;
import dev.hammer.core.check.CheckInfo;
import dev.hammer.core.check.ListFilter;
import dev.hammer.core.check.Severity;
import dev.hammer.core.check.Verdict;
import dev.hammer.core.reading.Reading;
import dev.hammer.core.value.Value;

/** Finds machine images that every AWS account may launch. */
public final class PublicImage implements Check<Image> {
  private static final CheckInfo INFO =
      CheckInfo.of("ec2_public_ami", "AMI is public", Severity.CRITICAL, "ec2", Image.RESOURCE_TYPE)
          .decidedBy(ImageReader.LIST)
          .explainedBy(ImageReader.BLOCK)
          .storedIn("ec2-public-ami")
          .accepting(ListFilter.PUBLIC);

  public static final CheckType<Image> TYPE =
      new CheckType<>(INFO, ImageReader.TYPE, _ -> new PublicImage());

  @Override
  public CheckInfo info() {
    return INFO;
  }

  /** No block of the region hides an image that is public already, so the block only informs. */
  @Override
  public Verdict judge(Image image) {
    if (!image.isPublic()) {
      return Verdict.compliant("not every AWS account may launch it");
    }
    Reading<SharingBlock> block = image.sharingBlock().reading();
    Verdict.Violating open =
        Verdict.violating(
            Severity.CRITICAL,
            "every AWS account may launch it",
            "anyone can start it and read the data of its snapshots, also if these are private",
            details(image, block));
    return block.failure().map(open::without).orElse(open);
  }

  private static Value.Fields details(Image image, Reading<SharingBlock> block) {
    return Value.fields()
        .put("name", Value.text(image.ref().name()))
        .put("region", image.ref().region().name())
        .put("snapshots", Value.texts(image.snapshots()))
        .note("block_public_access", Value.text(block.known().map(SharingBlock::state)))
        .build();
  }
}
