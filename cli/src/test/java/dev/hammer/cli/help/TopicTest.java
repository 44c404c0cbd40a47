package dev.hammer.cli.help;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hammer.cli.Exit;
import dev.hammer.core.check.Severity;
import dev.hammer.core.filter.Filter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TopicTest {
  @Test
  void everyKeyAndStateOfTheFilterIsExplained() {
    for (String key : Filter.keys()) {
      assertThat(Topic.FILTER.lines()).anyMatch(line -> line.startsWith(key + " "));
    }
    assertThat(String.join(" ", Topic.FILTER.lines())).contains(Filter.states());
    for (Severity severity : Severity.values()) {
      assertThat(String.join(" ", Topic.FILTER.lines())).contains(severity.word());
    }
  }

  @Test
  void everyExitCodeIsExplained() {
    for (Exit exit : Exit.values()) {
      assertThat(Topic.EXIT_CODES.lines())
          .anyMatch(line -> line.strip().startsWith(exit.code() + "  " + exit.meaning()));
    }
  }

  @ParameterizedTest
  @EnumSource(Topic.class)
  void pagesFitATerminal(Topic topic) {
    assertThat(topic.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
    assertThat(Topic.of(topic.word())).contains(topic);
  }
}
