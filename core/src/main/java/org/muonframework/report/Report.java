package org.muonframework.report;

import java.util.List;
import java.util.Objects;

/**
 * Everything that a report says, without its looks.
 *
 * <p>Titles, labels and texts may use {@code _{…}} and {@code ^{…}} for sub- and superscripts.
 *
 * @param title what was done, in a few words
 * @param subtitle on what, when and with what; may be empty
 * @param summary the three to six numbers that matter
 * @param warnings what the reader must know before believing the numbers
 * @param sections the chapters, in order; their identifiers are unique
 */
public record Report(String title, String subtitle, List<Fact> summary, List<String> warnings, List<Section> sections) {

    public Report {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(subtitle, "subtitle");
        summary = List.copyOf(summary);
        warnings = List.copyOf(warnings);
        sections = List.copyOf(sections);
        long distinct = sections.stream().map(Section::id).distinct().count();
        if (distinct != sections.size()) {
            throw new IllegalArgumentException("two sections of the report share an identifier");
        }
    }

    /** All scenes, in order. */
    public List<Block.Display> displays() {
        return sections.stream().flatMap(section -> section.displays().stream()).toList();
    }

    /** All figures, in order, among them the projections of scenes. */
    public List<Block.Picture> pictures() {
        return sections.stream().flatMap(section -> section.pictures().stream()).toList();
    }
}
