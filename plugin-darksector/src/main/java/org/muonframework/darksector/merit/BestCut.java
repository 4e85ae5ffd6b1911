package org.muonframework.darksector.merit;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * The cut with the largest figure of merit, for one mass or for all masses of a region: it is found on each half of the
 * events and applied to the other half, so that what follows from it is not better by chance.
 *
 * <p>Thresholds that are tried: {@value #STEPS} steps of equal signal. Of several masses the mean gain over no cut
 * decides. One more background row than has passed is assumed, so that no cut wins by the absence of simulated rows.
 */
final class BestCut {

    private static final int STEPS = 200;

    private final Candidates candidates;
    private final List<MassWindow> windows;
    private final double[] thresholds;
    private final double k;
    private final double backgroundFactor;

    private BestCut(Candidates candidates, List<MassWindow> windows, double k, double backgroundFactor) {
        this.candidates = candidates;
        this.windows = windows;
        this.k = k;
        this.backgroundFactor = backgroundFactor;
        double[] scores = windows.stream()
                .flatMapToDouble(window -> Arrays.stream(window.signal()).mapToDouble(candidates::score))
                .sorted()
                .toArray();
        thresholds = IntStream.range(0, scores.length == 0 ? 0 : STEPS)
                .mapToDouble(step -> scores[(int) ((long) step * scores.length / STEPS)])
                .distinct()
                .toArray();
    }

    /**
     * Finds it.
     *
     * @param backgroundFactor by what the background is multiplied to be that of the data
     * @return empty if one half of the events has no signal
     */
    static Optional<Cut> of(Candidates candidates, List<MassWindow> windows, double k, double backgroundFactor) {
        BestCut search = new BestCut(candidates, windows, k, backgroundFactor);
        double fromFirst = search.best(0);
        double fromSecond = search.best(1);
        return Double.isNaN(fromFirst) || Double.isNaN(fromSecond)
                ? Optional.empty()
                : Optional.of(new Cut(fromSecond, fromFirst));
    }

    /** The best threshold of one half; of equal ones the loosest. */
    private double best(int half) {
        double[] gains = new double[thresholds.length];
        for (MassWindow window : windows) {
            double[] signal = sums(window.signal(), half);
            double[] background = sums(window.background(), half);
            if (signal[0] > 0) {
                double row = 2 * backgroundFactor * meanWeight(window.background(), half);
                double before = PunziMerit.of(1, 2 * backgroundFactor * background[0] + row, k);
                for (int t = 0; t < gains.length; t++) {
                    double efficiency = signal[t + 1] / signal[0];
                    double passed = 2 * backgroundFactor * Math.max(0, background[t + 1]) + row;
                    gains[t] += PunziMerit.of(efficiency, passed, k) / before;
                }
            }
        }
        int best = IntStream.range(0, gains.length).reduce(0, (one, other) -> gains[other] > gains[one] ? other : one);
        return gains.length == 0 || !(gains[best] > 0) ? Double.NaN : thresholds[best];
    }

    /** Σw of the rows of one half: all, then those at or above each threshold. */
    private double[] sums(int[] rows, int half) {
        double[] sums = new double[thresholds.length + 2];
        for (int row : rows) {
            if (candidates.half(row) == half) {
                int at = Arrays.binarySearch(thresholds, candidates.score(row));
                sums[at >= 0 ? at + 1 : -at - 1] += candidates.weight(row);
            }
        }
        for (int t = thresholds.length; t >= 0; t--) {
            sums[t] += sums[t + 1];
        }
        return sums;
    }

    private double meanWeight(int[] rows, int half) {
        DoubleStream weights = Arrays.stream(rows)
                .filter(row -> candidates.half(row) == half)
                .mapToDouble(row -> Math.abs(candidates.weight(row)));
        return weights.average().orElse(0);
    }
}
