package dev.hammer.app.config;

import dev.hammer.app.config.Document.Outside;
import dev.hammer.core.check.CheckInfo;
import dev.hammer.core.resource.AccountId;
import dev.hammer.core.whitelist.Whitelist;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Makes records of a configuration file, and proves them. */
final class ConfigReader {
  private final Document document;
  private final List<CheckInfo> checks;
  private final boolean isPredecessor;
  private final ConfigSources sources;

  /**
   * Prepares to read.
   *
   * @param isPredecessor whether an absent section means that its check is off
   */
  ConfigReader(
      Document document, List<CheckInfo> checks, boolean isPredecessor, ConfigSources sources) {
    this.document = document;
    this.checks = checks.stream().sorted(Comparator.comparing(CheckInfo::id)).toList();
    this.isPredecessor = isPredecessor;
    this.sources = sources;
  }

  Configuration read() {
    AwsSection aws = AwsReader.read(document, sources);
    List<CheckSection> sections =
        checks.stream()
            .map(check -> new CheckReader(document, check, !isPredecessor).read())
            .toList();
    List<AccountId> trusted = document.value(OtherKeys.TRUSTED_ACCOUNTS);
    Optional<String> store = document.optional(OtherKeys.STORE, namedStore());
    UnusedReader.read(document);
    announceSectionsWithoutCheck();
    announceChecksWithoutSection();
    document.refuseUnknown();
    new CrossChecks(document, aws, sections, sources.clock().instant()).prove();
    return new Configuration(
        aws, sections, trusted, store, Whitelist.EMPTY, document.settings(), document.sha256());
  }

  private Optional<Outside<String>> namedStore() {
    Optional<Outside<String>> option =
        sources.store().map(uri -> store(uri, new Origin.Option("--store")));
    return option.or(
        () ->
            sources
                .variable("HAMMER_STORE")
                .map(uri -> store(uri, new Origin.Environment("HAMMER_STORE"))));
  }

  private static Outside<String> store(String uri, Origin origin) {
    return new Outside<>(uri, origin, Kinds.STORE);
  }

  private void announceSectionsWithoutCheck() {
    Set<String> others = SectionNames.all();
    checks.forEach(check -> others.remove(check.id()));
    for (String section : others) {
      document.ignore(section);
      if (document.has(section)) {
        document
            .problems()
            .warning(
                document.placeOf(section),
                section,
                "there is no check " + section + " yet",
                "the section is ignored");
      }
    }
  }

  /** The predecessor wanted all sections; who left one out there meant it to be off. */
  private void announceChecksWithoutSection() {
    Set<String> absent = new TreeSet<>();
    checks.stream().map(CheckInfo::id).filter(id -> !document.has(id)).forEach(absent::add);
    if (isPredecessor && !absent.isEmpty()) {
      document
          .problems()
          .warning(
              Position.wholeOf(document.file()),
              "",
              "off, because they have no section: " + String.join(", ", absent),
              "add a section to turn a check on");
    }
  }
}
