package org.muonframework.darksector.simulation;

import org.muonframework.spi.data.ColumnRole;
import org.muonframework.spi.data.ColumnSpec;
import org.muonframework.spi.data.ColumnType;

/**
 * A column and what candidates have in it.
 *
 * @param spec name, type, unit, meaning and role
 * @param values the values; whole numbers fit into a double
 * @param ofEvent whether the candidates of an event have the same
 * @param ofVertex whether they need the vertices
 */
record CandidateColumn(ColumnSpec spec, Values values, boolean ofEvent, boolean ofVertex) {

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
        return new CandidateColumn(
                ColumnSpec.of(name, ColumnType.DOUBLE, unit, description, role), values, false, false);
    }

    static CandidateColumn whole(String name, String description, ColumnRole role, Values values) {
        return new CandidateColumn(ColumnSpec.of(name, ColumnType.INT, "", description, role), values, false, false);
    }

    static CandidateColumn event(ColumnSpec spec, EventValues values) {
        return new CandidateColumn(spec, (group, candidate, result) -> values.of(group, result), true, false);
    }

    /** The same column, of values that need the vertices. */
    CandidateColumn fromVertices() {
        return new CandidateColumn(spec, values, ofEvent, true);
    }
}
