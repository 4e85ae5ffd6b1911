package org.muonframework.data.format.hdf5;

import io.jhdf.api.dataset.ChunkedDataset;
import io.jhdf.api.dataset.ContiguousDataset;
import io.jhdf.dataset.DatasetBase;
import io.jhdf.exceptions.HdfException;
import io.jhdf.object.datatype.DataType;
import io.jhdf.object.message.DataLayout;
import io.jhdf.object.message.FillValueMessage;
import io.jhdf.object.message.FilterPipelineMessage;
import io.jhdf.object.message.FilterPipelineMessage.FilterInfo;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.muonframework.spi.problem.DataException;

/**
 * The bytes of the rows of a dataset: of all that have the same first index.
 *
 * <p>Only what is asked for is read. A chunk is the least that can be decompressed, so the last band of chunks is kept:
 * whoever reads forwards decompresses each chunk once.
 */
final class HdfRows {

    /** The filters that can be undone, by their registered numbers. */
    private static final Map<Integer, String> FILTERS =
            Map.of(1, "gzip", 2, "shuffle", 3, "fletcher32", 32000, "LZF", 32004, "LZ4", 32008, "bitshuffle");

    private final HdfSource source;
    private final String path;
    private final DatasetBase dataset;
    private final long rows;
    private final int stride;
    private final Optional<byte[]> fill;
    private long bandStart = -1;
    private ByteBuffer band = ByteBuffer.allocate(0);
    private long lastFirst = -1;
    private ByteBuffer last = ByteBuffer.allocate(0);

    /**
     * Opens a dataset.
     *
     * @throws DataException if it claims more than its file can hold, or a filter is unknown
     */
    HdfRows(HdfSource source, String path) {
        this.source = source;
        this.path = path;
        this.dataset = source.dataset(path);
        long[] dimensions = dataset.getDimensionsAsLong();
        this.rows = dimensions[0];
        this.stride = Math.toIntExact(
                Arrays.stream(dimensions).skip(1).reduce(dataset.getDataType().getSize(), Math::multiplyExact));
        checkSize();
        this.fill = fill();
        if (fill.isPresent() && dimensions.length > 2) {
            throw new DataException(
                    source.file().name(),
                    "dataset '" + path + "' has " + dimensions.length + " dimensions and a value other than zero for"
                            + " what was never written, which cannot be read");
        }
    }

    long rows() {
        return rows;
    }

    DataType type() {
        return dataset.getDataType();
    }

    /** Bytes of a row. */
    int stride() {
        return stride;
    }

    /** The bytes of some rows, from index 0 on; not to be changed. */
    ByteBuffer read(long first, int count) {
        int length = Math.multiplyExact(count, stride);
        if (first != lastFirst || last.limit() != length) {
            last = length == 0 ? ByteBuffer.allocate(0) : load(first, count);
            lastFirst = first;
        }
        return last.duplicate();
    }

    private ByteBuffer load(long first, int count) {
        if (dataset.isEmpty()) {
            ByteBuffer bytes = ByteBuffer.allocate(count * stride);
            fill.ifPresent(value -> fill(bytes, value, 0, bytes.limit()));
            return bytes;
        }
        if (dataset.getDataLayout() == DataLayout.COMPACT) {
            return dataset.getDataBuffer().slice(Math.toIntExact(first * stride), count * stride);
        }
        if (dataset instanceof ContiguousDataset contiguous) {
            return dataset.getHdfFile()
                    .getHdfBackingStorage()
                    .readBufferFromAddress(contiguous.getDataAddress() + first * stride, count * stride);
        }
        ByteBuffer bytes = ByteBuffer.allocate(count * stride);
        int bandRows = ((ChunkedDataset) dataset).getChunkDimensions()[0];
        long row = first;
        while (row < first + count) {
            long start = row / bandRows * bandRows;
            loadBand(start, (int) Math.min(bandRows, rows - start));
            int taken = (int) (Math.min(first + count, start + bandRows) - row);
            bytes.put((int) (row - first) * stride, band, (int) (row - start) * stride, taken * stride);
            row += taken;
        }
        return bytes;
    }

