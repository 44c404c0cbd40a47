package dev.hammer.app.archive;

import dev.hammer.core.value.Value;

/** How much there is of each thing that a store keeps. */
public record Contents(
    long issues, long proofs, long history, long scans, long slices, long whitelist) {
  static final Contents NONE = new Contents(0, 0, 0, 0, 0, 0);

  /** The public form. */
  public Value.Fields toValue() {
    return Value.fields()
        .put("issues", issues)
        .put("proofs", proofs)
        .put("history", history)
        .put("scans", scans)
        .put("slices", slices)
        .put("whitelist", whitelist)
        .build();
  }

  static Contents of(Line line) {
    return new Contents(
        line.number("issues"),
        line.number("proofs"),
        line.number("history"),
        line.number("scans"),
        line.number("slices"),
        line.number("whitelist"));
  }

  Contents plus(Contents more) {
    return new Contents(
        issues + more.issues,
        proofs + more.proofs,
        history + more.history,
        scans + more.scans,
        slices + more.slices,
        whitelist + more.whitelist);
  }
}
