package dev.hammer.checks.ec2;

import dev.hammer.core.check.Severity;
import dev.hammer.core.reading.ReadFailure;
import dev.hammer.core.reading.Reading;
import dev.hammer.policy.network.Reach;
import java.util.List;

/** How bad an open group is, by who gets in and what stands behind it, and why. */
record Grade(Severity severity, String reason) {

  static Grade of(Reach reach, Reading<Attachments> attachments) {
    return switch (attachments) {
      case Reading.Known<Attachments>(Attachments known) -> behind(reach, known);
      case Reading.Unreadable<Attachments>(ReadFailure why) ->
          new Grade(
              severity(reach, Severity.HIGH),
              lets(reach)
                  + "; graded as attached without a public address, for the network interfaces"
                  + " could not be read: "
                  + why.kind().words());
    };
  }

  private static Grade behind(Reach reach, Attachments attachments) {
    List<Attachment> inPublic = attachments.inPublic();
    if (!inPublic.isEmpty()) {
      return new Grade(
          severity(reach, Severity.CRITICAL), lets(reach) + ", and " + reachable(inPublic));
    }
    if (!attachments.isEmpty()) {
      return new Grade(
          severity(reach, Severity.HIGH),
          lets(reach) + ", but nothing behind it has a public address: " + attached(attachments));
    }
    return new Grade(
        severity(reach, Severity.MEDIUM),
        lets(reach) + ", but no network interface carries it now");
  }

  /** Some addresses of the internet are one step better than the world. */
  private static Severity severity(Reach reach, Severity ofTheWorld) {
    return reach.isWorld() ? ofTheWorld : ofTheWorld.oneLower();
  }

  private static String lets(Reach reach) {
    return switch (reach) {
      case ALL -> "lets in the whole internet";
      case WIDE -> "lets in a wide part of the internet";
      case SOME -> "lets in some addresses of the internet";
      case PRIVATE -> "lets in nobody from the internet";
    };
  }

  private static String reachable(List<Attachment> inPublic) {
    Attachment first = inPublic.getFirst();
    return first.words()
        + " has the public address "
        + first.publicAddresses().getFirst()
        + more(inPublic.size() - 1);
  }

  private static String attached(Attachments attachments) {
    return "attached to "
        + attachments.all().getFirst().words()
        + more(attachments.all().size() - 1);
  }

  private static String more(int others) {
    return others == 0 ? "" : " (and " + others + " more)";
  }
}
