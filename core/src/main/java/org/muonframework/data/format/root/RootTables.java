package org.muonframework.data.format.root;

import java.util.LinkedHashMap;
import java.util.Map;
import org.muonframework.data.format.root.bytes.RootException;
import org.muonframework.data.format.root.file.RootFile;
import org.muonframework.data.format.root.file.RootKey;
import org.muonframework.data.format.root.ntuple.NtupleTable;
import org.muonframework.data.format.root.table.RootTable;
import org.muonframework.data.format.root.tree.TreeTable;

/** The tables of a ROOT file: its trees and ntuples. */
public final class RootTables {

    private RootTables() {}

    /**
     * Lists the tables of a file, the newest cycle of each, directories within each other. Only keys are read.
     *
     * @return class by path, {@code ntuples/events}, in the order of the file
     * @throws RootException if the file is damaged
     */
    public static Map<String, String> list(RootFile file) {
        Map<String, String> tables = new LinkedHashMap<>();
        file.objects().forEach((path, key) -> {
            if (isTable(key)) {
                tables.put(path, key.className());
            }
        });
        return tables;
    }

    /**
     * Opens a table.
     *
     * @param file the file, which has to stay open
     * @param path its path, {@code ntuples/events}; an older one with its cycle, {@code events;1}
     * @throws RootException if there is no such table, or it is damaged
     */
    public static RootTable open(RootFile file, String path) {
        RootKey key = file.find(path).orElseThrow(() -> new RootException(file.name(), missing(file, path)));
        if (TreeTable.CLASSES.contains(key.className())) {
            return TreeTable.open(file, key, path);
        }
        if (NtupleTable.isNtuple(key)) {
            return NtupleTable.open(file, path, key);
        }
        throw new RootException(
                file.name(), "'" + path + "' is of the unsupported class '" + key.className() + "'" + tables(file));
    }

    private static boolean isTable(RootKey key) {
        return TreeTable.CLASSES.contains(key.className()) || NtupleTable.isNtuple(key);
    }

    private static String missing(RootFile file, String path) {
        return "has no table '" + path + "'" + tables(file);
    }

    private static String tables(RootFile file) {
        Map<String, String> tables = list(file);
        return tables.isEmpty()
                ? "; the file has no tables"
                : "; the tables of the file are '" + String.join("', '", tables.keySet()) + "'";
    }
}
