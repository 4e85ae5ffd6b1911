package org.muonframework.data.format.csv;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.muonframework.data.format.InputFile;
import org.muonframework.spi.problem.DataException;

/**
 * What divides the fields of a line.
 *
 * @param delimiter the character; for a blank, several in a row count as one
 */
record CsvDialect(char delimiter) {

    private static final List<CsvDialect> CANDIDATES =
            List.of(new CsvDialect(','), new CsvDialect(';'), new CsvDialect('\t'), new CsvDialect('|'), blank());
    private static final int LINES = 50;

    static CsvDialect blank() {
        return new CsvDialect(' ');
    }

    /** The delimiter as one says it. */
    String title() {
        return switch (delimiter) {
            case '\t' -> "tab";
            case ' ' -> "blank";
            default -> "'" + delimiter + "'";
        };
    }

    /**
     * Finds the dialect: the given one, or the first of {@code , ; tab | blank} that divides the header and all of the
     * first lines into the same number of fields, or else the one that divides the header into most.
     *
     * @param start the first characters of the file
     * @throws DataException if a given delimiter does not divide the header, and another one does
     */
    static CsvDialect find(String start, Optional<Character> given, InputFile file) throws IOException {
        if (given.isPresent()) {
            CsvDialect dialect = new CsvDialect(given.get());
            refuseWrong(dialect, start, file);
            return dialect;
        }
        CsvDialect best = CANDIDATES.get(0);
        int most = 1;
        for (CsvDialect candidate : CANDIDATES) {
            List<Integer> widths = candidate.widths(start, file);
            int width = widths.isEmpty() ? 1 : widths.get(0);
            if (width > 1 && widths.stream().allMatch(each -> each == width)) {
                return candidate;
            }
            if (width > most && candidate.delimiter != ' ') {
                best = candidate;
                most = width;
            }
        }
        return best;
    }

    private static void refuseWrong(CsvDialect dialect, String start, InputFile file) throws IOException {
        List<Integer> widths = dialect.widths(start, file);
        if (widths.isEmpty() || widths.get(0) > 1) {
            return;
        }
        for (CsvDialect other : CANDIDATES) {
            List<Integer> others = other.widths(start, file);
            int width = others.get(0);
            if (width > 1 && others.stream().allMatch(each -> each == width)) {
                throw new DataException(
                        file.name() + ":1",
                        "the delimiter " + dialect.title() + " does not divide the header, but " + other.title()
                                + " divides it into " + width + " columns; leave 'delimiter' out to have it found");
            }
        }
    }

    /** The number of fields in each of the first lines, the header first; a last line that may be cut is left out. */
    private List<Integer> widths(String start, InputFile file) throws IOException {
        List<Integer> widths = new ArrayList<>();
        try (CsvLines lines = new CsvLines(new StringReader(start), this, file)) {
            Optional<CsvLine> line;
            while (widths.size() < LINES && (line = lines.next()).isPresent()) {
                if (!line.get().isBlank() && (line.get().ended() || widths.isEmpty())) {
                    widths.add(line.get().width());
                }
            }
        } catch (DataException e) {
            return widths.isEmpty() ? List.of(1) : widths;
        }
        return widths;
    }
}
