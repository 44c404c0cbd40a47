package dev.hammer.checks.ec2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hammer.core.value.Value;
import dev.hammer.policy.network.IpRange;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KnownSourcesTest {
  private final KnownSources type = new KnownSources();
  private final List<String> problems = new ArrayList<>();

  @Test
  void addressesAndBlocksAreRead() {
    Value written = Value.texts(List.of("52.94.76.0/24", "8.8.8.8"));
    List<IpRange> known = type.read(written, this::note).orElseThrow();
    assertThat(type.show(known)).isEqualTo(Value.texts(List.of("52.94.76.0/24", "8.8.8.8/32")));
    assertThat(problems).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0/0", "::/0", "0.0.0.0/1", "8.0.0.0/7"})
  void theWorldIsNeverKnown(String cidr) {
    assertThat(type.read(Value.texts(List.of("8.8.8.8", cidr)), this::note)).isEmpty();
    assertThat(problems)
        .hasSize(1)
        .first()
        .asString()
        .startsWith("1: ")
        .endsWith("would trust the world");
  }

  @Test
  void whatIsNoAddressIsNamedWithItsPlace() {
    Value written = Value.items(List.of(Value.text("office"), Value.of(8), Value.text("8.8.8.8")));
    assertThat(type.read(written, this::note)).isEmpty();
    assertThat(problems)
        .containsExactly("0: no address and no CIDR block", "1: no address and no CIDR block");
  }

  @Test
  void oneTextIsNoList() {
    assertThat(type.read(Value.text("8.8.8.8"), this::note)).isEmpty();
    assertThat(problems).containsExactly("-1: no list of addresses");
  }

  private void note(int index, String message, String remedy) {
    problems.add(index + ": " + message);
  }
}
