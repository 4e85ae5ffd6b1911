package org.muonframework.data.format.root.ntuple;

import java.util.List;
import java.util.Map;
import org.muonframework.data.format.root.bytes.RootException;
import org.muonframework.data.format.root.file.RootFile;
import org.muonframework.data.format.root.file.RootKey;
import org.muonframework.data.format.root.table.BlockReader;
import org.muonframework.data.format.root.table.RootColumn;
import org.muonframework.data.format.root.table.RootTable;

/** An ntuple of a ROOT file: {@code ROOT::RNTuple}, format 1.0. */
public final class NtupleTable implements RootTable {

    private final RootFile file;
    private final String name;
    private final Description description;
    private final Layout layout;

    private NtupleTable(RootFile file, String name, Description description) {
        this.file = file;
        this.name = name;
        this.description = description;
        layout = Layout.of(description.schema());
    }

    /** Whether an object is an ntuple, of a format that is read or of an older one. */
    public static boolean isNtuple(RootKey key) {
        return key.className().equals(Anchor.CLASS) || key.className().equals(Anchor.EXPERIMENTAL_CLASS);
    }

    /**
     * Opens an ntuple as far as its description.
     *
     * @param path its path in the file
     * @param key the key behind that path, of an ntuple
     * @throws RootException if it is damaged, or in a format that is not read
     */
    public static NtupleTable open(RootFile file, String path, RootKey key) {
        try {
            return new NtupleTable(file, path, Description.read(file.source(), Anchor.read(file, key)));
        } catch (RootException e) {
            throw e.in("ntuple '" + path + "'");
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public long rows() {
        return description.rows();
    }

    @Override
    public List<RootColumn> columns() {
        return layout.leaves().values().stream().map(Leaf::column).toList();
    }

    @Override
    public Map<String, String> unreadable() {
        return layout.unreadable();
    }

    @Override
    public BlockReader open(List<String> columns, long firstRow, long lastRow, int blockRows, int threads) {
        if (firstRow < 0 || lastRow > rows() || blockRows < 1) {
            throw new IllegalArgumentException(
                    "rows " + firstRow + " to " + lastRow + " of " + rows() + ", " + blockRows + " a block");
        }
        ReadPlan plan = ReadPlan.of(columns.stream().distinct().map(this::leaf).toList());
        return new NtupleReader(
                new Readers(plan, file.source(), name),
                new ClusterRows(description, file.source(), plan.columns()),
                new NtupleReader.RowRange(firstRow, lastRow, blockRows),
                threads);
    }

    private Leaf leaf(String column) {
        Leaf leaf = layout.leaves().get(column);
        if (leaf == null) {
            throw new IllegalArgumentException("ntuple '" + name + "' has no column '" + column + "'");
        }
        return leaf;
    }
}
