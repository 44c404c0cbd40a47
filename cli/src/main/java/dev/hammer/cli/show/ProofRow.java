package dev.hammer.cli.show;

import java.util.List;

/**
 * One row of a proof: what offends, or a neighbour of it that does not.
 *
 * @param cells visible text, at least one; rows are aligned cell by cell
 * @param remark what is to be said of it, below it; empty for most
 */
record ProofRow(boolean offends, List<String> cells, String remark) {
  ProofRow {
    cells = List.copyOf(cells);
  }

  ProofRow(boolean offends, List<String> cells) {
    this(offends, cells, "");
  }
}
