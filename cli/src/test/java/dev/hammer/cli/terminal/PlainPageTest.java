package dev.hammer.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainPageTest {
  private static final Style PLAIN = new Style(false);

  @Test
  void marksGoAndTextIsFilled() {
    assertThat(
            PlainPage.lines(
                """
                ## Why it *matters*

                One `a*b*c` two,
                three *Edit rules* and [here](https://example.com).
                - first item that is long
                - second
                """,
                26,
                PLAIN))
        .containsExactly(
            "Why it matters",
            "",
            "One a*b*c two, three Edit",
            "rules and here",
            "(https://example.com).",
            "- first item that is long",
            "- second");
  }

  @Test
  void codeStaysAsItIs() {
    assertThat(
            PlainPage.lines(
                """
                Run:

                    aws s3 ls \\
                        --debug

                ```
                # not a title
                | no table |
                ```
                """,
                20,
                PLAIN))
        .containsExactly(
            "Run:",
            "",
            "    aws s3 ls \\",
            "        --debug",
            "",
            "    # not a title",
            "    | no table |");
  }

  @Test
  void tablesAreAlignedAndFitted() {
    assertThat(
            PlainPage.lines(
                """
                | Found | Verdict |
                |---|---|
                | `a \\| b` | high |
                | a long cell that needs more than one line | low |
                """,
                36,
                PLAIN))
        .containsExactly(
            "  Found                      Verdict",
            "  a | b                      high",
            "  a long cell that needs     low",
            "  more than one line");
  }
}
