package dev.hammer.demo.estate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How to get into the estate, and what is wrong in it. */
public record DemoAccounts(
    Account management,
    List<Account> members,
    List<String> regions,
    String roleName,
    String accessKeyId,
    String secretAccessKey,
    List<Expected> expected) {

  /** One account of the organization. */
  public record Account(String id, String name) {}

  /** Sorts the faults. */
  public DemoAccounts {
    members = List.copyOf(members);
    regions = List.copyOf(regions);
    expected = expected.stream().sorted().toList();
  }

  /** All accounts, the management account first. */
  public List<Account> all() {
    return Stream.concat(Stream.of(management), members.stream()).toList();
  }

  /** Leaves the secret out; it opens nothing, but looks as if it did. */
  @Override
  public String toString() {
    return "DemoAccounts[" + all() + ", " + accessKeyId + ", " + expected.size() + " faults]";
  }

  /** Lines that {@link #parse} reads: the estate keeps them, so any later process finds its way. */
  String asNote() {
    var lines = new ArrayList<String>();
    lines.add(String.join("\t", "access", roleName, accessKeyId, secretAccessKey));
    lines.add("regions\t" + String.join("\t", regions));
    all().forEach(it -> lines.add(String.join("\t", "account", it.id, it.name)));
    expected.forEach(
        it ->
            lines.add(
                String.join(
                    "\t",
                    "expected",
                    it.check(),
                    it.account(),
                    it.region().orElse("-"),
                    it.resourceId())));
    return String.join("\n", lines);
  }

  /** Empty if nothing was seeded, or not to the end. */
  static Optional<DemoAccounts> parse(String note) {
    if (note.isBlank()) {
      return Optional.empty();
    }
    var rows = note.lines().map(line -> List.of(line.split("\t"))).toList();
    var access = rows("access", rows).getFirst();
    var accounts =
        rows("account", rows).stream().map(row -> new Account(row.get(1), row.get(2))).toList();
    return Optional.of(
        new DemoAccounts(
            accounts.getFirst(),
            accounts.subList(1, accounts.size()),
            rows("regions", rows).getFirst().stream().skip(1).toList(),
            access.get(1),
            access.get(2),
            access.get(3),
            rows("expected", rows).stream().map(DemoAccounts::fault).toList()));
  }

  private static List<List<String>> rows(String kind, List<List<String>> rows) {
    return rows.stream().filter(row -> row.getFirst().equals(kind)).toList();
  }

  private static Expected fault(List<String> row) {
    var region = Optional.of(row.get(3)).filter(name -> !name.equals("-"));
    return new Expected(row.get(1), row.get(2), region, row.get(4));
  }
}
