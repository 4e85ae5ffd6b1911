package org.muonframework.softmuon.simulation;

import java.util.function.ToDoubleFunction;
import org.muonframework.spi.data.ColumnRole;
import org.muonframework.spi.data.ColumnSpec;
import org.muonframework.spi.data.ColumnType;

/**
 * A column and what a candidate has in it.
 *
 * @param spec name, type, unit, meaning and role
 * @param value the value; whole numbers fit into a double
 */
record CandidateColumn(ColumnSpec spec, ToDoubleFunction<Candidate> value) {

    /** A column of real numbers. */
    static CandidateColumn real(
            String name, String unit, String description, ColumnRole role, ToDoubleFunction<Candidate> value) {
        return new CandidateColumn(ColumnSpec.of(name, ColumnType.DOUBLE, unit, description, role), value);
    }

    /** A column of whole numbers: counts and codes. */
    static CandidateColumn whole(String name, String description, ColumnRole role, ToDoubleFunction<Candidate> value) {
        return new CandidateColumn(ColumnSpec.of(name, ColumnType.INT, "", description, role), value);
    }
}
