package org.muonframework.train.compose;

import org.muonframework.spi.RandomStreams;
import org.muonframework.spi.train.Rows;

/** Divides rows into folds at random, by their events: rows of one event are of one fold. */
final class EventFolds {

    private EventFolds() {}

    /**
     * The fold of each row, from 0.
     *
     * @param purpose what the random numbers are for
     */
    static int[] of(Rows rows, int folds, RandomStreams random, String purpose) {
        int[] foldOfRow = new int[rows.size()];
        for (int row = 0; row < foldOfRow.length; row++) {
            long event = rows.events().length == 0 ? row : rows.events()[row];
            foldOfRow[row] = (int) Long.remainderUnsigned(random.derive(purpose, event), folds);
        }
        return foldOfRow;
    }
}
