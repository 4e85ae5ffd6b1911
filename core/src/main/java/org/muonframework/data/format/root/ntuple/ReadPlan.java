package org.muonframework.data.format.root.ntuple;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is to be read for some columns: each list level only once, however many columns have it in common.
 *
 * @param leaves the columns
 * @param levels their list levels, outer ones before inner ones
 */
record ReadPlan(List<Leaf> leaves, List<ListLevel> levels) {

    ReadPlan {
        leaves = List.copyOf(leaves);
        levels = List.copyOf(levels);
    }

    /**
     * The nearest elements within some lists.
     *
     * @param source where they are
     * @param perList how many there are for each element of the lists
     */
    record Content(Source source, int perList) {}

    static ReadPlan of(List<Leaf> leaves) {
        Set<ListLevel> levels = new LinkedHashSet<>();
        for (Leaf leaf : leaves) {
            for (Optional<ListLevel> level = leaf.level();
                    level.isPresent();
                    level = level.get().parent()) {
                levels.add(level.get());
            }
        }
        List<ListLevel> sorted = new ArrayList<>(levels);
        sorted.sort(Comparator.comparingInt(ListLevel::depth));
        return new ReadPlan(leaves, sorted);
    }

    /** Numbers of all columns that may be touched. */
    BitSet columns() {
        return Stream.concat(
                        levels.stream().flatMap(level -> level.index().stream()),
                        leaves.stream().flatMap(leaf -> leaf.elements().stream()))
                .flatMap(source -> source.alternatives().stream())
                .mapToInt(ColumnRecord::id)
                .collect(BitSet::new, BitSet::set, BitSet::or);
    }

    /** How deep lists are nested in the column with the deepest ones. */
    int depths() {
        return levels.isEmpty() ? 0 : levels.get(levels.size() - 1).depth();
    }

    /** What proves that the elements of lists are there; empty if only their lengths are read. */
    Optional<Content> content(ListLevel lists) {
        Optional<ListLevel> place = Optional.of(lists);
        for (Leaf leaf : leaves) {
            if (leaf.level().equals(place) && leaf.elements().isPresent()) {
                return Optional.of(new Content(leaf.elements().get(), 1));
            }
        }
        for (ListLevel inner : levels) {
            if (inner.parent().equals(place)) {
                Optional<Content> content = inner.index().isPresent()
                        ? Optional.of(new Content(inner.index().get(), 1))
                        : content(inner).map(found -> new Content(found.source(), found.perList() * inner.length()));
                if (content.isPresent()) {
                    return content;
                }
            }
        }
        return Optional.empty();
    }
}
