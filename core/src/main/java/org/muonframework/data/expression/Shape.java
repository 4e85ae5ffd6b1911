package org.muonframework.data.expression;

/**
 * How many elements the lists of a block's rows have. The elements of all rows stand one after the other in one array,
 * from index 0: those of row {@code i} from {@link #from} to before {@link #to}.
 *
 * @param offsets where the lists of a batch begin, and after them where the last one ends
 * @param first the entry of {@code offsets} that belongs to the block's first row
 * @param rows number of rows
 */
record Shape(int[] offsets, int first, int rows) {

    int from(int row) {
        return offsets[first + row] - offsets[first];
    }

    int to(int row) {
        return from(row + 1);
    }

    int length(int row) {
        return offsets[first + row + 1] - offsets[first + row];
    }

    /** Number of elements of all rows together. */
    int elements() {
        return from(rows);
    }

    /** The first row whose list has another length in another shape of as many rows; -1 if there is none. */
    int firstDifference(Shape other) {
        if (offsets == other.offsets && first == other.first) {
            return -1;
        }
        for (int row = 0; row < rows; row++) {
            if (length(row) != other.length(row)) {
                return row;
            }
        }
        return -1;
    }
}
