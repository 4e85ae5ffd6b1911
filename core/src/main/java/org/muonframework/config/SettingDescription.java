package org.muonframework.config;

/**
 * One key that a settings record allows, in words.
 *
 * @param key the key in the file; keys of nested sections are joined by dots, with {@code []} after a list's key and
 *     {@code <name>} for a name that the user chooses
 * @param type what to write, such as {@code whole number} or {@code one of relu, tanh}
 * @param unit the physical unit, or empty
 * @param defaultValue the default as in the file, {@code none} if the key may be left out without one, or {@code
 *     required}
 * @param range what numbers are allowed, such as {@code at least 1}, or empty
 * @param documentation the meaning in one sentence, or empty
 */
public record SettingDescription(
        String key, String type, String unit, String defaultValue, String range, String documentation) {}
