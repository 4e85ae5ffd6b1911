package org.muonframework.data.format.csv;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.BitSet;

/** The lines of a text table that start within a part of the file; for one thread. */
final class CsvScanPart {

    /** Longer lines are not simple. */
    private static final int BUFFER = 1 << 20;

    private static final int LONGEST_NUMBER = 18;

    private static final VarHandle EIGHT_BYTES =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ALL = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;

    private static final byte ORDINARY = 0;
    private static final byte DELIMITER = 1;
    private static final byte LINE_END = 2;
    private static final byte UNDERSCORE = 3;
    private static final byte QUOTE = 4;
    private static final byte ODD = 5;

    private final FileChannel channel;
    private final long to;
    private final int width;
    private final long delimiters;
    private final byte[] kinds = new byte[256];
    private final byte[] bytes = new byte[BUFFER];
    private final boolean[] candidate;
    private final BitSet whole;
    private final BitSet unsure = new BitSet();
    private int skip;
    private long position;
    private int filled;
    private long rows;
    private boolean plainEnds;
    private boolean returnEnds;
    private boolean simple = true;

    /**
     * Prepares to look at a part.
     *
     * @param from the first byte of the part; the line that it stands in belongs here only if it starts there
     * @param to the first byte behind it
     */
    CsvScanPart(FileChannel channel, long from, long to, CsvHeader header, BitSet candidates) {
        this.channel = channel;
        this.to = to;
        this.width = header.width();
        this.skip = from == 0 ? header.skip() : 0;
        this.position = from;
        this.whole = (BitSet) candidates.clone();
        candidate = new boolean[width + 1];
        candidates.stream().forEach(column -> candidate[column] = true);
        delimiters = ALL * header.dialect().delimiter();
        kinds['_'] = UNDERSCORE;
        kinds['"'] = QUOTE;
        kinds['\n'] = LINE_END;
        kinds['\r'] = ODD;
        kinds[header.dialect().delimiter() & 0xFF] = DELIMITER;
    }

    boolean simple() {
        return simple;
    }

    long rows() {
        return rows;
    }

    BitSet whole() {
        return whole;
    }

    BitSet unsure() {
        return unsure;
    }

    /** Whether a line ends by a line feed alone. */
    boolean plainEnds() {
        return plainEnds;
    }

    /** Whether a line ends by carriage return and line feed. */
    boolean returnEnds() {
        return returnEnds;
    }

    /** Goes through the lines, up to the first that is not simple. */
    void scan() throws IOException {
        int start = startOfLine();
        while (simple && position - filled + start < to) {
            int next = line(start);
            if (next >= 0) {
                start = next;
                continue;
            }
            boolean tooLong = start == 0 && filled == BUFFER;
            System.arraycopy(bytes, start, bytes, 0, filled - start);
            filled -= start;
            start = 0;
            if (tooLong) {
                simple = false;
            } else if (!fill()) {
                lastLine();
                return;
            }
        }
    }

    /** Reads the start of the part, and gives where its first line starts. */
    private int startOfLine() throws IOException {
        boolean atStart = position == 0;
        position -= atStart ? 0 : 1;
        fill();
        int start = 0;
        while (!atStart && start < filled && bytes[start] != '\n') {
            start++;
        }
        simple = start < filled || filled < BUFFER;
        return atStart ? 0 : start + 1;
    }

    /** Reads on, and says whether there was anything. */
    private boolean fill() throws IOException {
        int before = filled;
        while (filled < BUFFER) {
            int read = channel.read(ByteBuffer.wrap(bytes, filled, BUFFER - filled), position);
            if (read <= 0) {
                break;
            }
            filled += read;
            position += read;
        }
        return filled > before;
    }

    /** A last line without an end. */
    private void lastLine() {
        if (filled > 0 && filled < BUFFER) {
            boolean plain = plainEnds;
            boolean byReturn = returnEnds;
            bytes[filled++] = '\n';
            boolean complete = line(0) >= 0;
            simple &= complete;
            plainEnds = plain;
            returnEnds = byReturn;
        }
    }

