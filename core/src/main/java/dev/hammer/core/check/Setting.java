package dev.hammer.core.check;

/**
 * One key of a check's section in the configuration.
 *
 * @param name the key
 * @param type how its value is read and what it may be
 * @param fallback the value when the key is absent
 * @param about one sentence for the reference
 */
public record Setting<T>(String name, SettingType<T> type, T fallback, String about) {}
