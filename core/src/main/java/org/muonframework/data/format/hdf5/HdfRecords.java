package org.muonframework.data.format.hdf5;

import io.jhdf.object.datatype.CompoundDataType;
import io.jhdf.object.datatype.CompoundDataType.CompoundDataMember;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tables whose rows are records: datasets of a compound type. */
final class HdfRecords {

    private static final HdfLabels NO_LABELS = new HdfLabels("", "", Optional.empty(), HdfColumn.UNKNOWN_PLACE);

    private HdfRecords() {}

    /** The table that a dataset is, if any of its members can be read; records within records get longer names. */
    static Optional<HdfLayout> table(String path, long rows, CompoundDataType records) {
        List<HdfColumn> columns = new ArrayList<>();
        List<String> leftOut = new ArrayList<>();
        add(columns, leftOut, path, "", 0, records);
        return columns.isEmpty() ? Optional.empty() : HdfLayout.of(path, Map.of(rows, columns), leftOut);
    }

    private static void add(
            List<HdfColumn> columns,
            List<String> leftOut,
            String path,
            String prefix,
            int offset,
            CompoundDataType records) {
        for (CompoundDataMember member : records.getMembers()) {
            String name = prefix + member.getName();
            int start = offset + member.getOffset();
            if (member.getDataType() instanceof CompoundDataType inner) {
                add(columns, leftOut, path, name + "_", start, inner);
                continue;
            }
            Optional<HdfValues> values = HdfTypes.values(member.getDataType());
            values.ifPresentOrElse(
                    found -> columns.add(HdfColumn.of(name, path, found.after(start), NO_LABELS)),
                    () -> leftOut.add(name + " (" + HdfTypes.describe(member.getDataType()) + ")"));
        }
    }
}
