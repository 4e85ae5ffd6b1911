package org.muonframework.data.format.root.tree;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.muonframework.data.format.root.bytes.RootException;
import org.muonframework.data.format.root.file.RootFile;
import org.muonframework.data.format.root.file.RootKey;
import org.muonframework.data.format.root.streamer.ObjectReader;
import org.muonframework.data.format.root.streamer.RootObject;
import org.muonframework.data.format.root.streamer.StreamerInfos;
import org.muonframework.data.format.root.table.BlockReader;
import org.muonframework.data.format.root.table.RootColumn;
import org.muonframework.data.format.root.table.RootTable;

/**
 * A tree ({@code TTree}, {@code TNtuple}, {@code TNtupleD}) as a table.
 *
 * <p>Columns are named as in expressions of ROOT: the branch; {@code branch.leaf} in a branch of several leaves; {@code
 * Muons.pt} for a member of a split object or container, {@code Muons_} for the size of the container; {@code p4.fP.fX}
 * for a member of an object that is not split; {@code map.first} and {@code map.second} for a map. Where a name is there
 * twice, the names of the branches above are put before it.
 *
 * <p>A fixed array is a list in every row, of all its dimensions together; so is {@code x[n][3]}. Containers are lists as
 * deep as they are nested.
 */
public final class TreeTable implements RootTable {

    /** The classes that are read. */
    public static final Set<String> CLASSES = Set.of("TTree", "TNtuple", "TNtupleD");

    private final String file;
    private final String name;
    private final long rows;
    private final Map<String, TreeColumn> columns;
    private final Map<String, String> unreadable;

    private TreeTable(
            String file, String name, long rows, Map<String, TreeColumn> columns, Map<String, String> unreadable) {
        this.file = file;
        this.name = name;
        this.rows = rows;
        this.columns = columns;
        this.unreadable = Collections.unmodifiableMap(unreadable);
    }

    /**
     * Reads what a tree consists of, not its values.
     *
     * @param file the file, which has to stay open
     * @param key the tree in it, of one of {@link #CLASSES}
     * @param path its path in the file
     * @throws RootException if it is damaged
     */
    public static TreeTable open(RootFile file, RootKey key, String path) {
        String where = "tree '" + path + "'";
        StreamerInfos infos = StreamerInfos.read(file);
        RootObject tree = new ObjectReader(key.object(file.source()), infos, Map.of("TBasket", EmbeddedBasket::read))
                .read(key.className());
        long rows = tree.integer("fEntries");
        if (rows < 0) {
            throw new RootException(file.name(), where + " is damaged: it claims " + rows + " rows");
        }
        TreeReader reader = new TreeReader(tree, infos, file.source(), where).read();
        List<TreeColumn> found = new ArrayList<>();
        List<Branch.Names> names = new ArrayList<>();
        for (Branch branch : reader.branches()) {
            for (Layout layout : branch.layouts()) {
                List<Shape> shapes = layout.shapes();
                for (int i = 0; i < shapes.size(); i++) {
                    Shape shape = shapes.get(i);
                    String suffix = shape.name().substring(branch.names().own().length());
                    names.add(new Branch.Names(shape.name(), branch.names().full() + suffix));
                    found.add(new TreeColumn(
                            new RootColumn(shape.name(), shape.type(), shape.depth(), branch.title()),
                            branch,
                            layout,
                            i));
                }
            }
        }
        reader.refused().forEach(refused -> names.add(refused.names()));
        return named(file.name(), path, rows, found, reader.refused(), UniqueNames.of(names));
    }

    private static TreeTable named(
            String file,
            String path,
            long rows,
            List<TreeColumn> found,
            List<TreeReader.Refused> refused,
            List<String> names) {
        Map<String, TreeColumn> columns = new LinkedHashMap<>();
        for (int i = 0; i < found.size(); i++) {
            TreeColumn column = found.get(i);
            RootColumn is = column.description();
            columns.put(
                    names.get(i),
                    new TreeColumn(
                            new RootColumn(names.get(i), is.type(), is.depth(), is.title()),
                            column.branch(),
                            column.layout(),
                            column.number()));
        }
        Map<String, String> unreadable = new LinkedHashMap<>();
        for (int i = 0; i < refused.size(); i++) {
            unreadable.put(names.get(found.size() + i), refused.get(i).reason());
        }
        return new TreeTable(file, path, rows, columns, unreadable);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public long rows() {
        return rows;
    }

    @Override
    public List<RootColumn> columns() {
        return columns.values().stream().map(TreeColumn::description).toList();
    }

    @Override
    public Map<String, String> unreadable() {
        return unreadable;
    }

    /**
     * {@inheritDoc}
     *
     * @throws RootException if one of the columns is {@link #unreadable}
     */
    @Override
    public BlockReader open(List<String> names, long firstRow, long lastRow, int blockRows, int threads) {
        if (firstRow < 0 || lastRow < firstRow || lastRow > rows || blockRows < 1 || threads < 1) {
            throw new IllegalArgumentException("rows " + firstRow + " to " + lastRow + " of " + rows + " in blocks of "
                    + blockRows + " by " + threads + " threads");
        }
        Map<Branch, List<TreeColumn>> wanted = new LinkedHashMap<>();
        for (String wantedName : new LinkedHashSet<>(names)) {
            TreeColumn column = column(wantedName);
            wanted.computeIfAbsent(column.branch(), branch -> new ArrayList<>()).add(column);
        }
        List<BranchReader> branches = new ArrayList<>();
        wanted.forEach((branch, of) -> branches.add(new BranchReader(branch, of)));
        return new TreeBlockReader(branches, firstRow, lastRow, blockRows, threads);
    }

    private TreeColumn column(String wantedName) {
        TreeColumn column = columns.get(wantedName);
        if (column == null) {
            if (unreadable.containsKey(wantedName)) {
                throw new RootException(
                        file, "tree '" + name + "', branch '" + wantedName + "': " + unreadable.get(wantedName));
            }
            throw new IllegalArgumentException("tree '" + name + "' has no column '" + wantedName + "'");
        }
        return column;
    }
}
