package dev.hammer.app.archive;

import dev.hammer.core.issue.Chronicle;
import dev.hammer.core.scan.Scan;
import dev.hammer.core.scan.SliceState;
import dev.hammer.core.value.Value;
import dev.hammer.core.whitelist.WhitelistEntry;

/** One thing that a store keeps, as an archive has it on a line. */
sealed interface Item {
  record OfIssue(Chronicle chronicle) implements Item {}

  record OfScan(Scan scan) implements Item {}

  record OfSlice(SliceState state) implements Item {}

  record OfWhitelist(WhitelistEntry entry) implements Item {}

  default Value.Fields write() {
    return switch (this) {
      case OfIssue(Chronicle chronicle) -> IssueLine.write(chronicle);
      case OfScan(Scan scan) -> ScanLine.write(scan);
      case OfSlice(SliceState state) -> SliceLine.write(state);
      case OfWhitelist(WhitelistEntry entry) -> WhitelistLine.write(entry);
    };
  }

  default Contents counted() {
    return switch (this) {
      case OfIssue(Chronicle c) ->
          new Contents(1, c.proof().isPresent() ? 1 : 0, c.history().size(), 0, 0, 0);
      case OfScan _ -> new Contents(0, 0, 0, 1, 0, 0);
      case OfSlice _ -> new Contents(0, 0, 0, 0, 1, 0);
      case OfWhitelist _ -> new Contents(0, 0, 0, 0, 0, 1);
    };
  }

  static Item read(String type, Line line) {
    return switch (type) {
      case IssueLine.TYPE -> new OfIssue(IssueLine.read(line));
      case ScanLine.TYPE -> new OfScan(ScanLine.read(line));
      case SliceLine.TYPE -> new OfSlice(SliceLine.read(line));
      case WhitelistLine.TYPE -> new OfWhitelist(WhitelistLine.read(line));
      default -> throw new IllegalArgumentException("unknown type \"" + type + "\"");
    };
  }
}
