package org.muonframework.report.draw;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.muonframework.spi.figure.Mark;
import org.muonframework.spi.figure.Shape;

/** Sums the values of boxes along an axis. */
final class ProjectedBoxes {

    /** Edges nearer than this part of the whole span are one. */
    private static final double SAME = 1e-6;

    /** A box that reaches less far into a cell, as a part of its size, is not in it. */
    private static final double SHARED = 1e-4;

    /** Boxes with more edges than this lie on no grid, and are spread over one of even cells. */
    private static final int MOST_CELLS = 256;

    private static final int EVEN_CELLS = 64;

    private ProjectedBoxes() {}

    /**
     * A map whose cells are those of the grid that the boxes lie on; each box is shared out by the areas in which it
     * overlaps with cells, so that the map has the sum of all values. Cells without boxes are blank.
     */
    static Mark.HeatMap of(Shape.Boxes boxes, int[] plane) {
        double[] x = Projections.along(boxes.x(), boxes.y(), boxes.z(), plane[0]);
        double[] y = Projections.along(boxes.x(), boxes.y(), boxes.z(), plane[1]);
        double[] halfX = Projections.along(boxes.halfX(), boxes.halfY(), boxes.halfZ(), plane[0]);
        double[] halfY = Projections.along(boxes.halfX(), boxes.halfY(), boxes.halfZ(), plane[1]);
        double[] xEdges = edges(x, halfX);
        double[] yEdges = edges(y, halfY);
        double[][] sums = new double[xEdges.length - 1][yEdges.length - 1];
        for (double[] column : sums) {
            Arrays.fill(column, Double.NaN);
        }
        for (int i = 0; i < x.length; i++) {
            Shares alongX = Shares.of(xEdges, x[i], halfX[i]);
            Shares alongY = Shares.of(yEdges, y[i], halfY[i]);
            for (int ix = 0; ix < alongX.parts.length; ix++) {
                double[] column = sums[alongX.first + ix];
                for (int iy = 0; iy < alongY.parts.length; iy++) {
                    int cell = alongY.first + iy;
                    double before = Double.isNaN(column[cell]) ? 0 : column[cell];
                    column[cell] = before + alongX.parts[ix] * alongY.parts[iy] * boxes.values()[i];
                }
            }
        }
        return new Mark.HeatMap(boxes.label(), xEdges, yEdges, sums, false);
    }

    /** The parts of a box along an axis that lie in each of some neighbouring cells; together they are 1. */
    private record Shares(int first, double[] parts) {

        static Shares of(double[] edges, double centre, double half) {
            int first = cell(edges, centre - half * (1 - SHARED));
            int last = cell(edges, centre + half * (1 - SHARED));
            double[] parts = new double[last - first + 1];
            double sum = 0;
            for (int i = 0; i < parts.length; i++) {
                double low = Math.max(edges[first + i], centre - half);
                double high = Math.min(edges[first + i + 1], centre + half);
                parts[i] = Math.max(0, high - low);
                sum += parts[i];
            }
            for (int i = 0; i < parts.length; i++) {
                parts[i] /= sum;
            }
            return new Shares(first, parts);
        }

        private static int cell(double[] edges, double value) {
            int at = Arrays.binarySearch(edges, value);
            return Math.max(0, Math.min(edges.length - 2, at < 0 ? -at - 2 : at));
        }
    }

    private static double[] edges(double[] centres, double[] halves) {
        if (centres.length == 0) {
            return new double[] {0, 1};
        }
        double[] all = new double[2 * centres.length];
        for (int i = 0; i < centres.length; i++) {
            all[2 * i] = centres[i] - halves[i];
            all[2 * i + 1] = centres[i] + halves[i];
        }
        Arrays.sort(all);
        double span = all[all.length - 1] - all[0];
        int kept = 1;
        for (int i = 1; i < all.length; i++) {
            if (all[i] - all[kept - 1] > SAME * span) {
                all[kept++] = all[i];
            }
        }
        double low = all[0];
        return kept <= MOST_CELLS + 1
                ? Arrays.copyOf(all, kept)
                : DoubleStream.iterate(0, i -> i + 1)
                        .limit(EVEN_CELLS + 1)
                        .map(i -> low + span * i / EVEN_CELLS)
                        .toArray();
    }
}
