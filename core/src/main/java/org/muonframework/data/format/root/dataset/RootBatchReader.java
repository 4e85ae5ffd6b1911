package org.muonframework.data.format.root.dataset;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muonframework.data.format.TableFile;
import org.muonframework.data.format.root.bytes.RootException;
import org.muonframework.data.format.root.file.RootFile;
import org.muonframework.data.format.root.table.Block;
import org.muonframework.data.format.root.table.BlockReader;
import org.muonframework.data.format.root.table.RootColumn;
import org.muonframework.data.format.root.table.RootTable;
import org.muonframework.spi.data.Batch;
import org.muonframework.spi.data.BatchReader;
import org.muonframework.spi.data.Column;
import org.muonframework.spi.problem.DataException;

/** Gives the blocks of a table as batches; closes the file at the end. */
final class RootBatchReader implements BatchReader {

    private final RootFile file;
    private final BlockReader blocks;
    private final Map<String, ColumnValues> columns = new HashMap<>();

    RootBatchReader(RootFile file, RootTable table, List<RootColumn> columns, int threads) {
        this.file = file;
        columns.forEach(column -> this.columns.put(column.name(), new ColumnValues(column, file.name())));
        blocks = table.open(
                columns.stream().map(RootColumn::name).toList(), 0, table.rows(), TableFile.BATCH_ROWS, threads);
    }

    @Override
    public Optional<Batch> next() {
        try {
            return blocks.next().map(this::batch);
        } catch (RootException e) {
            throw new DataException(e.file(), e.problem(), e);
        }
    }

    private Batch batch(Block block) {
        long firstRow = block.firstRow() + 1;
        Map<String, Column> values = new LinkedHashMap<>();
        block.columns()
                .forEach((name, column) -> values.put(name, columns.get(name).of(column, firstRow)));
        return new Batch(block.rows(), values, file.name(), firstRow);
    }

    @Override
    public void close() {
        blocks.close();
        file.close();
    }
}
