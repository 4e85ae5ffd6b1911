package org.muonframework.data.format.root.ntuple;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muonframework.data.format.root.file.RootFile;
import org.muonframework.data.format.root.file.RootKey;
import org.muonframework.data.format.root.table.Block;
import org.muonframework.data.format.root.table.BlockReader;
import org.muonframework.data.format.root.table.RootColumn;
import org.muonframework.data.format.root.table.Values;

/** What tests of ntuples have in common. */
final class Ntuples {

    private Ntuples() {}

    /** The first ntuple of a file. */
    static NtupleTable open(RootFile file) {
        Map.Entry<String, RootKey> entry = file.objects().entrySet().stream()
                .filter(object -> NtupleTable.isNtuple(object.getValue()))
                .findFirst()
                .orElseThrow();
        return NtupleTable.open(file, entry.getKey(), entry.getValue());
    }

    /** All values of the only ntuple of a file, by column. */
    static Map<String, List<Object>> read(Path path) {
        return read(path, 1000, 1);
    }

    static Map<String, List<Object>> read(Path path, int blockRows, int threads) {
        try (RootFile file = RootFile.open(path, "events.root")) {
            NtupleTable table = open(file);
            List<String> names = table.columns().stream().map(RootColumn::name).toList();
            return read(table.open(names, 0, table.rows(), blockRows, threads));
        }
    }

    /** All values that a reader gives, by column; it is closed. */
    static Map<String, List<Object>> read(BlockReader reader) {
        Map<String, List<Object>> all = new LinkedHashMap<>();
        try (reader) {
            for (Optional<Block> block = reader.next(); block.isPresent(); block = reader.next()) {
                block.get().columns().forEach((name, values) -> {
                    List<Object> column = all.computeIfAbsent(name, key -> new ArrayList<>());
                    for (int i = 0; i < values.size(); i++) {
                        column.add(value(values, i));
                    }
                });
            }
        }
        return all;
    }

    private static Object value(Values values, int i) {
        if (values instanceof Values.Booleans booleans) {
            return booleans.values()[i];
        } else if (values instanceof Values.Bytes bytes) {
            return bytes.values()[i];
        } else if (values instanceof Values.Shorts shorts) {
            return shorts.values()[i];
        } else if (values instanceof Values.Ints ints) {
            return ints.values()[i];
        } else if (values instanceof Values.Longs longs) {
            return longs.values()[i];
        } else if (values instanceof Values.Floats floats) {
            return floats.values()[i];
        } else if (values instanceof Values.Doubles doubles) {
            return doubles.values()[i];
        } else if (values instanceof Values.Texts texts) {
            return texts.values()[i];
        }
        Values.Lists lists = (Values.Lists) values;
        List<Object> list = new ArrayList<>();
        for (int k = lists.offsets()[i]; k < lists.offsets()[i + 1]; k++) {
            list.add(value(lists.content(), k));
        }
        return list;
    }
}
