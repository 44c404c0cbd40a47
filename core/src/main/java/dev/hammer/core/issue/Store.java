package dev.hammer.core.issue;

import dev.hammer.core.value.Value;

/** Everything Hammer remembers, behind one door. */
public interface Store extends IssueStore, ScanStore, WhitelistStore, AutoCloseable {
  /** What to print: kind and place, such as {@code sqlite:/home/lea/.local/share/hammer.db}. */
  String uri();

  /** Facts for the doctor: schema, number of open issues, free space; proves that it can write. */
  Value.Fields health();

  @Override
  void close();
}
