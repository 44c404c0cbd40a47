package dev.hammer.cli.command;

import dev.hammer.app.CommandFailure;
import dev.hammer.app.Workspace;
import dev.hammer.app.config.ConfigShow;
import dev.hammer.app.config.EffectiveSetting;
import dev.hammer.app.config.LoadedConfig;
import dev.hammer.app.record.ConfigRecord;
import dev.hammer.cli.Door;
import dev.hammer.cli.Exit;
import dev.hammer.cli.terminal.TextTable;
import dev.hammer.cli.terminal.TextTable.Cell;
import dev.hammer.cli.terminal.TextTable.Column;
import dev.hammer.cli.terminal.Visible;
import dev.hammer.core.filter.DidYouMean;
import dev.hammer.json.JsonText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hammer config show}. */
@Command(
    name = "show",
    header = "Show every setting in force; what is secret is hidden.",
    customSynopsis = {
      "hammer config show --origin",
      "hammer config show aws",
      "hammer config show secgrp_unrestricted_access.restricted_ports -o json"
    },
    description = {"In a pipe each setting is a line of full values between tabs."},
    exitCodeList = {"0:", "2:"})
final class ConfigShowCommand extends HammerSubcommand {
  @Parameters(
      paramLabel = "KEY",
      arity = "0..1",
      description = "only this key and those below it, such as aws")
  private @Nullable String key;

  @Option(names = "--origin", description = "say where each value comes from")
  private boolean origin;

  @Override
  Exit run(Door door) {
    return inWorkspace(door, workspace -> show(door, workspace));
  }

  private Exit show(Door door, Workspace workspace) {
    List<EffectiveSetting> rows = rows(workspace.loaded());
    switch (door.options().output()) {
      case TEXT -> print(door, rows);
      case JSON, JSONL ->
          door.print(
              JsonText.writePretty(
                  ConfigRecord.settings(workspace.loaded(), rows, workspace.clock().instant())));
      case ID -> rows.forEach(row -> door.print(row.key()));
    }
    return Exit.DONE;
  }

  private List<EffectiveSetting> rows(LoadedConfig loaded) {
    if (key == null) {
      return ConfigShow.rows(loaded);
    }
    List<EffectiveSetting> rows = ConfigShow.rows(loaded, key);
    if (rows.isEmpty()) {
      throw unknown(key, ConfigShow.rows(loaded));
    }
    return rows;
  }

  private void print(Door door, List<EffectiveSetting> rows) {
    TextTable table = table(rows);
    boolean fits = door.terminal().outIsTerminal() && rows.size() > 1;
    List<String> lines =
        fits ? table.shown(door.terminal(), door.options().isWide()) : table.tabbed(false);
    lines.forEach(door::print);
  }

  private TextTable table(List<EffectiveSetting> rows) {
    List<Column> columns = new ArrayList<>(List.of(Column.kept("KEY"), Column.cut("VALUE")));
    if (origin) {
      columns.add(Column.cut("ORIGIN"));
    }
    TextTable table = new TextTable(columns);
    for (EffectiveSetting row : rows) {
      List<Cell> cells = new ArrayList<>();
      cells.add(Cell.of(Visible.of(row.key())));
      cells.add(Cell.of(Visible.of(ConfigShow.text(row))));
      if (origin) {
        cells.add(Cell.of(Visible.of(row.origin().text())));
      }
      table.row(cells);
    }
    return table;
  }

  private static CommandFailure unknown(String key, List<EffectiveSetting> all) {
    List<String> keys = all.stream().map(EffectiveSetting::key).toList();
    List<String> sections =
        keys.stream().map(name -> name.substring(0, Math.max(0, name.indexOf('.')))).toList();
    List<String> known = new ArrayList<>(keys);
    known.addAll(sections);
    String near =
        DidYouMean.of(key, known.stream().distinct().filter(name -> !name.isEmpty()).toList())
            .map(name -> "; did you mean " + name + "?")
            .orElse("");
    return new CommandFailure(
        CommandFailure.Kind.USAGE,
        "config.key",
        "There is no key \"" + key + "\"" + near,
        "All keys: hammer config show");
  }
}
