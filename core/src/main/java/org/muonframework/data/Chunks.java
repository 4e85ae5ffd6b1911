package org.muonframework.data;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * A primitive array of unknown length, kept in pieces: it grows without copying what is there.
 *
 * @param <A> type of the array, such as {@code float[]}
 */
final class Chunks<A> {

    /** Pieces of 64-bit numbers are 256 KiB: of half a MiB they would fill G1's regions of 1 MiB (small heaps) by half. */
    private static final int CHUNK = 1 << 15;

    private final IntFunction<A> allocate;
    private final List<A> chunks = new ArrayList<>();
    private int size;

    Chunks(IntFunction<A> allocate) {
        this.allocate = allocate;
    }

    /** Appends the first {@code count} values. */
    void append(A values, int count) {
        append(values, 0, count);
    }

    /** Appends {@code count} values from {@code first} on. */
    void append(A values, int first, int count) {
        int done = 0;
        while (done < count) {
            int used = size % CHUNK;
            if (used == 0) {
                chunks.add(allocate.apply(CHUNK));
            }
            int some = Math.min(count - done, CHUNK - used);
            System.arraycopy(values, first + done, chunks.get(chunks.size() - 1), used, some);
            done += some;
            size = Math.addExact(size, some);
        }
    }

    /** All values as one array; the pieces are given up. */
    A drain() {
        A all = allocate.apply(size);
        for (int i = 0; i < chunks.size(); i++) {
            System.arraycopy(chunks.get(i), 0, all, i * CHUNK, Math.min(CHUNK, size - i * CHUNK));
        }
        chunks.clear();
        size = 0;
        return all;
    }
}
