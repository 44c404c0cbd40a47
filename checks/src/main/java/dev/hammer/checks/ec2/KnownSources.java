package dev.hammer.checks.ec2;

import dev.hammer.core.check.SettingType;
import dev.hammer.core.value.Value;
import dev.hammer.policy.network.AddressSpace;
import dev.hammer.policy.network.IpRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Blocks of addresses that may come in anywhere; what is the world is refused. */
record KnownSources() implements SettingType<List<IpRange>> {
  @Override
  public String form() {
    return "list of addresses and CIDR blocks";
  }

  @Override
  public String example() {
    return "[198.51.100.0/24]";
  }

  @Override
  public Optional<List<IpRange>> read(Value value, Problems problems) {
    if (!(value instanceof Value.Items(List<Value> items))) {
      problems.error(-1, "no list of addresses", "write a list, also for one");
      return Optional.empty();
    }
    List<IpRange> known = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      Optional<IpRange> range =
          items.get(i) instanceof Value.Text(String text) ? IpRange.parse(text) : Optional.empty();
      if (range.isEmpty()) {
        problems.error(i, "no address and no CIDR block", "write one such as 198.51.100.0/24");
      } else if (AddressSpace.classify(range.get()).isWorld()) {
        problems.error(i, range.get() + " would trust the world", "write narrower blocks");
      } else {
        known.add(range.get());
      }
    }
    return known.size() == items.size() ? Optional.of(List.copyOf(known)) : Optional.empty();
  }

  @Override
  public Value show(List<IpRange> value) {
    return Value.texts(value.stream().map(IpRange::toString).toList());
  }
}
