package dev.hammer.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Lines that are drawn in place, as a person sees them. */
class LiveBlockTest {
  private final Screen screen = new Screen(20);
  private final LiveBlock block = new LiveBlock(screen.stream());

  @Test
  void isDrawnOverWhateverItWas() {
    screen.stream().print("before\n");
    block.draw(List.of("a long first line", "second"));
    block.draw(List.of("a line"));
    assertThat(screen.seen()).containsExactly("before", "a line");

    block.draw(List.of("first", "second", "third"));
    assertThat(screen.seen()).containsExactly("before", "first", "second", "third");
    assertThat(screen.row()).isEqualTo(1);
    assertThat(screen.column()).isZero();
  }

  @Test
  void canBeTakenAwayOrLeft() {
    block.draw(List.of("first", "second"));
    block.erase();
    screen.stream().print("said\n");
    block.leave(List.of("last", "words"));
    screen.stream().print("$ ");

    assertThat(screen.seen()).containsExactly("said", "last", "words", "$");
  }

  @Test
  void neverWrapsAndLeavesWrappingOn() {
    block.draw(List.of("x".repeat(50), "y".repeat(50)));
    assertThat(screen.seen()).hasSize(2);
    assertThat(screen.wraps()).isTrue();

    block.erase();
    assertThat(screen.seen()).isEmpty();
  }

  @Test
  void leavesNothingBehindWhenTheScreenIsMadeNarrowerOrWider() {
    screen.stream().print("before\n");
    for (int columns : List.of(9, 40, 7, 20, 3, 80)) {
      block.draw(List.of("a long first line", "and a second one"));
      screen.resize(columns);
      block.draw(List.of("one", "two"));
      screen.resize(20);
      assertThat(screen.seen()).as("%s columns", columns).containsExactly("before", "one", "two");
    }
  }

  @Test
  void theModelWrapsAndFlows() {
    screen.stream().print("0123456789012345678901234\nnext");
    assertThat(screen.seen()).containsExactly("01234567890123456789", "01234", "next");

    screen.resize(30);
    assertThat(screen.seen()).containsExactly("0123456789012345678901234", "next");
    assertThat(screen.column()).isEqualTo(4);
  }
}
