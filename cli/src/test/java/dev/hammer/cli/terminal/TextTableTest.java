package dev.hammer.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hammer.cli.terminal.TextTable.Cell;
import dev.hammer.cli.terminal.TextTable.Column;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextTableTest {
  private static final Style PLAIN = new Style(false);

  private static TextTable issues() {
    return new TextTable(
            List.of(
                Column.kept(" REF"),
                Column.kept("SEVERITY"),
                Column.cutLate("CHECK"),
                Column.cut("RESOURCE"),
                Column.dropped("ACCOUNT", 1),
                Column.dropped("REGION", 2),
                Column.dropped("AGE", 3).toTheRight()))
        .row(
            cells(
                " k7f39qpd",
                "CRITICAL",
                "secgrp_unrestricted_access",
                "sg-0a1b2c3d4e5f60718 web-admin",
                "prod-web",
                "eu-west-1",
                "2d"))
        .row(
            cells(
                "?5n6b7v8c",
                "HIGH",
                "rds_public_snapshot",
                "orders-2026-07",
                "prod-data",
                "us-east-1",
                "112d"));
  }

  private static List<Cell> cells(String... texts) {
    return Arrays.stream(texts).map(Cell::of).toList();
  }

  @Test
  void whatFitsIsShownWithWideGaps() {
    assertThat(issues().fitted(120, PLAIN))
        .containsExactly(
            " REF       SEVERITY  CHECK                       RESOURCE                        ACCOUNT"
                + "    REGION      AGE",
            " k7f39qpd  CRITICAL  secgrp_unrestricted_access  sg-0a1b2c3d4e5f60718 web-admin  prod-web"
                + "   eu-west-1    2d",
            "?5n6b7v8c  HIGH      rds_public_snapshot         orders-2026-07                  prod-data"
                + "  us-east-1  112d");
  }

  @Test
  void aLongResourceIsCutBeforeColumnsGo() {
    assertThat(issues().fitted(98, PLAIN).get(1))
        .isEqualTo(
            " k7f39qpd CRITICAL secgrp_unrestricted_access sg-0a1b2c3d4...18 web-admin prod-web "
                + " eu-west-1   2d");
  }

  @Test
  void accountGoesFirstThenRegionThenAge() {
    assertThat(issues().fitted(90, PLAIN).getFirst())
        .doesNotContain("ACCOUNT")
        .contains("REGION", "AGE");
    assertThat(issues().fitted(80, PLAIN).getFirst()).doesNotContain("REGION").contains("AGE");
    assertThat(issues().fitted(72, PLAIN).getFirst()).doesNotContain("AGE").contains("RESOURCE");
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 41, 50, 60, 72, 80, 90, 100, 200})
  void noLineIsTooWideAndRefAndSeverityAreWhole(int width) {
    assertThat(issues().fitted(width, PLAIN))
        .allSatisfy(line -> assertThat(TextWidth.of(line)).isLessThanOrEqualTo(width))
        .anySatisfy(line -> assertThat(line).startsWith(" k7f39qpd").contains("CRITICAL"))
        .anySatisfy(line -> assertThat(line).startsWith("?5n6b7v8c").contains("HIGH"));
  }

  @Test
  void aPipeGetsFullValuesBetweenTabs() {
    TextTable table =
        new TextTable(List.of(Column.kept(" REF"), Column.dropped("AGE", 1)))
            .row(
                List.of(
                    new Cell(" k7f39qpd", "k7f39qpd0x4n", UnaryOperator.identity()),
                    new Cell("2d", "2026-11-22T08:10:00Z", UnaryOperator.identity())));
    assertThat(table.tabbed(false)).containsExactly("k7f39qpd0x4n\t2026-11-22T08:10:00Z");
    assertThat(table.tabbed(true)).first().isEqualTo("REF\tAGE");
  }

  @Test
  void colourTakesNoRoom() {
    Style style = new Style(true);
    TextTable table =
        new TextTable(List.of(Column.kept("A"), Column.kept("B")))
            .row(List.of(new Cell("xx", "xx", style::error), Cell.of("y")));
    assertThat(table.fitted(80, style).get(1)).isEqualTo(style.error("xx") + "  y");
  }

  @Test
  void noLineEndsInBlanks() {
    assertThat(issues().row(cells(" r", "LOW", "c", "", "", "", "")).fitted(100, PLAIN))
        .allSatisfy(line -> assertThat(line).isEqualTo(line.stripTrailing()));
  }
}
