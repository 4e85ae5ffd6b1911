package org.muonframework.darksector.simulation;

import java.util.function.DoubleFunction;
import org.muonframework.spi.data.ColumnRole;
import org.muonframework.spi.data.ColumnSpec;
import org.muonframework.spi.data.ColumnType;

/**
 * A column and what candidates have in it.
 *
 * @param spec name, type, unit, meaning and role
 * @param values the values; whole numbers fit into a double
 * @param text what a value of a column of text reads
 * @param ofEvent whether the candidates of an event have the same
 * @param ofVertex whether they need the vertices
 */
record CandidateColumn(ColumnSpec spec, Values values, DoubleFunction<String> text, boolean ofEvent, boolean ofVertex) {

    /** Puts the values of one candidate of every event of a group into an array, from 0 on. */
    @FunctionalInterface
    interface Values {
        void of(CandidateGroup group, int candidate, double[] result);
    }

    /** Puts the values of every event of a group, or of its vertices, into an array, from 0 on. */
    @FunctionalInterface
    interface EventValues {
        void of(CandidateGroup group, double[] result);
    }

    static CandidateColumn real(String name, String unit, String description, ColumnRole role, Values values) {
        return of(ColumnSpec.of(name, ColumnType.DOUBLE, unit, description, role), values);
    }

    static CandidateColumn whole(String name, String description, ColumnRole role, Values values) {
        return of(ColumnSpec.of(name, ColumnType.INT, "", description, role), values);
    }

    private static CandidateColumn of(ColumnSpec spec, Values values) {
        return new CandidateColumn(spec, values, String::valueOf, false, false);
    }

    static CandidateColumn event(ColumnSpec spec, EventValues values) {
        return new CandidateColumn(
                spec, (group, candidate, result) -> values.of(group, result), String::valueOf, true, false);
    }

    /** A column of text, each of whose values stands for a number. */
    static CandidateColumn text(ColumnSpec spec, EventValues values, DoubleFunction<String> text) {
        return new CandidateColumn(spec, (group, candidate, result) -> values.of(group, result), text, true, false);
    }

    /** The same values under another name. */
    CandidateColumn as(String name) {
        return as(name, spec.role());
    }

    /** The same values under another name and in another role. */
    CandidateColumn as(String name, ColumnRole role) {
        String description = spec.name() + ": " + spec.description();
        ColumnSpec renamed = ColumnSpec.of(name, spec.type(), spec.unit(), description, role);
        return new CandidateColumn(renamed, values, text, ofEvent, ofVertex);
    }

    /** The same column, of values that need the vertices. */
    CandidateColumn fromVertices() {
        return new CandidateColumn(spec, values, text, ofEvent, true);
    }
}
