package org.muonframework.report;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A chapter of a report.
 *
 * @param id name in links, kebab-case, unique in the report
 * @param title heading, also in the navigation
 * @param blocks what it holds, in order
 */
public record Section(String id, String title, List<Block> blocks) {

    public Section {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(title, "title");
        blocks = List.copyOf(blocks);
        if (!id.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw new IllegalArgumentException("a section's identifier is kebab-case, unlike '" + id + "'");
        }
    }

    /** Its figures, in order, among them the projections of its scenes. */
    public List<Block.Picture> pictures() {
        return blocks.stream().flatMap(Section::pictures).toList();
    }

    /** Its scenes, in order. */
    public List<Block.Display> displays() {
        return blocks.stream()
                .filter(Block.Display.class::isInstance)
                .map(Block.Display.class::cast)
                .toList();
    }

    private static Stream<Block.Picture> pictures(Block block) {
        if (block instanceof Block.Display display) {
            return display.projections().stream();
        }
        if (block instanceof Block.Pictures several) {
            return several.pictures().stream();
        }
        return block instanceof Block.Picture one ? Stream.of(one) : Stream.empty();
    }
}
