package org.muonframework.data.format.root;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muonframework.data.format.Tables;
import org.muonframework.data.format.root.file.RootFile;
import org.muonframework.data.format.root.table.Block;
import org.muonframework.data.format.root.table.BlockReader;
import org.muonframework.data.format.root.table.RootColumn;
import org.muonframework.data.format.root.table.RootTable;
import org.muonframework.data.format.root.table.Values;

/** Trees of real files, read whole. */
public final class Tree {

    private Tree() {}

    /** A file of the collection of real data, or the test is skipped. */
    public static Path real(String name) {
        return Tables.real("root/" + name);
    }

    /** All columns of a tree, as lists of boxed values. */
    public static Map<String, List<Object>> read(String file, String tree) {
        return read(file, tree, Integer.MAX_VALUE, 1);
    }

    /** All columns of a tree, read in blocks by some threads. */
    public static Map<String, List<Object>> read(String file, String tree, int blockRows, int threads) {
        try (RootFile root = RootFile.open(real(file))) {
            RootTable table = RootTables.open(root, tree);
            return read(
                    table,
                    table.columns().stream().map(RootColumn::name).toList(),
                    0,
                    table.rows(),
                    blockRows,
                    threads);
        }
    }

    /** One column of a tree. */
    public static List<Object> column(String file, String tree, String column) {
        try (RootFile root = RootFile.open(real(file))) {
            RootTable table = RootTables.open(root, tree);
            return read(table, List.of(column), 0, table.rows(), Integer.MAX_VALUE, 1)
                    .get(column);
        }
    }

    /** Some rows of some columns. */
    public static Map<String, List<Object>> read(
            RootTable table, List<String> columns, long first, long last, int blockRows, int threads) {
        Map<String, List<Object>> all = new LinkedHashMap<>();
        columns.forEach(name -> all.put(name, new ArrayList<>()));
        try (BlockReader reader = table.open(columns, first, last, blockRows, threads)) {
            for (Optional<Block> block = reader.next(); block.isPresent(); block = reader.next()) {
                for (String name : columns) {
                    Values values = block.get().columns().get(name);
                    for (int row = 0; row < block.get().rows(); row++) {
                        all.get(name).add(value(values, row));
                    }
                }
            }
        }
        return all;
    }

    private static Object value(Values values, int i) {
        if (values instanceof Values.Lists lists) {
            List<Object> elements = new ArrayList<>();
            for (int k = lists.offsets()[i]; k < lists.offsets()[i + 1]; k++) {
                elements.add(value(lists.content(), k));
            }
            return elements;
        }
        if (values instanceof Values.Booleans booleans) {
            return booleans.values()[i];
        }
        if (values instanceof Values.Bytes bytes) {
            return bytes.values()[i];
        }
        if (values instanceof Values.Shorts shorts) {
            return shorts.values()[i];
        }
        if (values instanceof Values.Ints ints) {
            return ints.values()[i];
        }
        if (values instanceof Values.Longs longs) {
            return longs.values()[i];
        }
        if (values instanceof Values.Floats floats) {
            return floats.values()[i];
        }
        if (values instanceof Values.Doubles doubles) {
            return doubles.values()[i];
        }
        return ((Values.Texts) values).values()[i];
    }
}
