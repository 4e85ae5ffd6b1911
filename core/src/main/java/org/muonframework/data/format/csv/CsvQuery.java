package org.muonframework.data.format.csv;

import java.util.BitSet;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.muonframework.data.format.duckdb.DuckDatabase;
import org.muonframework.spi.data.ColumnType;

/**
 * A text table in the SQL of DuckDB, which divides it into texts, and turns these into values as asked.
 *
 * @param source the file
 * @param header what its start tells
 * @param strict whether lines have to end in one way all over the file and quotes to be closed; the other way is for
 *     files whose quotes are known to be closed
 */
record CsvQuery(CsvSource source, CsvHeader header, boolean strict) {

    /** Quoted fields, or whatever stands between blanks. */
    private static final String FIELDS = "'\"(?:[^\"]|\"\")*\"|[^ ]+'";

    /** Bytes of the longest line and of a buffer: lists make long lines, and a buffer is no larger than by default. */
    private static final String SIZES = "max_line_size = 30000000, buffer_size = 32000000";

    /** The rows, all of whose fields are texts: {@code c0, c1, …}; an empty one may be missing. */
    String rows() {
        int width = header.width();
        char delimiter = header.dialect().delimiter();
        if (delimiter == ' ') {
            return "(SELECT " + columns(CsvQuery::unquoted) + " FROM (SELECT regexp_extract_all(coalesce(line, ''), "
                    + FIELDS
                    + ") AS fields FROM " + read("'line': 'VARCHAR'", "delim = chr(1), quote = '', escape = ''")
                    + ") WHERE CASE WHEN len(fields) IN (0, " + width + ") THEN len(fields) > 0"
                    + " ELSE CAST(error('not all lines have " + width + " fields') AS BOOLEAN) END)";
        }
        return rows(new BitSet(), new BitSet());
    }

    /**
     * The same rows, where DuckDB turns some of the texts into numbers as it divides the file; a missing one is NULL, and
     * a text that is no number ends the query.
     *
     * @param whole columns to take for whole numbers
     * @param real columns to take for real numbers
     */
    String rows(BitSet whole, BitSet real) {
        int width = header.width();
        char delimiter = header.dialect().delimiter();
        String read = read(
                columns(i -> "'c" + i + "': '" + (whole.get(i) ? "BIGINT" : real.get(i) ? "DOUBLE" : "VARCHAR") + "'"),
                "delim = " + DuckDatabase.literal(String.valueOf(delimiter)) + ", quote = '\"', escape = '\"'");
        return width > 1 ? read : "(SELECT * FROM " + read + " WHERE c0 IS NOT NULL)";
    }

    /** The value of a column; NULL for a text that is none of its type. */
    String value(int column, ColumnType type) {
        return switch (type) {
            case DOUBLE, FLOAT ->
                "coalesce(" + number(column) + ", CASE WHEN " + isMissing(column) + " THEN CAST('nan' AS DOUBLE) END)";
            case LONG, INT -> "CASE WHEN " + isWhole(column) + " THEN TRY_CAST(c" + column + " AS BIGINT) END";
            case BOOLEAN -> "CASE WHEN " + isLogical(column) + " THEN " + matches(text(column), "true") + " END";
            case TEXT -> header.padded().get(column) ? stripped(column) : text(column);
        };
    }

    /** The text of a list with elements of a type, empty where it is missing; NULL for a text that is no such list. */
    String list(int column, ColumnType type) {
        return "CASE WHEN " + isMissing(column) + " THEN '' WHEN " + isList(column, type) + " THEN " + text(column)
                + " END";
    }

    /** Whether it is a list with elements of a type. */
    String isList(int column, ColumnType type) {
        String matches = matchesBracket(column, CsvLists.pattern(type));
        return type == ColumnType.LONG
                ? "(" + matches + " AND TRY_CAST(c" + column + " AS BIGINT[]) IS NOT NULL)"
                : matches;
    }

    /** Whether it is a list without elements. */
    String isEmptyList(int column) {
        return matchesBracket(column, CsvLists.empty());
    }

    /** Few texts begin with a bracket, which is soon seen. */
    private String matchesBracket(int column, String pattern) {
        return "(starts_with(ltrim(" + text(column) + "), '[') AND " + matches(text(column), pattern) + ")";
    }

    /** The nearest double, or NULL; DuckDB would pass over {@code _} between digits. */
    String number(int column) {
        String text = "c" + column;
        return "CASE WHEN contains(" + text + ", '_') THEN NULL ELSE TRY_CAST(" + text + " AS DOUBLE) END";
    }

    /** Whether it is a whole number of at most 64 bits. */
    String isWhole(int column) {
        String text = "c" + column;
        return "(" + matches(text, "[-+]?[0-9]+") + " AND TRY_CAST(" + text + " AS BIGINT) IS NOT NULL)";
    }

    /** Whether it is one of the ways to say that a number is missing. */
    String isMissing(int column) {
        return matches(text(column), "([-+]?nan|na|n/a|null|none)?");
    }

    /** Whether it is true or false. */
    String isLogical(int column) {
        return matches(text(column), "(true|false)");
    }

    /** The text as it stands in the file, without blanks around it. */
    String stripped(int column) {
        return "trim(" + text(column) + ", ' ' || chr(9))";
    }

    /** Not with {@code IN}, of which DuckDB makes a join over all rows. */
    private static String matches(String text, String pattern) {
        return "regexp_full_match(" + text + ", '[ \\t]*" + pattern + "[ \\t]*', 'i')";
    }

    private String text(int column) {
        return "coalesce(c" + column + ", '')";
    }

    private String columns(IntFunction<String> column) {
        return IntStream.range(0, header.width()).mapToObj(column).collect(Collectors.joining(", "));
    }

    private static String unquoted(int column) {
        String field = "fields[" + (column + 1) + "]";
        return "CASE WHEN starts_with(" + field + ", '\"') THEN replace(" + field + "[2:-2], '\"\"', '\"') ELSE "
                + field + " END AS c" + column;
    }

    private String read(String columns, String dialect) {
        return "read_csv(" + DuckDatabase.path(source.file().path()) + ", columns = {" + columns + "}, "
                + dialect + ", " + SIZES + ", skip = " + header.skip() + ", strict_mode = " + strict
                + ", compression = '"
                + (source.compressed() ? "gzip" : "none")
                + "', auto_detect = false, header = false, nullstr = '', allow_quoted_nulls = false)";
    }
}
