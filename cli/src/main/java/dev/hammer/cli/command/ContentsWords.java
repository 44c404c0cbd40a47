package dev.hammer.cli.command;

import dev.hammer.app.archive.Contents;
import dev.hammer.cli.terminal.Words;

/** How much a store holds, for people. */
final class ContentsWords {
  private ContentsWords() {}

  /** {@code 23 issues with 61 changes, 4 scans, the coverage of 120 places, 2 accepted risks}. */
  static String of(Contents contents) {
    return Words.count(contents.issues(), "issue")
        + " with "
        + Words.count(contents.history(), "change")
        + ", "
        + Words.count(contents.scans(), "scan")
        + ", "
        + "the coverage of "
        + Words.count(contents.slices(), "place")
        + ", "
        + Words.count(contents.whitelist(), "accepted risk");
  }
}
