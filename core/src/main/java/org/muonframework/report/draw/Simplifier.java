package org.muonframework.report.draw;

import java.util.BitSet;

/** Leaves out points of a line that nobody would miss (Douglas and Peucker, 1973). */
final class Simplifier {

    private static final double TOLERANCE = 0.05;

    private Simplifier() {}

    /** The indices of the points to keep, so that none of the others lies visibly off the line through those. */
    static int[] kept(double[] x, double[] y) {
        BitSet kept = new BitSet(x.length);
        if (x.length > 0) {
            kept.set(0);
            kept.set(x.length - 1);
            int[] stack = new int[2 * x.length + 2];
            int depth = 0;
            stack[depth++] = 0;
            stack[depth++] = x.length - 1;
            while (depth > 0) {
                int last = stack[--depth];
                int first = stack[--depth];
                int farthest = farthest(x, y, first, last);
                if (farthest > first) {
                    kept.set(farthest);
                    stack[depth++] = first;
                    stack[depth++] = farthest;
                    stack[depth++] = farthest;
                    stack[depth++] = last;
                }
            }
        }
        return kept.stream().toArray();
    }

    /** The point farthest from the straight line between two others, or the first if all lie near. */
    private static int farthest(double[] x, double[] y, int first, int last) {
        double dx = x[last] - x[first];
        double dy = y[last] - y[first];
        double square = dx * dx + dy * dy;
        int farthest = first;
        double largest = TOLERANCE;
        for (int i = first + 1; i < last; i++) {
            double toX = x[i] - x[first];
            double toY = y[i] - y[first];
            double along = square == 0 ? 0 : Math.max(0, Math.min(1, (toX * dx + toY * dy) / square));
            double distance = Math.hypot(toX - along * dx, toY - along * dy);
            if (distance > largest) {
                largest = distance;
                farthest = i;
            }
        }
        return farthest;
    }
}
