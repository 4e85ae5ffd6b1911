package org.muonframework.data.format.root.ntuple;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.muonframework.data.format.root.bytes.ByteSource;
import org.muonframework.data.format.root.bytes.RootException;
import org.muonframework.data.format.root.ntuple.PageList.Cluster;

/** What reads the elements of a plan: one reader for each list level and each column, so that several threads may. */
final class Readers {

    private final ReadPlan plan;
    private final String ntuple;
    private final Map<ListLevel, Integer> numbers = new HashMap<>();
    private final Map<ListLevel, String> users = new HashMap<>();
    private final List<Optional<ElementReader>> indexes = new ArrayList<>();
    private final List<Optional<ElementReader>> elements = new ArrayList<>();
    private final List<Optional<ReadPlan.Content>> contents = new ArrayList<>();

    /**
     * @param plan what is read
     * @param file where from
     * @param ntuple path of the ntuple, for messages
     */
    Readers(ReadPlan plan, ByteSource file, String ntuple) {
        this.plan = plan;
        this.ntuple = ntuple;
        for (ListLevel level : plan.levels()) {
            numbers.put(level, numbers.size());
            indexes.add(level.index().map(source -> new ElementReader(source, file)));
            contents.add(plan.content(level));
        }
        for (Leaf leaf : plan.leaves()) {
            elements.add(leaf.elements().map(source -> new ElementReader(source, file)));
            for (Optional<ListLevel> level = leaf.level();
                    level.isPresent();
                    level = level.get().parent()) {
                users.putIfAbsent(level.get(), leaf.column().name());
            }
        }
    }

    ReadPlan plan() {
        return plan;
    }

    /** The number of a level in the plan. */
    int number(ListLevel level) {
        return numbers.get(level);
    }

    /** The first column that has these lists. */
    String user(ListLevel level) {
        return users.get(level);
    }

    /** Reads the ends of the lists of a level that has such. */
    ElementReader index(int level) {
        return indexes.get(level).orElseThrow();
    }

    /** Reads the elements of a column that has such. */
    ElementReader elements(int leaf) {
        return elements.get(leaf).orElseThrow();
    }

    /** Refuses lists whose elements are not all there, before room is made for them. */
    void requireContent(int level, Segment items) {
        contents.get(level)
                .ifPresent(content ->
                        ElementReader.require(content.source(), items.cluster(), items.to(), content.perList()));
    }

    /** The mean number of elements of a row of a cluster, of all columns together. */
    double elementsPerRow(Cluster cluster) {
        double count = 0;
        for (ListLevel level : plan.levels()) {
            count += count(level.index(), cluster, user(level));
        }
        for (Leaf leaf : plan.leaves()) {
            count += count(leaf.elements(), cluster, leaf.column().name());
        }
        return count / cluster.rows();
    }

    private long count(Optional<Source> source, Cluster cluster, String column) {
        return atColumn(
                column,
                () -> source.map(elements -> elements.in(cluster).count()).orElse(0L));
    }

    /** Does something of which a failure tells the column. */
    <T> T atColumn(String column, Supplier<T> task) {
        return at("ntuple '" + ntuple + "', field '" + column + "'", task);
    }

    /** Does something of which a failure tells the ntuple. */
    <T> T atNtuple(Supplier<T> task) {
        return at("ntuple '" + ntuple + "'", task);
    }

    private static <T> T at(String place, Supplier<T> task) {
        try {
            return task.get();
        } catch (RootException e) {
            throw e.in(place);
        }
    }
}
