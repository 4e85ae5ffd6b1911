package org.muonframework.data.format.npy;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muonframework.data.format.InputFile;
import org.muonframework.data.format.TableFile;
import org.muonframework.data.format.npy.NpyColumn.Strand;
import org.muonframework.spi.data.Batch;
import org.muonframework.spi.data.BatchReader;
import org.muonframework.spi.data.Column;
import org.muonframework.spi.problem.DataException;

/** Reads some columns; arrays that are not asked for are not touched. */
final class NpyReader implements BatchReader {

    /** A batch of wide rows has so many bytes at most, and then fewer rows. */
    private static final long BATCH_BYTES = 256L << 20;

    private final InputFile file;
    private final NpySource source;
    private final List<NpyColumn> columns;
    private final long rows;
    private final int batchRows;
    private final Map<Strand, InputStream> streams = new LinkedHashMap<>();
    private long rowsRead;

    private NpyReader(InputFile file, NpySource source, List<NpyColumn> columns, long rows) {
        this.file = file;
        this.source = source;
        this.columns = columns;
        this.rows = rows;
        long stride = columns.stream()
                .map(NpyColumn::strand)
                .distinct()
                .mapToLong(Strand::stride)
                .sum();
        this.batchRows = (int) Math.max(1, Math.min(TableFile.BATCH_ROWS, BATCH_BYTES / Math.max(1, stride)));
    }

    /**
     * Starts reading.
     *
     * @throws DataException if the file is damaged
     */
    static NpyReader open(InputFile file, List<NpyColumn> columns, long rows) {
        try {
            return new NpyReader(file, NpySource.open(file), columns, rows);
        } catch (IOException | RuntimeException e) {
            throw damaged(file, "", e);
        }
    }

    @Override
    public Optional<Batch> next() {
        int count = (int) Math.min(batchRows, rows - rowsRead);
        if (count == 0) {
            return Optional.empty();
        }
        Map<Strand, byte[]> blocks = new HashMap<>();
        Map<String, Column> values = new LinkedHashMap<>();
        for (NpyColumn column : columns) {
            Strand strand = column.strand();
            try {
                if (!blocks.containsKey(strand)) {
                    blocks.put(strand, read(strand, count));
                }
                ByteBuffer block = ByteBuffer.wrap(blocks.get(strand));
                values.put(column.spec().name(), column.cell().decode(block, count, strand.stride()));
            } catch (IOException | RuntimeException e) {
                throw damaged(file, strand.array(), e);
            }
        }
        rowsRead += count;
        return Optional.of(new Batch(count, values, file.name(), rowsRead - count + 1));
    }

    @Override
    public void close() {
        try (source) {
            for (InputStream stream : streams.values()) {
                stream.close();
            }
        } catch (IOException e) {
            throw damaged(file, "", e);
        }
    }

    /** The error for an array that is not as it has to be. */
    static DataException damaged(InputFile file, String array, Exception failure) {
        String reason = failure instanceof IOException
                        || failure.getClass() == IllegalArgumentException.class
                        || failure instanceof ArithmeticException
                ? String.valueOf(failure.getMessage())
                : "is damaged: " + failure;
        return new DataException(file.name(), array.isEmpty() ? reason : "array '" + array + "': " + reason, failure);
    }

    private byte[] read(Strand strand, int count) throws IOException {
        InputStream in = streams.get(strand);
        if (in == null) {
            in = source.open(strand.array());
            streams.put(strand, in);
            in.skipNBytes(strand.start());
        }
        byte[] block = in.readNBytes(Math.multiplyExact(count, strand.stride()));
        if (block.length < count * strand.stride()) {
            throw new EOFException("is cut off behind row " + (rowsRead + block.length / strand.stride()));
        }
        if (rowsRead + count == rows) {
            in.read(); // The end of an array in an archive is where its checksum is compared.
        }
        return block;
    }
}
