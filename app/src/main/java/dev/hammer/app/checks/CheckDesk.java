package dev.hammer.app.checks;

import dev.hammer.app.CommandFailure;
import dev.hammer.app.config.CheckSection;
import dev.hammer.app.config.EffectiveSetting;
import dev.hammer.app.config.LoadedConfig;
import dev.hammer.app.config.Origin;
import dev.hammer.checks.Catalogue;
import dev.hammer.checks.CheckPages;
import dev.hammer.core.check.CheckInfo;
import dev.hammer.core.filter.DidYouMean;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells which checks there are, what is on, and what they say of themselves. */
public final class CheckDesk {
  private final LoadedConfig loaded;

  public CheckDesk(LoadedConfig loaded) {
    this.loaded = loaded;
  }

  /** Every check, sorted by id. */
  public List<CheckState> list() {
    return Catalogue.infos().stream().map(this::state).toList();
  }

  /**
   * The check of this id.
   *
   * @throws CommandFailure if there is none
   */
  public CheckState find(String id) {
    return state(info(id));
  }

  /** What people wrote about the check, in Markdown. */
  public String page(CheckState check) {
    return CheckPages.text(check.info());
  }

  /**
   * What the check of this id says of itself.
   *
   * @throws CommandFailure if there is none
   */
  public static CheckInfo info(String id) {
    return Catalogue.infos().stream()
        .filter(info -> info.id().equals(id))
        .findFirst()
        .orElseThrow(() -> none(id));
  }

  private CheckState state(CheckInfo info) {
    boolean isOn =
        loaded.configuration().check(info.id()).filter(CheckSection::enabled).isPresent();
    return new CheckState(
        info, Catalogue.scopeOf(info.service()), isOn, origin(info, isOn), own(info));
  }

  /** The predecessor's file switches off by saying nothing. */
  private String origin(CheckInfo info, boolean isOn) {
    Optional<Origin> origin = setting(info.id() + ".enabled").map(EffectiveSetting::origin);
    return origin
        .filter(from -> isOn || !from.equals(Origin.DEFAULT))
        .map(Origin::text)
        .orElseGet(() -> "no section in " + loaded.file().map(CheckDesk::name).orElse("the file"));
  }

  private static String name(Path file) {
    return file.getFileName() == null ? file.toString() : file.getFileName().toString();
  }

  private List<EffectiveSetting> own(CheckInfo info) {
    Set<String> keys =
        info.settings().stream()
            .map(setting -> info.id() + "." + setting.name())
            .collect(Collectors.toSet());
    return loaded.configuration().settings().stream()
        .filter(setting -> keys.contains(setting.key()))
        .toList();
  }

  private Optional<EffectiveSetting> setting(String key) {
    return loaded.configuration().settings().stream()
        .filter(setting -> setting.key().equals(key))
        .findFirst();
  }

  private static CommandFailure none(String id) {
    List<String> ids = Catalogue.infos().stream().map(CheckInfo::id).toList();
    String near = DidYouMean.of(id, ids).map(word -> "; did you mean " + word + "?").orElse("");
    return new CommandFailure(
        CommandFailure.Kind.NOT_FOUND,
        "check.none",
        "There is no check \"" + id + "\"" + near,
        "List them: hammer checks list");
  }
}