    /**
     * Goes through one line.
     *
     * @return where the next one starts, or -1 if the line goes beyond what has been read
     */
    private int line(int start) {
        int column = 0;
        int field = start;
        int at = nextSpecial(start);
        while (at < filled) {
            switch (kinds[bytes[at] & 0xFF]) {
                case DELIMITER -> {
                    field(column, field, at);
                    column = Math.min(column + 1, width);
                    field = at + 1;
                }
                case LINE_END -> {
                    end(column, field, start, at);
                    return at + 1;
                }
                case UNDERSCORE -> unsure.set(column);
                case ORDINARY -> {}
                case QUOTE -> {
                    int close = at == field ? closingQuote(at) : -2;
                    if (close < 0) {
                        simple &= close == -1;
                        return simple ? -1 : at;
                    }
                    unsure.set(column);
                    at = close;
                }
                default -> {
                    if (at + 1 == filled) {
                        return -1;
                    }
                    if (bytes[at + 1] != '\n') {
                        simple = false;
                        return at;
                    }
                }
            }
            at = nextSpecial(at + 1);
        }
        return -1;
    }

    /**
     * The next byte that may not be ordinary, eight bytes at a time: a byte below {@code #} (line ends, quotes, blanks),
     * a delimiter or an underscore. A byte behind one of these may be taken for one too, which costs a look.
     */
    private int nextSpecial(int from) {
        int at = from;
        while (at + Long.BYTES <= filled) {
            long eight = (long) EIGHT_BYTES.get(bytes, at);
            long special = (eight - ALL * '#') | zeroes(eight ^ delimiters) | zeroes(eight ^ (ALL * '_'));
            special &= ~eight & HIGH_BITS;
            if (special != 0) {
                return at + (Long.numberOfTrailingZeros(special) >>> 3);
            }
            at += Long.BYTES;
        }
        while (at < filled && kinds[bytes[at] & 0xFF] == ORDINARY) {
            at++;
        }
        return at;
    }

    /** The high bit of each byte that is zero is set; for bytes below 128. */
    private static long zeroes(long eight) {
        return (eight - ALL) & ~eight;
    }

    /** Where a quotation closes that a delimiter or the end of the line follows; -1 beyond what was read, -2 never. */
    private int closingQuote(int open) {
        int at = open + 1;
        while (at + 1 < filled) {
            if (bytes[at] == '\n' || bytes[at] == '\r') {
                return -2;
            }
            if (bytes[at] == '"') {
                byte after = bytes[at + 1];
                if (after != '"') {
                    byte kind = kinds[after & 0xFF];
                    return kind == DELIMITER || kind == LINE_END || after == '\r' ? at : -2;
                }
                at++;
            }
            at++;
        }
        return -1;
    }

    private void end(int column, int field, int start, int end) {
        boolean byReturn = end > start && bytes[end - 1] == '\r';
        int last = byReturn ? end - 1 : end;
        plainEnds |= !byReturn;
        returnEnds |= byReturn;
        if (skip > 0) {
            skip--;
            unsure.clear();
            return;
        }
        if (last == start) {
            return;
        }
        field(column, field, last);
        if (column + 1 != width) {
            simple = false;
        }
        rows++;
    }

    private void field(int column, int from, int end) {
        if (skip == 0 && candidate[column] && !isWhole(from, end)) {
            whole.clear(column);
        }
    }

    private boolean isWhole(int from, int end) {
        int first = from;
        int last = end;
        while (first < last && isBlank(bytes[first])) {
            first++;
        }
        while (first < last && isBlank(bytes[last - 1])) {
            last--;
        }
        if (first < last && (bytes[first] == '-' || bytes[first] == '+')) {
            first++;
        }
        int digits = last - first;
        for (int i = first; i < last; i++) {
            if (bytes[i] < '0' || bytes[i] > '9') {
                return false;
            }
        }
        return digits > 0 && digits <= LONGEST_NUMBER;
    }

    private static boolean isBlank(byte b) {
        return b == ' ' || b == '\t';
    }
}
