package org.muonframework.data;

import java.util.Locale;
import org.muonframework.spi.problem.DataException;

/**
 * How much memory the selected rows may take; it stops a reading before the JVM runs out of memory.
 *
 * @param bytes the limit
 * @param origin what set it, for messages: {@code memory-limit}
 */
public record MemoryLimit(long bytes, String origin) {

    /** No limit. */
    public static final MemoryLimit NONE = new MemoryLimit(Long.MAX_VALUE, "none");

    private static final double MEBIBYTE = 1024.0 * 1024.0;
    private static final double GIBIBYTE = 1024.0 * MEBIBYTE;

    /** Half of the memory that the JVM may use: training needs copies of the rows. */
    public static MemoryLimit ofHeap() {
        return new MemoryLimit(Runtime.getRuntime().maxMemory() / 2, "half of the JVM's memory");
    }

    /** What is left of it beside the rows of the analysis itself; at least 0. */
    public MemoryLimit beside(long otherBytes) {
        return new MemoryLimit(Math.max(0, bytes - otherBytes), origin + ", less the rows of the analysis");
    }

    /** Whether so many bytes are allowed. */
    public boolean allows(long needed) {
        return needed <= bytes;
    }

    /**
     * Refuses rows that outgrow the limit.
     *
     * @throws DataException naming the rows so far, the limit, and what to do
     */
    void check(long rows, long bytesPerRow, long hits, long bytesPerHit) {
        if (!allows(rows * bytesPerRow + hits * bytesPerHit)) {
            String ofHits = hits == 0
                    ? ""
                    : String.format(Locale.ROOT, " and %d bytes for each of %,d hits", bytesPerHit, hits);
            throw new DataException(
                    "memory-limit",
                    String.format(
                            Locale.ROOT,
                            "the first %,d selected rows take more than %s (%s), %d bytes a row%s. %s",
                            rows,
                            text(bytes),
                            origin,
                            bytesPerRow,
                            ofHits,
                            advice()));
        }
    }

    /** What to do where the rows do not fit. */
    public String advice() {
        return "Select fewer rows (dataset.selection), use fewer features, or allow more: a larger memory-limit, and"
                + " memory for the JVM by FRAMEWORK_JAVA_OPTS=-Xmx16g";
    }

    /** {@code 1.5 GiB} or {@code 12 MiB}. */
    public static String text(long bytes) {
        return bytes >= GIBIBYTE
                ? String.format(Locale.ROOT, "%.1f GiB", bytes / GIBIBYTE)
                : String.format(Locale.ROOT, "%.1f MiB", bytes / MEBIBYTE);
    }
}
