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

    /** Adds up rows that stand in order. */
    static EventSums of(Candidates candidates, int[] rows, Cut cut) {
        double[] sums = new double[5];
        double inEvent = 0;
        double all = 0;
        for (int i = 0; i < rows.length; i++) {
            int row = rows[i];
            double weight = candidates.weight(row);
            all += weight;
            inEvent += cut.passes(candidates.score(row), candidates.half(row)) ? weight : 0;
            if (i + 1 == rows.length || !candidates.sameEvent(row, rows[i + 1])) {
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
