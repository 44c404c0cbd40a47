package dev.hammer.checks.ec2;

import dev.hammer.aws.AwsScope;
import dev.hammer.aws.Page;
import dev.hammer.core.reading.ApiCall;
import dev.hammer.core.reading.Facet;
import dev.hammer.core.reading.ReadFailure;
import dev.hammer.core.reading.UnreadableException;
import dev.hammer.core.value.Value;
import dev.hammer.policy.network.AddressSpace;
import dev.hammer.policy.network.IpRange;
import dev.hammer.policy.network.Reach;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.ManagedPrefixList;
import software.amazon.awssdk.services.ec2.model.PrefixListEntry;

/**
 * The addresses that a rule names by a managed prefix list.
 *
 * @param owner an account or {@code AWS}; unknown where it does not matter
 */
record PrefixList(String id, Optional<String> owner, List<Entry> entries) {
  static final ApiCall ENTRIES = ApiCall.of("ec2", "GetManagedPrefixListEntries");
  static final ApiCall LISTS = ApiCall.of("ec2", "DescribeManagedPrefixLists");

  private static final int PAGE = 100;

  PrefixList {
    entries = List.copyOf(entries);
  }

  /** One block of addresses with what somebody wrote beside it. */
  record Entry(IpRange range, String cidr, Optional<String> description) {}

  /** The list, read once for all groups of the region that name it. */
  static Facet<PrefixList> shared(AwsScope scope, Ec2Client ec2, String id) {
    String name = "prefix_list " + id;
    return scope.shared(
        "ec2 " + name,
        () ->
            Facet.of(
                name, List.of(ENTRIES, LISTS), () -> read(scope, ec2, id), PrefixList::toValue));
  }

  /**
   * Whether AWS keeps the list: the addresses of one of its services, which are public and yet not
   * the world.
   */
  boolean isOfAws() {
    return owner.filter("AWS"::equalsIgnoreCase).isPresent();
  }

  Value toValue() {
    return Value.fields()
        .put("owner", Value.text(owner))
        .put("cidrs", Value.texts(entries.stream().map(Entry::cidr).toList()))
        .build();
  }

  private static PrefixList read(AwsScope scope, Ec2Client ec2, String id) {
    List<Entry> entries = new ArrayList<>();
    scope.eachPage(
        ENTRIES,
        token -> {
          var answer =
              ec2.getManagedPrefixListEntries(
                  r -> r.prefixListId(id).maxResults(PAGE).nextToken(token));
          return Page.of(answer.entries(), answer.nextToken());
        },
        entry -> entries.add(entry(id, entry)));
    return new PrefixList(id, owner(scope, ec2, id, entries), entries);
  }

  /**
   * Asked only where it matters: private addresses are harmless whoever lists them, and a list that
   * holds the world is no list of AWS.
   */
  private static Optional<String> owner(
      AwsScope scope, Ec2Client ec2, String id, List<Entry> entries) {
    if (AddressSpace.classify(entries.stream().map(Entry::range).toList()) != Reach.SOME) {
      return Optional.empty();
    }
    return scope
        .ask(LISTS, () -> ec2.describeManagedPrefixLists(r -> r.prefixListIds(id)))
        .prefixLists()
        .stream()
        .findFirst()
        .map(ManagedPrefixList::ownerId);
  }

  private static Entry entry(String id, PrefixListEntry entry) {
    IpRange range =
        IpRange.parse(entry.cidr())
            .orElseThrow(
                () ->
                    new UnreadableException(
                        ReadFailure.of(
                            ENTRIES,
                            ReadFailure.Kind.UNPARSABLE,
                            "\"" + entry.cidr() + "\" in " + id + " is no address range")));
    return new Entry(range, entry.cidr(), Optional.ofNullable(entry.description()));
  }
}
