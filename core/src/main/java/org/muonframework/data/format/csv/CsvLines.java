package org.muonframework.data.format.csv;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.muonframework.data.format.InputFile;
import org.muonframework.spi.problem.DataException;

/**
 * Goes through the lines of a text table: for a look at its start before DuckDB reads it, and to find the line of a
 * fault that DuckDB met.
 */
final class CsvLines implements AutoCloseable {

    private static final int END = -1;

    private final Reader in;
    private final char delimiter;
    private final InputFile file;
    private int ahead;
    private long line = 1;

    /** Goes through text that starts at the start of the file. */
    CsvLines(Reader text, CsvDialect dialect, InputFile file) throws IOException {
        this.in = text;
        this.delimiter = dialect.delimiter();
        this.file = file;
        this.ahead = in.read();
        skip('\uFEFF');
    }

    /**
     * The next line, also an empty one.
     *
     * @throws DataException if a quotation does not end, or text follows it
     */
    Optional<CsvLine> next() throws IOException {
        if (peek() == END) {
            return Optional.empty();
        }
        long first = line;
        List<CsvLine.Field> fields = new ArrayList<>();
        do {
            boolean blank = skipBlanks();
            if (delimiter != ' ' || fields.isEmpty() || !atLineEnd()) {
                fields.add(peek() == '"' ? quoted(first, fields.size() + 1) : plain(blank));
            }
        } while (skip(delimiter));
        boolean carriageReturn = skip('\r');
        boolean ended = skip('\n') || carriageReturn;
        line++;
        return Optional.of(new CsvLine(first, List.copyOf(fields), ended));
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private CsvLine.Field plain(boolean blankBefore) throws IOException {
        StringBuilder text = new StringBuilder();
        while (peek() != delimiter && !atLineEnd()) {
            text.append((char) read());
        }
        String stripped = text.toString().stripTrailing();
        boolean padded = blankBefore || stripped.length() < text.length();
        return new CsvLine.Field(stripped, false, padded && delimiter != ' ');
    }

    private CsvLine.Field quoted(long first, int number) throws IOException {
        StringBuilder text = new StringBuilder();
        read();
        while (!skip('"') || peek() == '"') {
            int c = read();
            if (c == END) {
                throw new DataException(
                        file.name() + ":" + first,
                        "a double quote that opens here is never closed (the file has " + line + " lines)");
            }
            line += c == '\n' || (c == '\r' && peek() != '\n') ? 1 : 0;
            text.append((char) c);
        }
        if (delimiter != ' ') {
            skipBlanks();
        }
        if (peek() != delimiter && !atLineEnd()) {
            throw new DataException(
                    file.name() + ":" + line,
                    "there is text behind the closing double quote of field " + number
                            + "; a double quote within quotes is written twice");
        }
        return new CsvLine.Field(text.toString(), true, false);
    }

    private boolean skipBlanks() throws IOException {
        boolean any = false;
        while (skip(' ') || (delimiter != '\t' && skip('\t'))) {
            any = true;
        }
        return any;
    }

    private boolean atLineEnd() {
        int c = peek();
        return c == '\n' || c == '\r' || c == END;
    }

    private boolean skip(char wanted) throws IOException {
        if (peek() != wanted) {
            return false;
        }
        read();
        return true;
    }

    private int peek() {
        return ahead;
    }

    private int read() throws IOException {
        int c = ahead;
        ahead = in.read();
        return c;
    }
}
