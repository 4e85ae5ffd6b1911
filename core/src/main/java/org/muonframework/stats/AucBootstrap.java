package org.muonframework.stats;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * The uncertainty of the area under a ROC curve from bootstrap samples, in which each row appears a Poisson(1)
 * distributed number of times (B. Efron, Ann. Stat. 7 (1979) 1; N. Oza and S. Russell, AISTATS 2001).
 *
 * <p>The rows are sorted once, and all samples go through them together, block by block. Of more than
 * {@value #MOST_ROWS} rows that many are drawn, spread evenly, and the error is scaled by the root of the ratio of the
 * effective numbers: what that adds is far below the 7 % to which {@value #REPLICAS} samples know a standard deviation.
 */
public final class AucBootstrap {

    /** Number of bootstrap samples. */
    public static final int REPLICAS = 100;

    /** Of more rows, this many are looked at. */
    public static final int MOST_ROWS = 500_000;

    private static final int BLOCK = 4096;

    private AucBootstrap() {}

    /**
     * Standard error of the area: the standard deviation over the samples.
     *
     * @param scores larger for signal; not NaN
     * @param isSignal the true class of each row
     * @param weights the weight of each row with its sign
     * @param seed the samples are always the same for the same seed
     * @return NaN if fewer than half of the samples have an area
     */
    public static double error(double[] scores, boolean[] isSignal, double[] weights, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        if (scores.length <= MOST_ROWS) {
            return ofAll(scores, isSignal, weights, random);
        }
        double[] someScores = new double[MOST_ROWS];
        boolean[] someSignal = new boolean[MOST_ROWS];
        double[] someWeights = new double[MOST_ROWS];
        double step = (double) scores.length / MOST_ROWS;
        for (int i = 0; i < MOST_ROWS; i++) {
            int row = Math.min(scores.length - 1, (int) ((i + random.nextDouble()) * step));
            someScores[i] = scores[row];
            someSignal[i] = isSignal[row];
            someWeights[i] = weights[row];
        }
        return ofAll(someScores, someSignal, someWeights, random)
                * Math.sqrt(effectiveNumber(someWeights) / effectiveNumber(weights));
    }

    private static double effectiveNumber(double[] weights) {
        double sum = 0;
        double squares = 0;
        for (double weight : weights) {
            sum += weight;
            squares += weight * weight;
        }
        return sum * sum / squares;
    }

    private static double ofAll(double[] scores, boolean[] isSignal, double[] weights, SplittableRandom random) {
        Replica[] replicas = new Replica[REPLICAS];
        for (int r = 0; r < REPLICAS; r++) {
            replicas[r] = new Replica(random.split());
        }
        int n = scores.length;
        int[] order = Ranking.ascending(scores);
        double[] signal = new double[BLOCK];
        double[] background = new double[BLOCK];
        boolean[] last = new boolean[BLOCK];
        for (int from = n; from > 0; from -= BLOCK) {
            int rows = Math.min(BLOCK, from);
            for (int i = 0; i < rows; i++) {
                int at = from - 1 - i;
                int row = order[at];
                signal[i] = isSignal[row] ? weights[row] : 0;
                background[i] = isSignal[row] ? 0 : weights[row];
                last[i] = at == 0 || scores[order[at - 1]] != scores[row];
            }
            for (Replica replica : replicas) {
                replica.add(signal, background, last, rows);
            }
        }
        double[] areas = Arrays.stream(replicas)
                .mapToDouble(Replica::area)
                .filter(area -> !Double.isNaN(area))
                .toArray();
        double[] ones = new double[areas.length];
        Arrays.fill(ones, 1);
        return areas.length < REPLICAS / 2
                ? Double.NaN
                : Moments.of(areas, ones).deviation() * Math.sqrt(areas.length / (areas.length - 1.0));
    }

    /** The area of one bootstrap sample by the trapezoids between different scores, from the highest score down. */
    private static final class Replica {
        private final SplittableRandom random;
        private double signal;
        private double background;
        private double signalBefore;
        private double backgroundBefore;
        private double twiceArea;

        Replica(SplittableRandom random) {
            this.random = random;
        }

        void add(double[] ofSignal, double[] ofBackground, boolean[] last, int rows) {
            double s = signal;
            double b = background;
            double s0 = signalBefore;
            double b0 = backgroundBefore;
            double area = twiceArea;
            long bits = 0;
            for (int i = 0; i < rows; i++) {
                bits = (i & 3) == 0 ? random.nextLong() : bits >>> PoissonTable.BITS;
                int count = PoissonTable.count(bits);
                s += count * ofSignal[i];
                b += count * ofBackground[i];
                if (last[i]) {
                    area += (b - b0) * (s + s0);
                    s0 = s;
                    b0 = b;
                }
            }
            signal = s;
            background = b;
            signalBefore = s0;
            backgroundBefore = b0;
            twiceArea = area;
        }

        double area() {
            return signal > 0 && background > 0 ? twiceArea / (2 * signal * background) : Double.NaN;
        }
    }
}
