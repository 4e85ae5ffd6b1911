package org.muonframework.darksector.merit;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The cut with the largest figure of merit, for one mass or for all masses of a region: for each fold of the events it
 * is found on the other folds, so that what follows from it is not better by chance.
 *
 * <p>Thresholds that are tried: {@value #STEPS} steps of equal signal. Of several masses the mean gain over no cut
 * decides. One more background row than has passed is assumed, so that no cut wins by the absence of simulated rows.
 */
final class BestCut {

    private static final int STEPS = 200;

    private final double[] thresholds;
    private final double[][] gains;
    private final double k;
    private final double factor;

    private BestCut(double[] thresholds, double k, double factor) {
        this.thresholds = thresholds;
        this.k = k;
        this.factor = factor;
        gains = new double[Cut.FOLDS][thresholds.length];
    }

    /**
     * Finds it.
     *
     * @param factor by what the background is multiplied to be that of the data
     * @return empty if there is no signal outside of one of the folds
     */
    static Optional<Cut> of(List<MassWindow> windows, double k, double factor) {
        BestCut search = new BestCut(steps(windows), k, factor);
        windows.forEach(search::add);
        double[] best = new double[Cut.FOLDS];
        for (int fold = 0; fold < best.length; fold++) {
            double[] ofFold = search.gains[fold];
            int at = IntStream.range(0, ofFold.length)
                    .reduce(0, (one, other) -> ofFold[other] > ofFold[one] ? other : one);
            if (ofFold.length == 0 || !(ofFold[at] > 0)) {
                return Optional.empty();
            }
            best[fold] = search.thresholds[at];
        }
        return Optional.of(new Cut(best));
    }

    private static double[] steps(List<MassWindow> windows) {
        int size = windows.stream().mapToInt(window -> window.signal().size()).sum();
        float[] scores = new float[size];
        int at = 0;
        for (MassWindow window : windows) {
            System.arraycopy(
                    window.signal().scores(), 0, scores, at, window.signal().size());
            at += window.signal().size();
        }
        Arrays.sort(scores);
        return IntStream.range(0, size == 0 ? 0 : STEPS)
                .mapToDouble(step -> scores[(int) ((long) step * size / STEPS)])
                .distinct()
                .toArray();
    }

    /** Adds the gain of each threshold in a window, to each fold that of the other folds. */
    private void add(MassWindow window) {
        double[][] signal = outside(window.signal());
        double[][] background = outside(window.background());
        double others = factor * Cut.FOLDS / (Cut.FOLDS - 1);
        double row = others * meanWeight(window.background());
        for (int fold = 0; fold < Cut.FOLDS; fold++) {
            double all = signal[fold][0];
            double before = PunziMerit.of(1, others * Math.max(0, background[fold][0]) + row, k);
            for (int t = 0; all > 0 && t < thresholds.length; t++) {
                double passed = others * Math.max(0, background[fold][t + 1]) + row;
                gains[fold][t] += PunziMerit.of(signal[fold][t + 1] / all, passed, k) / before;
            }
        }
    }

    /** Σw of the rows outside of each fold: first of all, then of those at or above each threshold. */
    private double[][] outside(RowSet rows) {
        double[][] sums = new double[Cut.FOLDS][thresholds.length + 1];
        double[] all = new double[thresholds.length + 1];
        for (int row = 0; row < rows.size(); row++) {
            int at = Arrays.binarySearch(thresholds, rows.scores()[row]);
            int passed = at >= 0 ? at + 1 : -at - 1;
            sums[rows.fold(row)][passed] += rows.weights()[row];
            all[passed] += rows.weights()[row];
        }
        for (double[] ofFold : sums) {
            double sum = 0;
            for (int t = thresholds.length; t >= 0; t--) {
                sum += all[t] - ofFold[t];
                ofFold[t] = sum;
            }
        }
        return sums;
    }

    private static double meanWeight(RowSet rows) {
        return Arrays.stream(rows.weights()).map(Math::abs).average().orElse(0);
    }
}
