package org.muonframework.data.format.root.write;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.muonframework.data.format.root.bytes.RootException;
import org.muonframework.data.format.root.table.Block;
import org.muonframework.data.format.root.table.RootColumn;
import org.muonframework.data.format.root.table.ValueType;
import org.muonframework.data.format.root.table.Values;

/**
 * Writes a {@code TTree}: a branch with one leaf for each column of values, texts or lists of values.
 *
 * <p>The branches of lists have a leaf that counts them, as ROOT wants it; {@link ListGroups} tells how it is called.
 * A column of 32-bit integers with that name and the right numbers is that leaf. Counters stand before what they count,
 * else branches are in the order of the columns.
 *
 * <p>Rows go to the file in clusters: a first one, until a branch has 1 MiB or all together have 32 MiB, then more of as
 * many rows. A cluster has one basket of each branch, compressed all at a time, or several where one would exceed 4 MiB.
 * Where clusters and baskets end does not depend on the blocks in which the rows come.
 */
public final class TreeWriter implements AutoCloseable {

    /** What is not divided further. */
    private static final int STEP = 1024;

    private static final int CLUSTER_BRANCH_BYTES = 1 << 20;
    private static final int CLUSTER_BYTES = 1 << 25;
    private static final int BASKET_BYTES = 1 << 22;

    private final RootFileWriter file;
    private final String path;
    private final String name;
    private final String title;
    private final Directory directory;
    private final List<Branch> columns = new ArrayList<>();
    private final ListGroups lists;
    private final ExecutorService workers;
    private long rows;
    private long clusterRows;

    TreeWriter(RootFileWriter file, String path, String title, List<RootColumn> columns, int threads) {
        this.file = file;
        this.path = path;
        this.title = title;
        Set<String> names = new HashSet<>();
        for (RootColumn column : columns) {
            check(column, names.add(column.name()));
            this.columns.add(new Branch(column.name(), column.type(), column.depth() == 1, column.title()));
        }
        name = RootFileWriter.lastName(path);
        directory = file.directory(path);
        lists = new ListGroups(this.columns);
        workers = Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(task, "root-writer");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Adds rows.
     *
     * @param block which has a column of every name; numbers of the first row do not matter
     * @throws RootException if the file cannot be written
     * @throws IllegalArgumentException if a column is missing, or its values are of another type
     */
    public void write(Block block) {
        List<Values> values = new ArrayList<>();
        for (Branch branch : columns) {
            Values column = block.columns().get(branch.name());
            if (column == null || column.size() != block.rows() || !branch.holds(column)) {
                throw new IllegalArgumentException("column '" + branch.name() + "' should have " + block.rows()
                        + " values of type " + branch.type() + (branch.jagged() ? " in lists" : ""));
            }
            values.add(column);
        }
        for (int from = 0; from < block.rows(); ) {
            int to = (int) Math.min(block.rows(), from + STEP - rows % STEP);
            lists.count(values, from, to);
            for (int i = 0; i < values.size(); i++) {
                append(columns.get(i), values.get(i), from, to);
            }
            rows += to - from;
            from = to;
            if (rows % STEP == 0) {
                endStep();
            }
        }
    }

    /**
     * Writes the last rows and the tree itself; to be called once, before the file is finished.
     *
     * @throws RootException if the file cannot be written
     */
    public void finish() {
        Set<Branch> branches = branches();
        endBaskets(branches);
        long flush = clusterRows == 0 ? rows : clusterRows;
        new TreeRecord(name, title, rows, flush, branches, columns, lists.groups()).append(file, directory);
    }

    /** Ends its threads. */
    @Override
    public void close() {
        workers.shutdownNow();
    }

    private void append(Branch branch, Values column, int from, int to) {
        try {
            branch.append(column, from, to);
        } catch (ArithmeticException e) {
            throw new RootException(
                    file.name(),
                    "tree '" + path + "', branch '" + branch.name() + "': " + (to - from)
                            + " rows have more than 2 GiB, which no basket can hold",
                    e);
        }
    }

    private void endStep() {
        Set<Branch> branches = branches();
        if (clusterRows == 0) {
            long open = branches.stream().mapToLong(Branch::openBytes).sum();
            boolean full = branches.stream().anyMatch(branch -> branch.openBytes() >= CLUSTER_BRANCH_BYTES);
            if (full || open >= CLUSTER_BYTES) {
                clusterRows = rows;
            }
        }
        if (clusterRows > 0 && rows % clusterRows == 0) {
            endBaskets(branches);
        } else {
            endBaskets(branches.stream()
                    .filter(branch -> branch.openBytes() >= BASKET_BYTES)
                    .toList());
        }
    }

    /** All branches, each counter before the first one that it counts. */
    private Set<Branch> branches() {
        Map<Integer, Branch> counters = new HashMap<>();
        lists.groups().forEach(group -> group.columns().forEach(column -> counters.put(column, group.counter())));
        Set<Branch> branches = new LinkedHashSet<>();
        for (int i = 0; i < columns.size(); i++) {
            if (counters.containsKey(i)) {
                branches.add(counters.get(i));
            }
            branches.add(columns.get(i));
        }
        return branches;
    }

    private void endBaskets(Collection<Branch> branches) {
        List<Future<BasketRecord>> baskets = new ArrayList<>();
        for (Branch branch : branches) {
            if (branch.openRows() > 0) {
                Branch.BasketContent content = branch.takeBasket();
                baskets.add(workers.submit(() -> BasketRecord.of(content, name, file.compression())));
            }
        }
        for (Future<BasketRecord> basket : baskets) {
            BasketRecord record = compressed(basket);
            record.content().branch().baskets().add(record.append(file, directory.position()));
        }
    }

    private static BasketRecord compressed(Future<BasketRecord> basket) {
        try {
            return basket.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a basket was compressed", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a basket could not be compressed", e);
        }
    }

    private void check(RootColumn column, boolean isNew) {
        String problem = "";
        if (!isNew) {
            problem = "there are two of this name";
        } else if (column.depth() > 1) {
            problem = "lists of lists are not written";
        } else if (column.depth() == 1 && column.type() == ValueType.STRING) {
            problem = "lists of texts are not written";
        }
        if (!problem.isEmpty()) {
            throw new RootException(file.name(), "tree '" + path + "', column '" + column.name() + "': " + problem);
        }
    }
}
