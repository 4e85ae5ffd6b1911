package org.muonframework.data.format.root.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds where the entries of baskets start that do not tell it, by the branch that counts their values. */
final class CounterReader {

    private final Counter counter;
    private Optional<Basket> last = Optional.empty();

    CounterReader(Counter counter) {
        this.counter = counter;
    }

    Basket locate(Basket basket) {
        List<Segment> segments = new ArrayList<>();
        long end = basket.firstRow() + basket.entries();
        for (long row = basket.firstRow(); row < end; ) {
            long wanted = row;
            Basket counts = last.filter(
                            known -> known.firstRow() <= wanted && wanted < known.firstRow() + known.entries())
                    .orElseGet(() -> counter.baskets().read(counter.baskets().at(wanted)));
            last = Optional.of(counts);
            int from = (int) (row - counts.firstRow());
            int to = (int) Math.min(counts.entries(), end - counts.firstRow());
            segments.add(new Segment(counts, from, to));
            row = counts.firstRow() + to;
        }
        return counter.locate(basket, counter.layout().decode(segments).get(0));
    }
}
