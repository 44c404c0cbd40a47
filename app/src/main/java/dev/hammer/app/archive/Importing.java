package dev.hammer.app.archive;

import dev.hammer.app.CommandFailure;
import dev.hammer.core.issue.Chronicle;
import dev.hammer.core.issue.Store;
import dev.hammer.core.scan.Scan;
import dev.hammer.core.scan.SliceState;
import dev.hammer.core.whitelist.WhitelistEntry;
import dev.hammer.json.JsonException;
import dev.hammer.json.JsonText;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Reads an archive into a store. The file is read twice: nothing is stored before every line made
 * sense. What is there already is left as it is, so that an import that broke off is simply run
 * again.
 */
public final class Importing {
  private static final int AT_ONCE = 200;

  private final Store store;
  private final Set<String> acceptances;
  private final List<Chronicle> pending = new ArrayList<>();
  private Contents stored = Contents.NONE;
  private long kept;

  public Importing(Store store) {
    this.store = store;
    this.acceptances = store.entries().stream().map(WhitelistEntry::id).collect(Collectors.toSet());
  }

  /**
   * What came of it.
   *
   * @param read what the archive holds
   * @param stored what was missing, and is there now; of slices, those handed over, for a later
   *     look that is stored stays
   * @param kept issues, scans and accepted risks that were there, and were left as they are
   */
  public record Outcome(Contents read, Contents stored, long kept) {}

  /**
   * Reads the file.
   *
   * @throws CommandFailure if it is no whole archive; then nothing is stored
   */
  public Outcome run(Path file) {
    Contents read = each(file, _ -> {});
    each(file, this::store);
    flush();
    return new Outcome(read, stored, kept);
  }

  private void store(Item item) {
    switch (item) {
      case Item.OfIssue(Chronicle chronicle) -> {
        pending.add(chronicle);
        if (pending.size() == AT_ONCE) {
          flush();
        }
      }
      case Item.OfScan(Scan scan) -> {
        boolean isNew = store.scan(scan.id()).isEmpty();
        if (isNew) {
          store.end(scan);
        }
        count(item, isNew);
      }
      case Item.OfSlice(SliceState state) -> {
        store.record(state);
        count(item, true);
      }
      case Item.OfWhitelist(WhitelistEntry entry) -> {
        boolean isNew = acceptances.add(entry.id());
        if (isNew) {
          store.add(entry);
        }
        count(item, isNew);
      }
    }
  }

  private void flush() {
    var there = Set.copyOf(store.restore(List.copyOf(pending)));
    for (Chronicle chronicle : pending) {
      count(new Item.OfIssue(chronicle), !there.contains(chronicle.issue().key()));
    }
    pending.clear();
  }

  private void count(Item item, boolean isNew) {
    if (isNew) {
      stored = stored.plus(item.counted());
    } else {
      kept++;
    }
  }

  /** Hands over item by item; refuses what is no whole archive. */
  private static Contents each(Path file, Consumer<Item> consumer) {
    Reading reading = new Reading(file);
    try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      String line = lines.readLine();
      while (line != null) {
        reading.read(line, consumer);
        line = lines.readLine();
      }
    } catch (CharacterCodingException notText) {
      throw reading.refused("is not UTF-8");
    } catch (NoSuchFileException none) {
      throw unreadable(file, "there is no such file");
    } catch (IOException failed) {
      throw unreadable(file, String.valueOf(failed.getMessage()));
    }
    return reading.whole();
  }

  private static CommandFailure unreadable(Path file, String why) {
    return new CommandFailure(
        CommandFailure.Kind.USAGE,
        "archive.file",
        "Cannot import " + file + ": " + why,
        "Name a file that hammer store export has written");
  }

  /** How far a file was read. */
  private static final class Reading {
    private final Path file;
    private Contents read = Contents.NONE;
    private int number;
    private boolean isEnded;

    Reading(Path file) {
      this.file = file;
    }

    void read(String text, Consumer<Item> consumer) {
      number++;
      Item item;
      try {
        Line line = Line.of(JsonText.parseWritten(text));
        String type = line.text(Line.TYPE);
        if (isEnded) {
          throw new IllegalArgumentException("comes after the summary");
        }
        if (number == 1) {
          head(type, line);
          return;
        }
        if (type.equals(Exporting.SUMMARY)) {
          end(Contents.of(line));
          return;
        }
        item = Item.read(type, line);
      } catch (JsonException
          | IllegalArgumentException
          | NoSuchElementException
          | ArithmeticException
          | DateTimeException senseless) {
        throw refused("makes no sense: " + senseless.getMessage());
      }
      read = read.plus(item.counted());
      consumer.accept(item);
    }

    private static void head(String type, Line line) {
      if (!type.equals(Exporting.HEAD) || !line.text("schema").equals(Exporting.SCHEMA)) {
        throw new IllegalArgumentException("no archive of schema " + Exporting.SCHEMA);
      }
    }

    private void end(Contents summary) {
      if (!summary.equals(read)) {
        throw new IllegalArgumentException("the summary counts something else than is there");
      }
      isEnded = true;
    }

    Contents whole() {
      if (!isEnded) {
        throw refused(number == 0 ? "is empty" : "has no summary: the file is not whole");
      }
      return read;
    }

    CommandFailure refused(String why) {
      return new CommandFailure(
              CommandFailure.Kind.USAGE,
              "archive.invalid",
              "Cannot import " + file.getFileName() + ": line " + number + " " + why,
              "Export it anew: hammer store export --to FILE; nothing was stored")
          .at(file.toString(), Math.max(1, number), 1);
    }
  }
}
