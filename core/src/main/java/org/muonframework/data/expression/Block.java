package org.muonframework.data.expression;

import java.util.ArrayDeque;
import java.util.Deque;
import org.muonframework.spi.data.Batch;

/** The rows that are computed together, and the arrays lent to the nodes that compute them; used by one thread. */
final class Block {

    /** Most rows of a block: a handful of its arrays stay in the processor's nearest caches. */
    static final int ROWS = 1024;

    private final Batch batch;
    private final Deque<double[]> free = new ArrayDeque<>();
    private final Deque<double[]> freeElements = new ArrayDeque<>();
    private int first;
    private int rows;

    Block(Batch batch) {
        this.batch = batch;
    }

    /** Goes on to other rows of the same batch. */
    void moveTo(int newFirst, int newRows) {
        first = newFirst;
        rows = newRows;
    }

    Batch batch() {
        return batch;
    }

    /** Index of the first row within the batch. */
    int first() {
        return first;
    }

    int rows() {
        return rows;
    }

    /** An array of at least {@link #rows()} values, whose content is undefined. */
    double[] borrow() {
        double[] array = free.poll();
        return array == null ? new double[Math.min(ROWS, Math.max(batch.rows(), 1))] : array;
    }

    void giveBack(double[] array) {
        free.push(array);
    }

    /** An array of at least so many values for the elements of lists, whose content is undefined. */
    double[] borrowElements(int count) {
        double[] array = freeElements.poll();
        return array != null && array.length >= count ? array : new double[count + count / 4];
    }

    void giveBackElements(double[] array) {
        freeElements.push(array);
    }
}
