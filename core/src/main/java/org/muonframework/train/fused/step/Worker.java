package org.muonframework.train.fused.step;

import java.util.Arrays;
import java.util.List;
import org.muonframework.train.fused.kernel.Kernels;
import org.muonframework.train.fused.kernel.VolumeKernels;

/** What one thread has at hand while it works on a block of rows. */
public final class Worker {

    private final int number;
    private final Kernels kernels;
    private final VolumeKernels volumes;
    private final int blockRows;
    private final float[][] memory;
    private final float[][] arrays;
    private final int[] offsets;
    private final int[] steps;
    private float[] scratch = new float[0];
    private Batch batch = Batch.NONE;
    private int slice;
    private int row;
    private int rows;
    private boolean fresh;

    /**
     * A worker.
     *
     * @param number its number, from 0
     * @param rooms all rooms
     * @param where what they lie in
     * @param ofBatch the memory of the whole batch, for all workers
     */
    Worker(int number, Kernels kernels, List<Room> rooms, Memory where, float[][] ofBatch) {
        this.number = number;
        this.kernels = kernels;
        this.volumes = kernels.volumes();
        this.blockRows = where.blockRows();
        this.memory = where.ofWorker(ofBatch);
        this.arrays = new float[rooms.size()][0];
        this.offsets = new int[rooms.size()];
        this.steps = new int[rooms.size()];
        for (Room room : rooms) {
            if (room.root().used()) {
                arrays[room.index()] = memory[where.piece(room)];
                offsets[room.index()] = room.offset();
                steps[room.index()] = where.step(room);
            }
        }
    }

    /** Goes on with another batch. */
    public void begin(Batch next) {
        batch = next;
    }

    /** Forgets all values: those behind the last column stay from step to step, and must be finite. */
    public void forget() {
        for (float[] piece : memory) {
            Arrays.fill(piece, 0);
        }
    }

    /**
     * Goes to a block.
     *
     * @param ofSlice the slice of the batch that the block belongs to
     * @param first position of the block's first row in the batch, a multiple of the rows of a block
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

    VolumeKernels volumes() {
        return volumes;
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

    int blockRows() {
        return blockRows;
    }

    /** Whether sums over the batch start anew. */
    boolean fresh() {
        return fresh;
    }

    /** Whether sums over all parts of a batch start anew. */
    boolean starts() {
        return fresh && slice >= batch.begun();
    }

    /** The array that a room lies in. */
    float[] array(Room room) {
        return arrays[room.index()];
    }

    /** Where the block begins in it. */
    int from(Room room) {
        return row / blockRows * steps[room.index()] + offsets[room.index()];
    }

    /** Memory for use within one operation, at least so many numbers. */
    float[] scratch(int size) {
        if (scratch.length < size) {
            scratch = new float[size];
        }
        return scratch;
    }

    /** y = x, for rooms of the same form. */
    void copy(Room x, Room y) {
        if (x.isVolume()) {
            volumes.copy(x.volume(), array(x), from(x), y.volume(), array(y), from(y));
        } else {
            System.arraycopy(array(x), from(x), array(y), from(y), y.size(blockRows));
        }
    }

    /** y += x, for rooms of the same form. */
    void add(Room x, Room y) {
        if (x.isVolume()) {
            volumes.add(x.volume(), array(x), from(x), y.volume(), array(y), from(y));
        } else {
            kernels.add(rows, y.columns(), array(x), from(x), array(y), from(y));
        }
    }
}
