package org.muonframework.data.format.csv;

import java.util.Arrays;
import org.muonframework.spi.data.Column;
import org.muonframework.spi.data.ColumnType;

/** Lists in text, {@code [1.5, 2, nan]}, as DuckDB writes them, turned into columns. */
final class CsvLists {

    private static final String BLANK = "[ \\t]*";

    private final int[] offsets;
    private final Elements elements;

    private CsvLists(int rows, Elements elements) {
        this.offsets = new int[rows + 1];
        this.elements = elements;
    }

    /** The regular expression of lists with elements of a type, without capitals. */
    static String pattern(ColumnType type) {
        return pattern(
                switch (type) {
                    case BOOLEAN -> "(?:true|false)";
                    case LONG, INT -> "[-+]?[0-9]+";
                    case DOUBLE, FLOAT ->
                        "(?:[-+]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:e[-+]?[0-9]+)?|[-+]?(?:nan|inf|infinity)"
                                + "|na|n/a|null|none)";
                    case TEXT -> throw new IllegalArgumentException("lists of texts are not read");
                });
    }

    /** The regular expression of a list without elements. */
    static String empty() {
        return "\\[" + BLANK + "\\]";
    }

    private static String pattern(String element) {
        return "\\[" + BLANK + "(?:" + element + "(?:" + BLANK + "," + BLANK + element + ")*)?" + BLANK + "\\]";
    }

    /** The lists in texts that fit the {@linkplain #pattern pattern} of their type; an empty text is an empty list. */
    static Column.Jagged parse(String[] texts, ColumnType type) {
        CsvLists lists = new CsvLists(
                texts.length,
                switch (type) {
                    case BOOLEAN -> new Booleans();
                    case LONG, INT -> new Longs();
                    case DOUBLE, FLOAT, TEXT -> new Doubles();
                });
        for (int row = 0; row < texts.length; row++) {
            lists.add(texts[row]);
            lists.offsets[row + 1] = lists.elements.count;
        }
        return new Column.Jagged(lists.offsets, lists.elements.column());
    }

    private void add(String text) {
        int at = skipBlanks(text, text.indexOf('[') + 1);
        int end = text.lastIndexOf(']');
        while (at < end) {
            int comma = text.indexOf(',', at);
            int stop = comma < 0 ? end : comma;
            int last = stop;
            while (isBlank(text.charAt(last - 1))) {
                last--;
            }
            elements.add(text, at, last);
            at = skipBlanks(text, stop + 1);
        }
    }

    private static int skipBlanks(String text, int from) {
        int at = from;
        while (at < text.length() && isBlank(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }

    /** The elements of all lists so far. */
    private abstract static class Elements {

        int count;

        abstract void add(String text, int from, int to);

        abstract Column column();
    }

    private static final class Doubles extends Elements {

        private double[] values = new double[1024];

        @Override
        void add(String text, int from, int to) {
            if (count == values.length) {
                values = Arrays.copyOf(values, Math.multiplyExact(2, count));
            }
            values[count++] = value(text, from, to);
        }

        private static double value(String text, int from, int to) {
            boolean signed = text.charAt(from) == '-' || text.charAt(from) == '+';
            char first = text.charAt(signed ? from + 1 : from);
            if (first == 'i' || first == 'I') {
                return text.charAt(from) == '-' ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
            }
            return Character.isLetter(first) ? Double.NaN : Double.parseDouble(text.substring(from, to));
        }

        @Override
        Column column() {
            return new Column.Doubles(Arrays.copyOf(values, count));
        }
    }

    private static final class Longs extends Elements {

        private long[] values = new long[1024];

        @Override
        void add(String text, int from, int to) {
            if (count == values.length) {
                values = Arrays.copyOf(values, Math.multiplyExact(2, count));
            }
            values[count++] = Long.parseLong(text, from, to, 10);
        }

        @Override
        Column column() {
            return new Column.Longs(Arrays.copyOf(values, count));
        }
    }

    private static final class Booleans extends Elements {

        private boolean[] values = new boolean[1024];

        @Override
        void add(String text, int from, int to) {
            if (count == values.length) {
                values = Arrays.copyOf(values, Math.multiplyExact(2, count));
            }
            values[count++] = text.charAt(from) == 't' || text.charAt(from) == 'T';
        }

        @Override
        Column column() {
            return new Column.Booleans(Arrays.copyOf(values, count));
        }
    }
}
