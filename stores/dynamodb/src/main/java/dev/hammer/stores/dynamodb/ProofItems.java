package dev.hammer.stores.dynamodb;

import dev.hammer.core.issue.IssueKey;
import dev.hammer.core.issue.Proof;
import dev.hammer.core.value.Value;
import java.util.Optional;

/** The evidence of each issue, apart from it: listings never read it. */
record ProofItems(State state) {
  private static final String ORDER = "proof";

  /** For keys and times around what is measured. */
  private static final int MARGIN = 4_096;

  static Draft item(IssueKey key, Proof proof) {
    long room = Fitting.ITEM - MARGIN - Fitting.bytes(Value.texts(proof.calls()));
    return State.at(HistoryItems.partition(key), ORDER)
        .instant("read_at", proof.readAt())
        .list("calls", proof.calls())
        .json("evidence", Fitting.fit(proof.evidence(), room));
  }

  Optional<Proof> of(IssueKey key) {
    return state
        .get(HistoryItems.partition(key), ORDER)
        .map(
            item ->
                new Proof(item.instant("read_at"), item.list("calls"), item.fields("evidence")));
  }
}
