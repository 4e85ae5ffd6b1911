package org.muonframework.data;

import org.muonframework.spi.data.Batch;
import org.muonframework.spi.problem.Problem;

/** Values of one kind that should not be there: how many, and where the first one is. */
final class BadValues {

    private final String what;
    private long count;
    private String firstPlace = "";
    private double firstValue;

    /** Of a column and what is wrong with it: {@code feature 'pt' is missing}. */
    BadValues(String what) {
        this.what = what;
    }

    void add(Batch batch, int row, double value) {
        if (count++ == 0) {
            firstPlace = batch.place(row);
            firstValue = value;
        }
    }

    long count() {
        return count;
    }

    /**
     * The problem, at its first row.
     *
     * @param advice what to do, a sentence
     */
    Problem problem(String advice) {
        String rows = count == 1 ? "in this row only" : "in " + count + " rows";
        return new Problem(firstPlace, what + " (" + firstValue + " here), " + rows + ". " + advice);
    }
}
