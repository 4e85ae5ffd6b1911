package org.muonframework.darksector.merit;

/**
 * Sums over events of the weight W of all candidates of an event and of the weight w of those that pass a cut.
 * Candidates of one event fluctuate together, so squares are those of events.
 *
 * @param passed Σw
 * @param passedSquares Σw²
 * @param total ΣW
 * @param squares ΣW²
 * @param cross ΣwW
 */
record EventSums(double passed, double passedSquares, double total, double squares, double cross) {

    static EventSums of(RowSet rows, Cut cut) {
        double[] sums = new double[5];
        double inEvent = 0;
        double all = 0;
        for (int row = 0; row < rows.size(); row++) {
            double weight = rows.weights()[row];
            all += weight;
            inEvent += cut.passes(rows.scores()[row], rows.fold(row)) ? weight : 0;
            if (row + 1 == rows.size() || rows.events()[row] != rows.events()[row + 1]) {
                sums[0] += inEvent;
                sums[1] += inEvent * inEvent;
                sums[2] += all;
                sums[3] += all * all;
                sums[4] += inEvent * all;
                inEvent = 0;
                all = 0;
            }
        }
        return new EventSums(sums[0], sums[1], sums[2], sums[3], sums[4]);
    }

    /** The variance of a·Σw + b·ΣW for Poisson distributed events. */
    double variance(double a, double b) {
        return a * a * passedSquares + 2 * a * b * cross + b * b * squares;
    }
}
