package org.muonframework.data.format.hdf5;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.muonframework.spi.data.Column;

/**
 * The objects of one kind in all events, in the layout of hepfile: the elements of each dataset one after the other, and
 * a counter that tells how many of them each event has.
 *
 * @param rows number of events
 * @param counter the number of elements of each event
 * @param elements the datasets of all elements; at least one
 */
record HdfCollection(long rows, HdfMember counter, List<HdfMember> elements) {

    private static final int BLOCK = 1 << 16;

    HdfCollection {
        elements = List.copyOf(elements);
    }

    /**
     * Finds out whether the datasets of a group are a collection: its attribute names the counter, or its datasets have
     * two lengths, the only one of the one length holds numbers whose sum is the other, and none names a counter of its
     * own.
     */
    static Optional<HdfCollection> find(HdfSource source, HdfLabels group, List<HdfMember> members) {
        for (HdfMember counter : members) {
            List<HdfMember> others =
                    members.stream().filter(other -> !other.equals(counter)).toList();
            if (!counter.mayCount() || others.isEmpty()) {
                continue;
            }
            boolean named = group.counter()
                    .filter(path -> path.substring(path.lastIndexOf('/') + 1).equals(counter.name()))
                    .isPresent();
            if (named || countsAll(source, counter, others)) {
                return of(counter, others, others.get(0).rows());
            }
        }
        return Optional.empty();
    }

    /** The datasets that need no column of their own any more. */
    List<HdfMember> members() {
        List<HdfMember> all = new ArrayList<>(elements);
        all.add(counter);
        return all;
    }

    /** The counter and a jagged column for each dataset. */
    List<HdfColumn> columns() {
        List<HdfColumn> columns = new ArrayList<>();
        columns.add(counter.column());
        elements.forEach(element -> columns.add(element.column().countedBy(counter.path())));
        return columns;
    }

    /** The same columns under longer names. */
    List<HdfColumn> prefixed(String prefix) {
        return columns().stream().map(column -> column.prefixed(prefix)).toList();
    }

    private static Optional<HdfCollection> of(HdfMember counter, List<HdfMember> others, long length) {
        List<HdfMember> elements = others.stream()
                .filter(other -> other.rows() == length)
                .filter(other -> other.values().filter(found -> !found.jagged()).isPresent())
                .toList();
        return elements.isEmpty()
                ? Optional.empty()
                : Optional.of(new HdfCollection(counter.rows(), counter, elements));
    }

    private static boolean countsAll(HdfSource source, HdfMember counter, List<HdfMember> others) {
        long length = others.get(0).rows();
        return counter.rows() > 1
                && counter.rows() != length
                && others.stream().allMatch(other -> other.rows() == length)
                && others.stream().allMatch(other -> other.labels().counter().isEmpty())
                && sum(source, counter) == length;
    }

    private static long sum(HdfSource source, HdfMember counter) {
        HdfRows rows = new HdfRows(source, counter.path());
        HdfHeaps heaps = new HdfHeaps(source.hdf().getHdfBackingStorage());
        long sum = 0;
        for (long first = 0; first < rows.rows(); first += BLOCK) {
            int count = (int) Math.min(BLOCK, rows.rows() - first);
            Column counts = counter.values().orElseThrow().decode(rows.read(first, count), count, rows.stride(), heaps);
            for (int i = 0; i < count; i++) {
                sum += counts.longAt(i);
            }
        }
        return sum;
    }
}
