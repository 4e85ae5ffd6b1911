package org.muonframework.data.format.root.tree;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.muonframework.data.format.root.table.Values;

/** Reads some columns of a branch from row to row. */
final class BranchReader {

    private final Branch branch;
    private final List<TreeColumn> columns;
    private final Set<Layout> layouts = new LinkedHashSet<>();
    private final Optional<CounterReader> counter;
    private Optional<Basket> current = Optional.empty();

    BranchReader(Branch branch, List<TreeColumn> columns) {
        this.branch = branch;
        this.columns = List.copyOf(columns);
        columns.forEach(column -> layouts.add(column.layout()));
        counter = branch.counter().map(CounterReader::new);
    }

    Baskets baskets() {
        return branch.baskets();
    }

    /**
     * Reads rows.
     *
     * @param queue where the baskets come from, in the order in which this wants them
     * @param values where the columns go, by name
     */
    void read(long first, long end, BasketQueue queue, Map<String, Values> values) {
        List<Segment> segments = new ArrayList<>();
        for (long row = first; row < end; ) {
            long wanted = row;
            Basket basket = current.filter(known -> wanted < known.firstRow() + known.entries())
                    .orElseGet(() -> located(queue.take()));
            current = Optional.of(basket);
            int to = (int) Math.min(basket.entries(), end - basket.firstRow());
            segments.add(new Segment(basket, (int) (row - basket.firstRow()), to));
            row = basket.firstRow() + to;
        }
        for (Layout layout : layouts) {
            List<Values> decoded = layout.decode(segments);
            for (TreeColumn column : columns) {
                if (column.layout() == layout) {
                    values.put(column.description().name(), decoded.get(column.number()));
                }
            }
        }
        current = current.filter(basket -> basket.firstRow() + basket.entries() > end);
    }

    private Basket located(Basket basket) {
        return basket.hasOffsets() || counter.isEmpty() ? basket : counter.get().locate(basket);
    }
}
