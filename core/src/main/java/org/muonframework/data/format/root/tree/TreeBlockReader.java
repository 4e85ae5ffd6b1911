package org.muonframework.data.format.root.tree;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.muonframework.data.format.root.table.Block;
import org.muonframework.data.format.root.table.BlockReader;
import org.muonframework.data.format.root.table.Values;

/** Reads some columns of a tree: block by block, in each branch by branch, in each basket by basket. */
final class TreeBlockReader implements BlockReader {

    private final List<BranchReader> branches;
    private final long end;
    private final int blockRows;
    private final BasketQueue queue;
    private long row;

    TreeBlockReader(List<BranchReader> branches, long first, long end, int blockRows, int threads) {
        this.branches = List.copyOf(branches);
        this.end = end;
        this.blockRows = blockRows;
        row = first;
        queue = new BasketQueue(new Places(first), threads);
    }

    @Override
    public Optional<Block> next() {
        if (row >= end) {
            return Optional.empty();
        }
        long first = row;
        long after = Math.min(end, first + blockRows);
        Map<String, Values> columns = new LinkedHashMap<>();
        for (BranchReader branch : branches) {
            branch.read(first, after, queue, columns);
        }
        row = after;
        return Optional.of(new Block(first, (int) (after - first), columns));
    }

    @Override
    public void close() {
        row = end;
        queue.close();
    }

    /** The baskets that {@link #next} will want, in the same order. */
    private final class Places implements Iterator<BasketQueue.Place> {

        private final List<Integer> basket = new ArrayList<>();
        private long blockEnd;
        private int branch;

        Places(long first) {
            branches.forEach(reader -> basket.add(reader.baskets().at(first)));
            blockEnd = Math.min(end, first + blockRows);
        }

        @Override
        public boolean hasNext() {
            while (!wanted()) {
                branch++;
                if (branch >= branches.size()) {
                    if (blockEnd >= end) {
                        return false;
                    }
                    branch = 0;
                    blockEnd = Math.min(end, blockEnd + blockRows);
                }
            }
            return true;
        }

        /** Goes past baskets without entries, and tells whether the next one starts in the block. */
        private boolean wanted() {
            if (branch >= branches.size()) {
                return false;
            }
            Baskets baskets = branches.get(branch).baskets();
            int next = basket.get(branch);
            while (next < baskets.count() && baskets.firstRow(next) == baskets.firstRow(next + 1)) {
                next++;
            }
            basket.set(branch, next);
            return next < baskets.count() && baskets.firstRow(next) < blockEnd;
        }

        @Override
        public BasketQueue.Place next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            int number = basket.get(branch);
            basket.set(branch, number + 1);
            return new BasketQueue.Place(branches.get(branch).baskets(), number);
        }
    }
}
