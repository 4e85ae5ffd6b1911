package org.muonframework.data.format.csv;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.muonframework.spi.data.ColumnType;

/**
 * The types of columns, as their values tell them.
 *
 * @param rows how many rows were looked at
 * @param columns for each column, what its values look like
 * @param direct the columns whose texts DuckDB, where it takes them for numbers, turns into the right ones
 */
record CsvTypes(long rows, Map<Integer, Values> columns, BitSet direct) {

    /** The part of the values present that have to be numbers for the others to count as errors. */
    private static final double MOSTLY = 0.9;

    /** Enough rows to tell numbers from texts. */
    private static final int SAMPLE = 20_000;

    /** What is counted for each column. */
    private static final int COUNTS = 8;

    /**
     * How many values of a column are present, numbers, whole numbers, true or false, and lists.
     *
     * @param lists how many are lists of numbers, of whole numbers, of true and false, and without elements
     */
    record Values(long rows, long present, long numbers, long whole, long logical, Lists lists) {

        /**
         * Whole numbers without a gap are {@code LONG}, numbers {@code DOUBLE}, also where fewer than one in ten is
         * something else (an error then, for who reads the column), {@code true} and {@code false} without a gap
         * {@code BOOLEAN}, everything else {@code TEXT}. A column without any value is {@code DOUBLE}. In the same way
         * the elements of lists have a type.
         */
        ColumnType type() {
            if (isJagged()) {
                return lists.type(present);
            }
            if (rows > 0 && logical == rows) {
                return ColumnType.BOOLEAN;
            }
            if (numbers < MOSTLY * present) {
                return ColumnType.TEXT;
            }
            return rows > 0 && whole == rows ? ColumnType.LONG : ColumnType.DOUBLE;
        }

        /** Whether the values are lists. */
        boolean isJagged() {
            return present > 0 && (lists.numbers >= MOSTLY * present || lists.logical == present);
        }

        /** Whether these are the first values of a column that may be one of lists. */
        boolean mayBeJagged() {
            return present == 0 || isJagged();
        }

        /** Whether all values are whole numbers. */
        boolean isWhole() {
            return rows > 0 && whole == rows;
        }

        /** Whether a value yet to come may change the type. */
        boolean isOpen() {
            return present == 0
                    || whole == rows
                    || logical == rows
                    || (isJagged() && (lists.type(present) != ColumnType.DOUBLE || lists.empty == present));
        }
    }

    /** How many values are lists, of what; those without elements are of everything. */
    record Lists(long numbers, long whole, long logical, long empty) {

        private ColumnType type(long present) {
            if (logical == present && logical > empty) {
                return ColumnType.BOOLEAN;
            }
            return whole == numbers && whole > empty ? ColumnType.LONG : ColumnType.DOUBLE;
        }
    }

    /**
     * Looks at the first rows for all columns, and at every row for those that one value may change: fast where the
     * table is simple and the values are the whole numbers that they seem to be, else through DuckDB.
     */
    static CsvTypes find(Statement statement, CsvQuery query, int threads) throws SQLException, IOException {
        Collection<Integer> places = query.header().places().values();
        CsvTypes first =
                look(statement, query, places, place -> true, "(FROM " + query.rows() + " LIMIT " + SAMPLE + ")");
        BitSet whole = new BitSet();
        first.columns.forEach((place, values) -> whole.set(place, values.isWhole()));
        Optional<CsvScan> scan = CsvScan.of(query.source(), query.header(), whole, threads);
        BitSet known = scan.map(CsvScan::whole).orElseGet(BitSet::new);
        Collection<Integer> open = places.stream()
                .filter(place -> first.columns.get(place).isOpen() && !known.get(place))
                .toList();
        Map<Integer, Values> columns = new LinkedHashMap<>(first.columns);
        long rows = scan.map(CsvScan::rows).orElse(-1L);
        if (scan.isEmpty() || !open.isEmpty()) {
            CsvTypes all = look(
                    statement, query, open, place -> first.columns.get(place).mayBeJagged(), query.rows());
            columns.putAll(all.columns);
            rows = all.rows;
        }
        BitSet direct = new BitSet();
        if (scan.isPresent()) {
            places.forEach(direct::set);
            direct.andNot(scan.get().unsure());
        }
        return new CsvTypes(rows, columns, direct);
    }

    /**
     * Counts the values of some columns.
     *
     * @param lists the columns in which lists are counted, which takes its time
     */
    private static CsvTypes look(
            Statement statement, CsvQuery query, Collection<Integer> places, IntPredicate lists, String rows)
            throws SQLException {
        String counts = places.stream()
                .flatMap(place -> Stream.concat(
                        Stream.of(
                                "count(*) FILTER (NOT " + query.isMissing(place) + ")",
                                "count(CASE WHEN NOT " + query.isMissing(place) + " THEN " + query.number(place)
                                        + " END)",
                                "count(*) FILTER (" + query.isWhole(place) + ")",
                                "count(*) FILTER (" + query.isLogical(place) + ")"),
                        lists.test(place) ? listCounts(query, place) : Stream.of("0", "0", "0", "0")))
                .map(count -> ", " + count)
                .collect(Collectors.joining());
        try (ResultSet result = statement.executeQuery("SELECT count(*)" + counts + " FROM " + rows)) {
            result.next();
            long count = result.getLong(1);
            int next = 2;
            Map<Integer, Values> columns = new LinkedHashMap<>();
            for (int place : places) {
                long[] counted = new long[COUNTS];
                for (int i = 0; i < COUNTS; i++) {
                    counted[i] = result.getLong(next++);
                }
                Lists found = new Lists(counted[4], counted[5], counted[6], counted[7]);
                columns.put(place, new Values(count, counted[0], counted[1], counted[2], counted[3], found));
            }
            return new CsvTypes(count, columns, new BitSet());
        }
    }

    private static Stream<String> listCounts(CsvQuery query, int place) {
        return Stream.of(
                        query.isList(place, ColumnType.DOUBLE),
                        query.isList(place, ColumnType.LONG),
                        query.isList(place, ColumnType.BOOLEAN),
                        query.isEmptyList(place))
                .map(condition -> "count(*) FILTER (" + condition + ")");
    }
}
