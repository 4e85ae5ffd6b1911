package org.muonframework.data.format.csv;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.muonframework.data.format.FileStart;
import org.muonframework.data.format.InputFile;
import org.muonframework.spi.problem.DataException;

/**
 * A text file, decompressed where needed.
 *
 * @param file the file
 * @param compressed whether it is compressed by gzip
 */
record CsvSource(InputFile file, boolean compressed) {

    private static final String GZIP = "\u001f\u008b";
    private static final int START = 1 << 20;
    private static final int BINARY_START = 1 << 12;
    private static final int BUFFER = 1 << 16;

    /**
     * A file that is there. A compressed one is gone through once: DuckDB takes the place where it is cut off for its
     * end.
     *
     * @throws DataException if it is missing, empty, or damaged
     */
    static CsvSource of(InputFile file) {
        CsvSource source = new CsvSource(file, FileStart.read(file).is(GZIP));
        if (source.compressed) {
            try (InputStream in = source.stream()) {
                in.transferTo(OutputStream.nullOutputStream());
            } catch (IOException e) {
                throw source.unreadable(e);
            }
        }
        return source;
    }

    /** All of the text. */
    Reader text() throws IOException {
        return new BufferedReader(new InputStreamReader(stream(), StandardCharsets.UTF_8));
    }

    /**
     * The first megabyte of the text.
     *
     * @throws DataException if it is not text, or there is none
     */
    String start() throws IOException {
        try (InputStream in = stream()) {
            byte[] start = in.readNBytes(START);
            refuseBinary(start);
            return new String(start, StandardCharsets.UTF_8);
        }
    }

    /** Whether the last line of a plain file lacks its end. */
    boolean endsWithinLine() throws IOException {
        if (compressed) {
            return false;
        }
        try (RandomAccessFile random = new RandomAccessFile(file.path().toFile(), "r")) {
            random.seek(random.length() - 1);
            int last = random.read();
            return last != '\n' && last != '\r';
        }
    }

    /** The error for a failure to read. */
    DataException unreadable(IOException cause) {
        boolean damaged = cause instanceof EOFException || cause instanceof ZipException;
        return new DataException(
                file.name(),
                damaged ? "the compressed data are damaged or cut off" : "cannot be read: " + cause.getMessage(),
                cause);
    }

    private InputStream stream() throws IOException {
        InputStream in = Files.newInputStream(file.path());
        return compressed ? new GZIPInputStream(in, BUFFER) : in;
    }

    private void refuseBinary(byte[] start) {
        if (start.length == 0) {
            throw new DataException(file.name(), "is empty (0 bytes)");
        }
        for (int i = 0; i < Math.min(start.length, BINARY_START); i++) {
            if (start[i] == 0) {
                boolean wide = (start[0] == (byte) 0xFF && start[1] == (byte) 0xFE)
                        || (start[0] == (byte) 0xFE && start[1] == (byte) 0xFF);
                throw new DataException(
                        file.name(),
                        wide
                                ? "is text in UTF-16; save it in UTF-8"
                                : "is not text: byte " + (i + 1) + " is zero; a text table is expected");
            }
        }
    }
}