    private void loadBand(long start, int count) {
        if (start == bandStart) {
            return;
        }
        long[] dimensions = dataset.getDimensionsAsLong();
        long[] offset = new long[dimensions.length];
        offset[0] = start;
        int[] shape = new int[dimensions.length];
        shape[0] = count;
        for (int i = 1; i < shape.length; i++) {
            shape[i] = Math.toIntExact(dimensions[i]);
        }
        band = dataset.getSliceDataBuffer(offset, shape);
        if (fill.isPresent()) {
            fillGaps(start, count, shape);
        }
        bandStart = start;
    }

    /** Chunks that were never written come as zeros; they stand for the fill value. */
    private void fillGaps(long start, int count, int[] shape) {
        ChunkedDataset chunked = (ChunkedDataset) dataset;
        int width = dataset.getDataType().getSize();
        int columns = shape.length == 1 ? 1 : shape[1];
        int chunkColumns = shape.length == 1 ? 1 : chunked.getChunkDimensions()[1];
        for (int column = 0; column < columns; column += chunkColumns) {
            int[] at =
                    shape.length == 1 ? new int[] {Math.toIntExact(start)} : new int[] {Math.toIntExact(start), column};
            if (isMissing(chunked, at)) {
                int end = Math.min(columns, column + chunkColumns);
                for (int row = 0; row < count; row++) {
                    fill(band, fill.orElseThrow(), row * stride + column * width, row * stride + end * width);
                }
            }
        }
    }

    private static boolean isMissing(ChunkedDataset dataset, int[] at) {
        try {
            dataset.getRawChunkBuffer(at);
            return false;
        } catch (HdfException e) {
            return String.valueOf(e.getMessage()).startsWith("No chunk with offset");
        }
    }

    private static void fill(ByteBuffer bytes, byte[] value, int from, int to) {
        for (int at = from; at < to; at += value.length) {
            bytes.put(at, value);
        }
    }

    /** What stands for values that were never written, unless it is zero. */
    private Optional<byte[]> fill() {
        if (!dataset.getHeader().hasMessageOfType(FillValueMessage.class)) {
            return Optional.empty();
        }
        FillValueMessage message = dataset.getHeader().getMessageOfType(FillValueMessage.class);
        if (!message.isFillValueDefined()) {
            return Optional.empty();
        }
        ByteBuffer bytes = message.getFillValue();
        byte[] value = new byte[bytes.remaining()];
        bytes.get(value);
        boolean usable =
                value.length == dataset.getDataType().getSize() && !Arrays.equals(value, new byte[value.length]);
        return usable ? Optional.of(value) : Optional.empty();
    }

    private void checkSize() {
        long bytes = Math.multiplyExact(rows, stride);
        boolean fits = source.canHold(bytes);
        if (dataset instanceof ContiguousDataset contiguous && !dataset.isEmpty()) {
            fits = source.holds(contiguous.getDataAddress(), bytes);
        } else if (dataset instanceof ChunkedDataset chunked) {
            long chunk = dataset.getDataType().getSize();
            for (int length : chunked.getChunkDimensions()) {
                chunk = Math.multiplyExact(chunk, length);
            }
            fits &= source.canHold(chunk) && chunk > 0;
            checkFilters();
        }
        if (!fits) {
            throw new DataException(
                    source.file().name(),
                    "is damaged: dataset '" + path + "' claims " + rows + " rows of " + stride
                            + " bytes, more than the file can hold");
        }
    }

    private void checkFilters() {
        if (!dataset.getHeader().hasMessageOfType(FilterPipelineMessage.class)) {
            return;
        }
        for (FilterInfo filter : dataset.getHeader()
                .getMessageOfType(FilterPipelineMessage.class)
                .getFilters()) {
            if (!FILTERS.containsKey(filter.getId())) {
                throw new DataException(
                        source.file().name(),
                        "dataset '" + path + "' is written with the filter '" + filter.getName() + "' (number "
                                + filter.getId() + "), which cannot be read; these can: "
                                + String.join(", ", new TreeMap<>(FILTERS).values())
                                + ". 'h5repack -f GZIP=4 OLD NEW' changes it");
            }
        }
    }
}
