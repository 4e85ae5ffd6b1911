package org.muonframework.train.fused.kernel;

import java.util.Arrays;

/** Sums over the rows of a group, in an order that vectors can follow: each half is added to the other, again and again. */
final class LaneSums {

    private static final int HALF = Volume.LANES / 2;
    private static final int QUARTER = Volume.LANES / 4;

    private LaneSums() {}

    /** The sum of the first lanes; the others become 0. */
    static float total(int rows, float[] lanes) {
        Arrays.fill(lanes, rows, Volume.LANES, 0);
        return total(lanes, 0);
    }

    /** Adds the totals of some groups of lanes, one after the other, to numbers side by side. */
    static void add(int groups, float[] lanes, int from, float[] totals, int to) {
        for (int group = 0; group < groups; group++) {
            totals[to + group] += total(lanes, from + group * Volume.LANES);
        }
    }

    private static float total(float[] lanes, int from) {
        float first = 0;
        float second = 0;
        for (int lane = from; lane < from + QUARTER; lane += 2) {
            first += lanes[lane] + lanes[lane + HALF] + (lanes[lane + QUARTER] + lanes[lane + HALF + QUARTER]);
            second += lanes[lane + 1]
                    + lanes[lane + 1 + HALF]
                    + (lanes[lane + 1 + QUARTER] + lanes[lane + 1 + HALF + QUARTER]);
        }
        return first + second;
    }
}
