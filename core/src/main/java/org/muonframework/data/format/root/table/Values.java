package org.muonframework.data.format.root.table;

/** The values of some rows of a column in a primitive array; unsigned types keep their bits. */
public sealed interface Values {

    /** Number of values; of lists, how many lists. */
    int size();

    /** True or false. */
    record Booleans(boolean[] values) implements Values {
        @Override
        public int size() {
            return values.length;
        }
    }

    /** 8-bit integers. */
    record Bytes(byte[] values) implements Values {
        @Override
        public int size() {
            return values.length;
        }
    }

    /** 16-bit integers. */
    record Shorts(short[] values) implements Values {
        @Override
        public int size() {
            return values.length;
        }
    }

    /** 32-bit integers. */
    record Ints(int[] values) implements Values {
        @Override
        public int size() {
            return values.length;
        }
    }

    /** 64-bit integers. */
    record Longs(long[] values) implements Values {
        @Override
        public int size() {
            return values.length;
        }
    }

    /** 32-bit floating-point numbers. */
    record Floats(float[] values) implements Values {
        @Override
        public int size() {
            return values.length;
        }
    }

    /** 64-bit floating-point numbers. */
    record Doubles(double[] values) implements Values {
        @Override
        public int size() {
            return values.length;
        }
    }

    /** Texts. */
    record Texts(String[] values) implements Values {
        @Override
        public int size() {
            return values.length;
        }
    }

    /**
     * Lists: the i-th holds {@code content} from {@code offsets[i]} to before {@code offsets[i + 1]}.
     *
     * @param offsets one more than there are lists, from 0, not decreasing
     * @param content the elements of all lists, one after the other; lists again where lists are nested
     */
    record Lists(int[] offsets, Values content) implements Values {
        @Override
        public int size() {
            return offsets.length - 1;
        }
    }
}
