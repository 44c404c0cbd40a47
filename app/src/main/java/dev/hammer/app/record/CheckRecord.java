package dev.hammer.app.record;

import dev.hammer.app.checks.CheckState;
import dev.hammer.app.config.EffectiveSetting;
import dev.hammer.core.check.Setting;
import dev.hammer.core.reading.ApiCall;
import dev.hammer.core.value.Value;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Checks as every door shows them to machines. */
public final class CheckRecord {
  private CheckRecord() {}

  /** The public form of a list of checks. */
  public static Value.Fields list(List<CheckState> checks, Instant now) {
    return Value.fields()
        .put("schema", "hammer/checks/1")
        .put("generated_at", Value.of(now))
        .put("items", Value.items(checks.stream().map(check -> summary(check).build()).toList()))
        .build();
  }

  /**
   * The public form of one check with all it says of itself.
   *
   * @param page what people wrote about it, in Markdown
   */
  public static Value.Fields explanation(CheckState check, String page, Instant now) {
    Value.Builder item =
        summary(check)
            .put("decides", calls(check.info().decides()))
            .put("explains", calls(check.info().explains()))
            .put("settings", settings(check))
            .put("page", page);
    return Value.fields()
        .put("schema", "hammer/check/1")
        .put("generated_at", Value.of(now))
        .put("item", item.build())
        .build();
  }

  private static Value.Builder summary(CheckState check) {
    return Value.fields()
        .put("id", check.info().id())
        .put("title", check.info().title())
        .put("severity", check.info().severity().word())
        .put("service", check.info().service())
        .put("resource_type", check.info().resourceType())
        .put("scope", check.scope().name().toLowerCase(Locale.ROOT))
        .put("enabled", check.enabled())
        .put("origin", check.origin())
        .put("controls", Value.texts(check.info().controls()))
        .put("actions", Value.texts(check.info().actions()));
  }

  private static Value calls(List<ApiCall> calls) {
    return Value.items(
        calls.stream()
            .sorted()
            .map(
                call ->
                    Value.fields()
                        .put("call", call.toString())
                        .put("action", call.action())
                        .build())
            .toList());
  }

  private static Value settings(CheckState check) {
    return Value.items(
        check.info().settings().stream().map(setting -> setting(check, setting)).toList());
  }

  private static <T> Value setting(CheckState check, Setting<T> setting) {
    String key = check.info().id() + "." + setting.name();
    Optional<EffectiveSetting> inForce =
        check.settings().stream().filter(effective -> effective.key().equals(key)).findFirst();
    Value usual = setting.type().show(setting.fallback());
    return Value.fields()
        .put("key", key)
        .put("value", inForce.map(EffectiveSetting::value).orElse(usual))
        .put("default", usual)
        .put("form", setting.type().form())
        .put("origin", inForce.map(effective -> effective.origin().text()).orElse("default"))
        .put("about", setting.about())
        .build();
  }
}
