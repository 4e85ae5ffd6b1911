package org.muonframework.data.format.root.write;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.muonframework.data.format.root.table.ValueType;
import org.muonframework.data.format.root.table.Values;

/**
 * Which columns share a counter. Columns named alike up to an underscore start as one group ({@code Muon_pt} and
 * {@code Muon_eta} are counted by {@code nMuon}); a column whose lists turn out to have other lengths leaves its group
 * with a counter of its own ({@code nMuon_jet}), which has the same baskets up to there. So has a group whose counter is
 * a column of the tree that turns out to hold other numbers.
 */
final class ListGroups {

    private final List<Branch> branches;
    private final Set<String> names = new HashSet<>();
    private List<ListGroup> groups = new ArrayList<>();

    /** Finds the groups among the columns of a tree. */
    ListGroups(List<Branch> branches) {
        this.branches = branches;
        branches.forEach(branch -> names.add(branch.name()));
        Map<String, List<Integer>> alike = new LinkedHashMap<>();
        for (int i = 0; i < branches.size(); i++) {
            if (branches.get(i).jagged()) {
                alike.computeIfAbsent(prefix(branches.get(i).name()), prefix -> new ArrayList<>())
                        .add(i);
            }
        }
        alike.forEach((prefix, columns) -> {
            Optional<Integer> column = counterColumn("n" + prefix);
            String first = branches.get(columns.get(0)).name();
            groups.add(
                    column.isPresent()
                            ? new ListGroup(columns, branches.get(column.get()), column)
                            : new ListGroup(columns, counter(columns.size() > 1 ? prefix : first), Optional.empty()));
        });
    }

    /** The groups as they are now, in the order of their first columns at the start. */
    List<ListGroup> groups() {
        return groups;
    }

    /** Counts the lists of some rows; called before the rows go to the branches of the columns. */
    void count(List<Values> columns, int from, int to) {
        List<ListGroup> next = new ArrayList<>();
        for (ListGroup group : groups) {
            next.addAll(count(group, columns, from, to));
        }
        groups = next;
    }

    private List<ListGroup> count(ListGroup group, List<Values> columns, int from, int to) {
        List<int[]> distinct = new ArrayList<>();
        List<List<Integer>> parts = new ArrayList<>();
        for (int column : group.columns()) {
            int[] lengths = lengths((Values.Lists) columns.get(column), from, to);
            int part = 0;
            while (part < distinct.size() && !Arrays.equals(distinct.get(part), lengths)) {
                part++;
            }
            if (part == distinct.size()) {
                distinct.add(lengths);
                parts.add(new ArrayList<>());
            }
            parts.get(part).add(column);
        }
        int stays = group.column()
                .map(column -> counted(columns.get(column), from, to, distinct))
                .orElse(0);
        List<ListGroup> result = new ArrayList<>();
        for (int part = 0; part < parts.size(); part++) {
            List<Integer> members = parts.get(part);
            result.add(
                    part == stays
                            ? new ListGroup(members, group.counter(), group.column())
                            : new ListGroup(
                                    members,
                                    group.counter()
                                            .fork(counterName(
                                                    branches.get(members.get(0)).name())),
                                    Optional.empty()));
        }
        for (int part = 0; part < parts.size(); part++) {
            result.get(part).count(distinct.get(part));
        }
        return result;
    }

    /** Which of some lengths a column holds; −1 if none of them. */
    private static int counted(Values column, int from, int to, List<int[]> distinct) {
        int[] numbers = Arrays.copyOfRange(((Values.Ints) column).values(), from, to);
        for (int part = 0; part < distinct.size(); part++) {
            if (Arrays.equals(numbers, distinct.get(part))) {
                return part;
            }
        }
        return -1;
    }

    private static int[] lengths(Values.Lists lists, int from, int to) {
        int[] lengths = new int[to - from];
        for (int i = 0; i < lengths.length; i++) {
            lengths[i] = lists.offsets()[from + i + 1] - lists.offsets()[from + i];
        }
        return lengths;
    }

    private static String prefix(String column) {
        int underscore = column.indexOf('_');
        return underscore <= 0 ? column : column.substring(0, underscore);
    }

    private Optional<Integer> counterColumn(String name) {
        for (int i = 0; i < branches.size(); i++) {
            Branch branch = branches.get(i);
            boolean whole = branch.type() == ValueType.INT32 || branch.type() == ValueType.UINT32;
            if (whole && !branch.jagged() && branch.name().equals(name)) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    private Branch counter(String counted) {
        return new Branch(counterName(counted), ValueType.INT32, false, "");
    }

    /** The name of a counter that nothing in the tree has yet. */
    private String counterName(String counted) {
        String name = "n" + counted;
        for (int i = 2; !names.add(name); i++) {
            name = "n" + counted + "_" + i;
        }
        return name;
    }
}
