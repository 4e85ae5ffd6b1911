package org.muonframework.data;

import java.util.List;

/** Takes the rows that are left after selection and missing values, and divides them by event. */
interface RowSink {

    /**
     * Takes some rows of a batch.
     *
     * @param values the values of the whole batch
     * @param rows indices of the rows to take
     * @param count number of them
     */
    void append(BatchValues values, int[] rows, int count);

    /** Number of rows taken and kept. */
    long rows();

    /** Number of hits of all images of these rows. */
    long hits();

    /** What went where. */
    List<StepCount> steps();
}
