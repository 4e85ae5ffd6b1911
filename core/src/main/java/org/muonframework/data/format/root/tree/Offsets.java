package org.muonframework.data.format.root.tree;

import java.util.Arrays;

/** Offsets of lists that grow by one list at a time. */
final class Offsets {

    private static final int FEWEST = 64;

    private int[] ends = new int[FEWEST];
    private int lists;

    void add(int elements) {
        if (lists + 1 == ends.length) {
            ends = Arrays.copyOf(ends, 2 * ends.length);
        }
        ends[lists + 1] = ends[lists] + elements;
        lists++;
    }

    void clear() {
        lists = 0;
    }

    int[] take() {
        return Arrays.copyOf(ends, lists + 1);
    }
}
