package org.muonframework.spi.data;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Columns computed from others by code, where an expression cannot say how: the same for simulated rows and for those
 * of files.
 *
 * <p>Each row is computed from its own values alone, so that a batch may be cut anywhere. What is read and what is made
 * follow from the settings, so that both are known before any dataset is. Nothing is read or computed unless an
 * analysis needs one of the columns.
 */
public interface Transform {

    /** The columns that it reads, as the analysis calls them; the framework sees to it that they are there. */
    List<Input> inputs();

    /**
     * The columns that it makes, in the order of the analysis' schema. One that may be a feature becomes truth or a
     * spectator where it is made from such a column.
     */
    List<ColumnSpec> columns();

    /**
     * Computes all columns for some rows. Several threads call it at a time, each with rows of its own.
     *
     * @param batch the inputs; the lists of its first row need not begin at the first of their values
     * @return the columns by name, of the types that {@link #columns} promises
     * @throws org.muonframework.spi.problem.DataException for a bad value, at {@link Batch#place}
     */
    Map<String, Column> apply(Batch batch);

    /** What a row of an input holds. */
    enum Kind {
        /** One number of any type, or a boolean. */
        NUMBER("one number in every row"),
        /** A list of numbers. */
        NUMBERS("a list of numbers in every row"),
        /** One text. */
        TEXT("text");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** In words, for messages. */
        public String words() {
            return words;
        }

        /** Whether the rows of a column hold this. */
        public boolean isOf(ColumnSpec column) {
            return column.jagged() == (this == NUMBERS) && column.type().isNumeric() == (this != TEXT);
        }
    }

    /**
     * A column that a transform reads.
     *
     * @param name its name
     * @param kind what a row of it holds
     * @param unit the unit that the values have to be in; a column of another unit is refused, one of none is taken.
     *     Empty where any unit will do
     */
    record Input(String name, Kind kind, String unit) {

        public Input {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(unit, "unit");
        }

        /** One number in every row, in any unit. */
        public static Input number(String name) {
            return new Input(name, Kind.NUMBER, "");
        }

        /** A list of numbers in every row, in any unit. */
        public static Input numbers(String name) {
            return new Input(name, Kind.NUMBERS, "");
        }

        /** The same in this unit. */
        public Input in(String newUnit) {
            return new Input(name, kind, newUnit);
        }
    }
}
