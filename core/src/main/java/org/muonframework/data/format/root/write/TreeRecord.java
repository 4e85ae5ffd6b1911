package org.muonframework.data.format.root.write;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muonframework.data.format.root.codec.Compression;
import org.muonframework.data.format.root.write.Branch.Basket;

/** A tree as it stands in the file, after its baskets. */
final class TreeRecord {

    /** ROOT writes room for at least so many baskets. */
    private static final int FEWEST_BASKETS = 10;

    /** Where ROOT starts with lists and texts; anything but zero tells that baskets have positions of rows. */
    private static final int ENTRY_OFFSETS = 1000;

    private static final int SMALLEST_BASKET = 32_000;
    private static final long MANY = 1_000_000_000_000L;
    private static final int ESTIMATE = 1_000_000;
    private static final int SCAN_FIELD = 25;
    private static final int FLUSH_BYTES = -30_000_000;
    private static final int SAVE_BYTES = -300_000_000;
    private static final int MUST_CLEAN_UP = 1 << 3;
    private static final int OWN_BUFFER_MAP = 1 << 22;
    private static final int TREE_VERSION = 20;
    private static final int BRANCH_VERSION = 13;
    private static final int LEAF_VERSION = 2;

    private final String name;
    private final String title;
    private final long rows;
    private final long clusterRows;
    private final Collection<Branch> branches;
    private final Map<String, Branch> counters = new HashMap<>();
    private final int featuresCheckSum = ClassDescriptions.load().checkSum("ROOT::TIOFeatures");

    TreeRecord(
            String name,
            String title,
            long rows,
            long clusterRows,
            Collection<Branch> branches,
            List<Branch> columns,
            List<ListGroup> groups) {
        this.name = name;
        this.title = title;
        this.rows = rows;
        this.clusterRows = clusterRows;
        this.branches = branches;
        for (ListGroup group : groups) {
            group.columns().forEach(column -> counters.put(columns.get(column).name(), group.counter()));
        }
    }

    /** Writes it to the file and its directory. */
    void append(RootFileWriter file, Directory directory) {
        file.uses("TTree");
        file.uses("TBranch");
        branches.forEach(branch -> file.uses(branch.leaf().className()));
        directory.add(file.append(new Key.Label("TTree", name, title), directory, keyBytes -> {
            Output out = new Output(keyBytes);
            write(out, file);
            return out.toBytes();
        }));
    }

    private void write(Output out, RootFileWriter file) {
        Map<String, Integer> leaves = new HashMap<>();
        List<Runnable> branchObjects = new ArrayList<>();
        List<Runnable> leafReferences = new ArrayList<>();
        for (Branch branch : branches) {
            branchObjects.add(() -> out.pointer("TBranch", () -> writeBranch(branch, out, leaves, file.compression())));
            leafReferences.add(() -> out.int32(leaves.get(branch.name())));
        }
        long rawBytes = branches.stream().mapToLong(TreeRecord::rawBytes).sum();
        long bytes = branches.stream().mapToLong(TreeRecord::bytes).sum();
        out.object(TREE_VERSION, () -> {
            out.named(name, title, MUST_CLEAN_UP);
            Attributes.line(out);
            Attributes.fill(out);
            Attributes.marker(out);
            out.int64(rows).int64(rawBytes).int64(bytes).int64(0).int64(bytes);
            out.float64(1)
                    .int32(0)
                    .int32(SCAN_FIELD)
                    .int32(0)
                    .int32(ENTRY_OFFSETS)
                    .int32(0);
            out.int64(MANY).int64(MANY).int64(0).int64(SAVE_BYTES);
            out.int64(rows == 0 ? FLUSH_BYTES : clusterRows).int64(ESTIMATE);
            out.int8(0).int8(0); // no further clusters
            features(out);
            out.objectArray(branchObjects).objectArray(leafReferences);
            out.nothing().array(new double[0]).int32(0); // aliases, index
            out.nothing().nothing().nothing().nothing(); // tree index, friends, user objects, references
        });
    }

    private void writeBranch(Branch branch, Output out, Map<String, Integer> leaves, Compression compression) {
        List<Basket> baskets = branch.baskets();
        int room = Math.max(FEWEST_BASKETS, baskets.size() + 1);
        int largest = baskets.stream().mapToInt(Basket::rawBytes).max().orElse(0);
        String leafList = dimension(branch) + "/" + branch.leaf().letter();
        out.object(BRANCH_VERSION, () -> {
            out.named(branch.name(), branch.title().isEmpty() ? leafList : branch.title(), OWN_BUFFER_MAP);
            Attributes.fill(out);
            out.int32(compression.setting())
                    .int32(Math.max(SMALLEST_BASKET, largest))
                    .int32(branch.variable() ? ENTRY_OFFSETS : 0)
                    .int32(baskets.size())
                    .int64(rows);
            features(out);
            out.int32(0)
                    .int32(room)
                    .int32(0)
                    .int64(rows)
                    .int64(0)
                    .int64(rawBytes(branch))
                    .int64(bytes(branch));
            out.objectArray(List.of());
            out.objectArray(List.of(() -> {
                leaves.put(branch.name(), out.reference());
                out.pointer(branch.leaf().className(), () -> writeLeaf(branch, out, leaves));
            }));
            out.objectArray(List.of());
            out.int8(1);
            for (int i = 0; i < room; i++) {
                out.int32(i < baskets.size() ? baskets.get(i).bytes() : 0);
            }
            out.int8(1);
            for (int i = 0; i < room; i++) {
                out.int64(i < baskets.size() ? baskets.get(i).firstRow() : i == baskets.size() ? rows : 0);
            }
            out.int8(1);
            for (int i = 0; i < room; i++) {
                out.int64(i < baskets.size() ? baskets.get(i).position() : 0);
            }
            out.string("");
        });
    }

    private void writeLeaf(Branch branch, Output out, Map<String, Integer> leaves) {
        LeafType leaf = branch.leaf();
        boolean counter = counters.containsValue(branch);
        int limit = leaf.text() ? branch.longest() + 1 : counter ? branch.longest() : 0;
        out.object(1, () -> {
            out.object(LEAF_VERSION, () -> {
                out.named(branch.name(), dimension(branch), 0)
                        .int32(leaf.text() ? limit : 1)
                        .int32(leaf.bytes())
                        .int32(0)
                        .bool(counter)
                        .bool(leaf.unsigned())
                        .int32(counterOf(branch)
                                .map(other -> leaves.get(other.name()))
                                .orElse(0));
            });
            leaf.writeLimit(0, out);
            leaf.writeLimit(limit, out);
        });
    }

    private Optional<Branch> counterOf(Branch branch) {
        return Optional.ofNullable(counters.get(branch.name()));
    }

    /** The name of a leaf with the leaf that counts it. */
    private String dimension(Branch branch) {
        return branch.name()
                + counterOf(branch).map(counter -> "[" + counter.name() + "]").orElse("");
    }

    /** No special features; a class without a version of its own is told by its check sum. */
    private void features(Output out) {
        out.object(0, () -> out.int32(featuresCheckSum).int8(0));
    }

    private static long rawBytes(Branch branch) {
        return branch.baskets().stream().mapToLong(Basket::rawBytes).sum();
    }

    private static long bytes(Branch branch) {
        return branch.baskets().stream().mapToLong(Basket::bytes).sum();
    }
}
