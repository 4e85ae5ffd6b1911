package org.muonframework.data.format.root.ntuple;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muonframework.data.format.root.ntuple.PageList.Cluster;
import org.muonframework.data.format.root.table.Block;
import org.muonframework.data.format.root.table.BlockReader;
import org.muonframework.data.format.root.table.Values;

/**
 * Reads rows of an ntuple.
 *
 * <p>In memory are one block, the last page of each column and the places of the pages of one group of clusters. A block
 * has fewer rows than asked for where they have many elements.
 */
final class NtupleReader implements BlockReader {

    /** The elements that a block has in all its columns together, about. */
    private static final double MOST_ELEMENTS = 1 << 24;

    private final Readers readers;
    private final ClusterRows clusters;
    private final Workers workers;
    private final int blockRows;
    private final long lastRow;
    private long row;

    /**
     * @param readers what reads the elements
     * @param clusters where the rows are
     * @param rows which rows
     * @param threads how many columns are read at a time
     */
    NtupleReader(Readers readers, ClusterRows clusters, RowRange rows, int threads) {
        this.readers = readers;
        this.clusters = clusters;
        blockRows = rows.blockRows();
        lastRow = rows.last();
        row = rows.first();
        workers = new Workers(threads);
    }

    /**
     * Some rows.
     *
     * @param first the first one
     * @param last the one after the last
     * @param blockRows the most rows of a block
     */
    record RowRange(long first, long last, int blockRows) {}

    @Override
    public Optional<Block> next() {
        if (row >= lastRow) {
            return Optional.empty();
        }
        Segment[] segments = segments();
        BlockAssembly assembly = new BlockAssembly(readers, segments);
        for (int depth = 1; depth <= readers.plan().depths(); depth++) {
            workers.run(assembly.levels(depth));
        }
        List<Values> values = workers.run(assembly.columns());
        Map<String, Values> columns = new LinkedHashMap<>();
        for (int i = 0; i < values.size(); i++) {
            columns.put(readers.plan().leaves().get(i).column().name(), values.get(i));
        }
        long firstRow = row;
        for (Segment segment : segments) {
            row += segment.to() - segment.from();
        }
        return Optional.of(new Block(firstRow, (int) (row - firstRow), columns));
    }

    private Segment[] segments() {
        Cluster cluster = readers.atNtuple(() -> clusters.cluster(row));
        double fitting = MOST_ELEMENTS / Math.max(1, readers.elementsPerRow(cluster));
        long rows = Math.min(lastRow - row, Math.min(blockRows, Math.max(1, (long) fitting)));
        return readers.atNtuple(() -> clusters.segments(row, row + rows));
    }

    @Override
    public void close() {
        workers.close();
    }
}
