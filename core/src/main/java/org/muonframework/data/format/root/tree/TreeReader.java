package org.muonframework.data.format.root.tree;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.muonframework.data.format.root.bytes.ByteSource;
import org.muonframework.data.format.root.streamer.RootObject;
import org.muonframework.data.format.root.streamer.StreamerInfos;

/** Finds the branches of a tree that can be read, and why the others cannot. */
final class TreeReader {

    private static final int CLONES = 3;
    private static final int COLLECTION = 4;

    private final RootObject tree;
    private final String where;
    private final ByteSource source;
    private final BranchLayouts layouts;
    private final Map<RootObject, RootObject> branchOfLeaf = new HashMap<>();
    private final List<Branch> branches = new ArrayList<>();
    private final List<Refused> refused = new ArrayList<>();

    TreeReader(RootObject tree, StreamerInfos infos, ByteSource source, String where) {
        this.tree = tree;
        this.where = where;
        this.source = source;
        layouts = new BranchLayouts(infos);
    }

    /**
     * A branch that cannot be read.
     *
     * @param names its names
     * @param reason why not
     */
    record Refused(Branch.Names names, String reason) {}

    /** Looks through all branches. */
    TreeReader read() {
        List<RootObject> top = tree.objects("fBranches");
        Set<RootObject> seen = new HashSet<>();
        top.forEach(branch -> rememberLeaves(branch, seen));
        seen.clear();
        top.forEach(branch -> read(branch, new Branch.Names("", ""), seen));
        return this;
    }

    List<Branch> branches() {
        return branches;
    }

    List<Refused> refused() {
        return refused;
    }

    private void rememberLeaves(RootObject branch, Set<RootObject> seen) {
        if (seen.add(branch)) {
            branch.objects("fLeaves").forEach(leaf -> branchOfLeaf.put(leaf, branch));
            branch.objects("fBranches").forEach(below -> rememberLeaves(below, seen));
        }
    }

    private void read(RootObject branch, Branch.Names above, Set<RootObject> seen) {
        if (!seen.add(branch)) {
            return;
        }
        Branch.Names names = above.below(name(branch));
        String own = names.own();
        List<RootObject> below = branch.objects("fBranches");
        try {
            if (below.isEmpty()) {
                add(branch, names, layouts.of(branch, own));
            } else {
                long kind = branch.integer("fType");
                if (kind == CLONES || kind == COLLECTION) {
                    add(branch, names, List.of(BranchLayouts.size(own)));
                }
            }
        } catch (Unsupported e) {
            refused.add(new Refused(names, e.getMessage()));
        }
        below.forEach(inner -> read(inner, names, seen));
    }

    private void add(RootObject branch, Branch.Names names, List<Layout> columns) throws Unsupported {
        String path = where + ", branch '" + names.full() + "'";
        if (!branch.text("fFileName").isEmpty()) {
            throw new Unsupported("its values are in another file, '" + branch.text("fFileName") + "'");
        }
        Baskets baskets = Baskets.of(branch, source, path);
        long rows = tree.integer("fEntries");
        long has = baskets.rows().orElseThrow(() -> new Unsupported("damaged: its baskets do not follow each other"));
        if (has != rows) {
            throw new Unsupported("it has " + has + " of the tree's " + rows + " rows");
        }
        branches.add(new Branch(path, names, branch.text("fTitle"), baskets, columns, counter(branch, columns)));
    }

    private Optional<Counter> counter(RootObject branch, List<Layout> columns) throws Unsupported {
        Optional<RootObject> count = branch.objects("fLeaves").stream()
                .findFirst()
                .flatMap(leaf -> leaf.object("fLeafCount"))
                .map(branchOfLeaf::get);
        if (count.isEmpty() || !(columns.get(0) instanceof JaggedLayout layout)) {
            return Optional.empty();
        }
        RootObject counts = count.get();
        String name = name(counts);
        List<Layout> found =
                counts.objects("fBranches").isEmpty() ? layouts.of(counts, name) : List.of(BranchLayouts.size(name));
        if (found.size() != 1
                || !(found.get(0) instanceof FixedLayout fixed)
                || fixed.shape().depth() > 0) {
            return Optional.empty();
        }
        long length = Math.max(1, branch.objects("fLeaves").get(0).integer("fLen"));
        if (length > Integer.MAX_VALUE / Long.BYTES) {
            throw new Unsupported("damaged: its leaf claims " + length + " values");
        }
        Baskets places = Baskets.of(counts, source, where + ", branch '" + name + "'");
        if (places.rows().orElse(-1L) != tree.integer("fEntries")) {
            return Optional.empty();
        }
        int bytes = (int) length * layout.encoding().bytes();
        return Optional.of(new Counter(places, fixed, layout.header().bytes(), bytes));
    }

    /** A branch's name as it is written in an expression of ROOT: without a dot at its end, and without brackets. */
    private static String name(RootObject branch) {
        String name = branch.text("fName");
        int bracket = name.indexOf('[');
        String without = bracket > 0 ? name.substring(0, bracket) : name;
        return without.endsWith(".") ? without.substring(0, without.length() - 1) : without;
    }
}
