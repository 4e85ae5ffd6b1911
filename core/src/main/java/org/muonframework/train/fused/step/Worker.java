package org.muonframework.train.fused.step;

import java.util.Arrays;
import java.util.List;
import org.muonframework.train.fused.kernel.Kernels;
import org.muonframework.train.fused.kernel.Panels;

/** What one thread has at hand while it works on a block of rows. */
public final class Worker {

    private final int number;
    private final Kernels kernels;
    private final float[][] rooms;
    private final boolean[] spans;
    private Batch batch = Batch.NONE;
    private int slice;
    private int row;
    private int rows;
    private boolean fresh;

    /**
     * A worker.
     *
     * @param number its number, from 0
     * @param rooms memory of each room: the batch's, which all workers share, or its own for a block
     * @param spans which of them are the batch's
     */
    private Worker(int number, Kernels kernels, float[][] rooms, boolean[] spans) {
        this.number = number;
        this.kernels = kernels;
        this.rooms = rooms;
        this.spans = spans;
    }

    /**
     * A worker with rooms of its own for one block.
     *
     * @param shared the rooms that keep the whole batch, for all workers
     */
    static Worker forBlocks(int number, Kernels kernels, List<Room> rooms, float[][] shared) {
        float[][] arrays = shared.clone();
        boolean[] spans = new boolean[rooms.size()];
        for (Room room : rooms) {
            spans[room.index()] = room.spans();
            if (room.used() && !room.spans()) {
                arrays[room.index()] = new float[Panels.ROWS * room.columns()];
            }
        }
        return new Worker(number, kernels, arrays, spans);
    }

    /** Goes on with another batch. */
    public void begin(Batch next) {
        batch = next;
    }

    /** Forgets all values: those behind the last column stay from step to step, and must be finite. */
    public void forget() {
        for (float[] room : rooms) {
            Arrays.fill(room, 0);
        }
    }

    /**
     * Goes to a block.
     *
     * @param ofSlice the slice of the batch that the block belongs to
     * @param first position of the block's first row in the batch, a multiple of {@link Panels#ROWS}
     * @param count its rows
     * @param isFirst whether it is the first block of its slice, whose sums start anew
     */
    public void enter(int ofSlice, int first, int count, boolean isFirst) {
        slice = ofSlice;
        row = first;
        rows = count;
        fresh = isFirst;
    }

    /** Its number among the workers. */
    public int number() {
        return number;
    }

    Kernels kernels() {
        return kernels;
    }

    Batch batch() {
        return batch;
    }

    int slice() {
        return slice;
    }

    int row() {
        return row;
    }

    int rows() {
        return rows;
    }

    boolean fresh() {
        return fresh;
    }

    /** The array that a room lies in. */
    float[] array(Room room) {
        return rooms[room.index()];
    }

    /** Where the block begins in it. */
    int from(Room room) {
        return spans[room.index()] ? row * room.columns() : 0;
    }
}
