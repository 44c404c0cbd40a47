package dev.hammer.testing.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hammer.core.issue.StoreException;
import dev.hammer.core.whitelist.AccountScope;
import dev.hammer.core.whitelist.TagScope;
import dev.hammer.core.whitelist.WhitelistEntry;
import dev.hammer.core.whitelist.WhitelistScope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Accepted risks are kept, and end without being forgotten. */
abstract class WhitelistContract extends OpenStore {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123456789Z");

  @Test
  void entriesAreKeptAndSorted() {
    WhitelistEntry second = entry("w-2", "*", Optional.empty());
    WhitelistEntry first = entry("w-1", "logs-*", Optional.of(NOON.plusSeconds(1)));
    store.add(second);
    store.add(first);
    reopen();

    assertThat(store.entries()).containsExactly(first, second);
  }

  @Test
  void hostileTextIsKept() {
    List<String> texts = HostileText.all();
    for (int i = 0; i < texts.size(); i++) {
      String text = texts.get(i);
      store.add(
          new WhitelistEntry(
              "w-%02d".formatted(i),
              WhitelistScope.of(text, text, text),
              text,
              text,
              Optional.of(text),
              NOON,
              Optional.empty(),
              WhitelistEntry.STORE));
    }

    assertThat(store.entries()).extracting(WhitelistEntry::reason).isEqualTo(texts);
    assertThat(store.entries())
        .extracting(WhitelistEntry::ticket)
        .isEqualTo(texts.stream().map(Optional::of).toList());
    assertThat(store.entries()).extracting(entry -> entry.scope().resource()).isEqualTo(texts);
  }

  @Test
  void unitsAndTagsAreKept() {
    List<WhitelistEntry> entries = new ArrayList<>();
    entries.add(scoped("w-00", AccountScope.parse("ou:ou-ab12-cdef3456"), Map.of()));
    entries.add(scoped("w-01", AccountScope.parse("ou:r-ab12"), Map.of("env", "")));
    entries.add(scoped("w-02", AccountScope.parse("*"), Map.of("env", "dev", "team", "pay*")));
    for (String text : HostileText.all()) {
      Map<String, String> tags = Map.of("key" + text, text);
      entries.add(scoped("w-%02d".formatted(entries.size()), new AccountScope.Below(text), tags));
    }
    entries.forEach(store::add);
    reopen();

    assertThat(store.entries()).containsExactlyElementsOf(entries);
  }

  @Test
  void anEndCanBeMovedAndTakenAway() {
    WhitelistEntry entry = scoped("w-1", AccountScope.parse("ou:ou-a"), Map.of("env", "dev"));
    store.add(entry);

    store.replace(entry.ending(NOON));
    assertThat(store.entries()).containsExactly(entry.ending(NOON));
    store.replace(entry.ending(NOON.plusSeconds(1)));
    assertThat(store.entries()).containsExactly(entry.ending(NOON.plusSeconds(1)));
    store.replace(entry.ending(Optional.empty()));
    assertThat(store.entries()).containsExactly(entry.ending(Optional.empty()));
  }

  @Test
  void anEntryThatEndsStays() {
    WhitelistEntry entry = entry("w-1", "logs", Optional.empty());
    WhitelistEntry other = entry("w-2", "data", Optional.empty());
    store.add(entry);
    store.add(other);

    store.replace(entry.ending(NOON));

    assertThat(store.entries()).containsExactly(entry.ending(NOON), other);
  }

  @Test
  void oneIdIsOneEntry() {
    WhitelistEntry entry = entry("w-1", "logs", Optional.empty());
    store.add(entry);

    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> store.add(entry("w-1", "data", Optional.empty())))
        .withMessageContaining("w-1");
    assertThat(store.entries()).containsExactly(entry);
  }

  @Test
  void onlyAnEntryThatIsThereCanEnd() {
    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> store.replace(entry("w-1", "logs", Optional.of(NOON))))
        .withMessageContaining("w-1");
    assertThat(store.entries()).isEmpty();
  }

  private static WhitelistEntry scoped(String id, AccountScope accounts, Map<String, String> tags) {
    return new WhitelistEntry(
        id,
        new WhitelistScope("*", accounts, "*", TagScope.of(tags)),
        "behind a proxy",
        "lea",
        Optional.empty(),
        NOON,
        Optional.of(NOON.plusSeconds(60)),
        WhitelistEntry.STORE);
  }

  private static WhitelistEntry entry(String id, String resource, Optional<Instant> expires) {
    return new WhitelistEntry(
        id,
        WhitelistScope.of(IssueBuilder.CHECK, "111111111111", resource),
        "behind a proxy",
        "lea",
        Optional.of("SEC-1"),
        NOON,
        expires,
        WhitelistEntry.STORE);
  }
}
