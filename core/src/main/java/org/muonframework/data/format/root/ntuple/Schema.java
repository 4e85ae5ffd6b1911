package org.muonframework.data.format.root.ntuple;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The fields of an ntuple and the columns that hold them.
 *
 * @param fields by their number
 * @param columns by their number
 * @param aliases columns of projected fields, in the order of the file
 */
record Schema(List<FieldRecord> fields, List<ColumnRecord> columns, List<Alias> aliases) {

    private static final int DEEPEST = 64;

    /** A column of one field that is the column of a projected field too. */
    record Alias(long column, long field) {

        private static final int BYTES = Long.BYTES + 2 * Integer.BYTES;
    }

    Schema {
        fields = Collections.unmodifiableList(fields);
        columns = Collections.unmodifiableList(columns);
        aliases = Collections.unmodifiableList(aliases);
    }

    /** A schema without fields. */
    static Schema empty() {
        return new Schema(List.of(), List.of(), List.of());
    }

    /** This schema with what follows in a header or a footer. */
    Schema and(LittleEndian in) {
        List<FieldRecord> allFields = new ArrayList<>(fields);
        LittleEndian.ListFrame moreFields = in.list(FieldRecord.BYTES);
        for (int i = 0; i < moreFields.count(); i++) {
            allFields.add(FieldRecord.read(allFields.size(), moreFields.items().record()));
        }
        List<ColumnRecord> allColumns = new ArrayList<>(columns);
        LittleEndian.ListFrame moreColumns = in.list(ColumnRecord.BYTES);
        for (int i = 0; i < moreColumns.count(); i++) {
            allColumns.add(
                    ColumnRecord.read(allColumns.size(), moreColumns.items().record()));
        }
        List<Alias> allAliases = new ArrayList<>(aliases);
        LittleEndian.ListFrame moreAliases = in.list(Alias.BYTES);
        for (int i = 0; i < moreAliases.count(); i++) {
            LittleEndian alias = moreAliases.items().record();
            allAliases.add(new Alias(alias.uint32(), alias.uint32()));
        }
        Schema schema = new Schema(allFields, allColumns, allAliases);
        schema.check(in);
        return schema;
    }

    /** All references are to something, and no field is around itself. */
    private void check(LittleEndian in) {
        for (FieldRecord field : fields) {
            FieldRecord at = field;
            for (int depth = 0; !at.top(); depth++) {
                if (at.parent() >= fields.size() || depth == DEEPEST) {
                    throw in.damaged("field '" + field.name() + "' is not within a field at the top, or more than "
                            + DEEPEST + " deep");
                }
                at = fields.get(at.parent());
            }
        }
        for (ColumnRecord column : columns) {
            if (column.field() >= fields.size()) {
                throw in.damaged("column " + column.id() + " belongs to no field");
            }
        }
        for (Alias alias : aliases) {
            if (alias.column() >= columns.size() || alias.field() >= fields.size()) {
                throw in.damaged("a projected field shows a column that is not there");
            }
        }
    }
}
