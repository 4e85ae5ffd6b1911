package org.muonframework.data;

import java.util.Arrays;

/**
 * Every k-th of a sequence of numbers of unknown length: k doubles when the sample is full, so that it stays spread over
 * the whole sequence and within its size. Samples that are given the same number of values hold the same positions.
 */
public final class EvenSample {

    private static final int FIRST = 1024;

    private final int capacity;
    private double[] kept = new double[0];
    private int size;
    private long stride = 1;
    private long seen;

    /** A sample of at most {@code capacity} numbers, an even number. */
    public EvenSample(int capacity) {
        this.capacity = capacity;
    }

    /** Takes the next values of the sequence. */
    public void add(double[] values) {
        long next = (seen + stride - 1) / stride * stride;
        while (next < seen + values.length) {
            if (size == capacity) {
                thinOut();
                next = (next + stride - 1) / stride * stride;
                continue;
            }
            if (size == kept.length) {
                kept = Arrays.copyOf(kept, Math.min(capacity, Math.max(FIRST, 2 * size)));
            }
            kept[size++] = values[(int) (next - seen)];
            next += stride;
        }
        seen += values.length;
    }

    private void thinOut() {
        for (int i = 0; 2 * i < size; i++) {
            kept[i] = kept[2 * i];
        }
        size /= 2;
        stride *= 2;
    }

    /** The sampled values, in their order. */
    public double[] values() {
        return Arrays.copyOf(kept, size);
    }
}
