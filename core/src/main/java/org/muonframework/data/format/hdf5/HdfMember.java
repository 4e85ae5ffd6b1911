package org.muonframework.data.format.hdf5;

import io.jhdf.dataset.DatasetBase;
import io.jhdf.object.datatype.DataType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A dataset of a group, with at least one dimension.
 *
 * @param name its name
 * @param path where it is
 * @param rows length of its first dimension
 * @param labels what its attributes say
 * @param values how it is read, if it can be
 * @param kind what it is, for messages
 */
record HdfMember(String name, String path, long rows, HdfLabels labels, Optional<HdfValues> values, String kind) {

    /** Looks at a dataset. */
    static HdfMember of(DatasetBase dataset, String name, String path) {
        long[] dimensions = dataset.getDimensionsAsLong();
        DataType type = dataset.getDataType();
        Optional<HdfValues> values =
                switch (dimensions.length) {
                    case 1 -> HdfTypes.values(type);
                    case 2 ->
                        dimensions[1] == 0 ? Optional.empty() : HdfTypes.lists(type, Math.toIntExact(dimensions[1]));
                    default -> Optional.empty();
                };
        String kind = dimensions.length > 1 ? dimensions.length + " dimensions of " : "";
        return new HdfMember(name, path, dimensions[0], HdfLabels.of(dataset), values, kind + HdfTypes.describe(type));
    }

    /** The column that it is; only where it can be read. */
    HdfColumn column() {
        return HdfColumn.of(name, path, values.orElseThrow(), labels);
    }

    /** Whether it is one integer a row, and so may tell how many elements the rows of others have. */
    boolean mayCount() {
        return values.filter(found -> !found.jagged())
                .filter(found -> switch (found.type()) {
                    case INT, LONG -> true;
                    case DOUBLE, FLOAT, BOOLEAN, TEXT -> false;
                })
                .isPresent();
    }

    /**
     * Adds the columns of some members, by their numbers of rows. One whose attribute names another as its counter
     * becomes a jagged column; the counter itself is then none.
     */
    static void addTo(Map<Long, List<HdfColumn>> columns, List<String> leftOut, List<HdfMember> members) {
        Set<HdfMember> counters = new HashSet<>();
        for (HdfMember member : members) {
            member.counter(members).ifPresent(counters::add);
        }
        for (HdfMember member : members) {
            Optional<HdfMember> counter = member.counter(members);
            if (member.values.isEmpty()) {
                leftOut.add(member.path + " (" + member.kind + ")");
            } else if (counter.isPresent()) {
                columns.computeIfAbsent(counter.get().rows, rows -> new ArrayList<>())
                        .add(member.column().countedBy(counter.get().path));
            } else if (!counters.contains(member)) {
                columns.computeIfAbsent(member.rows, rows -> new ArrayList<>()).add(member.column());
            }
        }
    }

    private Optional<HdfMember> counter(List<HdfMember> members) {
        return values.filter(found -> !found.jagged())
                .flatMap(found -> labels.counter())
                .flatMap(label -> members.stream()
                        .filter(other -> !other.equals(this) && other.mayCount() && other.name.equals(label))
                        .findFirst());
    }
}
