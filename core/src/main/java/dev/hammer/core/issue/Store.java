package dev.hammer.core.issue;

import dev.hammer.core.ledger.Ledger;
import dev.hammer.core.value.Value;
import java.util.List;

/** Everything Hammer remembers, behind one door. */
public interface Store extends IssueStore, ScanStore, WhitelistStore, Ledger, AutoCloseable {
  /** What to print: kind and place, such as {@code sqlite:/home/lea/.local/share/hammer.db}. */
  String uri();

  /** Facts for the doctor: schema, number of open issues, free space; proves that it can write. */
  Value.Fields health();

  /** What is wrong with what is stored, in words for people; empty if nothing is. */
  List<String> defects();

  /** Gives space back that is no longer needed. */
  void compact();

  @Override
  void close();
}
