package org.muonframework.calorimeter.display;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.muonframework.calorimeter.grid.CellGrid;
import org.muonframework.calorimeter.simulation.Track;
import org.muonframework.spi.figure.Axis;
import org.muonframework.spi.figure.Scene;
import org.muonframework.spi.figure.Shape;
import org.muonframework.spi.train.SparseImages;

/** One event in the calorimeter, in cm until it is drawn. */
final class EventScene {

    /** Energy in GeV from which on a cell tells no more of where the muon went: what one loses in a layer. */
    private static final double OF_MUON = 0.05;

    /** Straight pieces of the muon's way. */
    private static final int PIECES = 20;

    private final float[] energies = new float[CellGrid.CELLS];
    private final double truth;
    private final double x;
    private final double y;

    /**
     * Takes an event.
     *
     * @param truth the muon's energy in GeV; NaN where it is not known
     * @param x where it enters, in cm; NaN where that is not known
     * @param y in cm
     */
    EventScene(SparseImages cells, int row, double truth, double x, double y) {
        cells.addTo(energies, row, 0);
        this.truth = truth;
        this.x = x;
        this.y = y;
    }

    /** An energy as people write it: {@code 312 GeV}. */
    static String energy(double energy) {
        return String.format(Locale.ROOT, Math.abs(energy) < 10 ? "%.2g GeV" : "%.0f GeV", energy);
    }

    /**
     * What is seen of it.
     *
     * @param name of the scene
     * @param begin what the caption says of the muon, up to the cells
     * @param threshold cells of less energy in MeV are not shown
     * @param field magnetic field along y in T
     */
    Scene scene(String name, String begin, double threshold, double field) {
        int[] hits = IntStream.range(0, CellGrid.CELLS)
                .filter(cell -> energies[cell] > 0)
                .toArray();
        int[] shown = Arrays.stream(hits)
                .filter(cell -> 1000 * energies[cell] >= threshold)
                .toArray();
        double sum = Arrays.stream(hits).mapToDouble(cell -> energies[cell]).sum();
        List<Shape> shapes = new ArrayList<>();
        shapes.add(boxes(shown));
        boolean entry = Double.isFinite(x) && Double.isFinite(y) && truth > 0;
        if (entry) {
            shapes.add(new Shape.Lines("muon", List.of(line(track(hits, field)))));
        }
        double edge = 10 * CellGrid.EDGE;
        shapes.add(new Shape.Frame(
                "calorimeter", new double[] {-edge, -edge, 0}, new double[] {edge, edge, 10 * CellGrid.LENGTH}));
        String caption = begin + ": " + hits.length + " cells with " + energy(sum) + " together, of which "
                + shown.length + " with at least "
                + BigDecimal.valueOf(threshold).stripTrailingZeros().toPlainString()
                + " MeV are shown."
                + (entry
                        ? " The line is the way of the muon by where it enters and its true energy, bent by the field"
                                + " to the side where the cells are."
                        : "");
        return Scene.of(
                        name,
                        truth > 0 ? "Muon of " + energy(truth) : "Muon",
                        caption,
                        Axis.of("x", "mm"),
                        Axis.of("y", "mm"),
                        Axis.of("z", "mm"),
                        shapes)
                .stretched();
    }

    private Shape boxes(int[] cells) {
        double[] alongX = new double[cells.length];
        double[] alongY = new double[cells.length];
        double[] alongZ = new double[cells.length];
        double[] values = new double[cells.length];
        for (int i = 0; i < cells.length; i++) {
            alongX[i] = 10 * CellGrid.across(CellGrid.column(cells[i]));
            alongY[i] = 10 * CellGrid.across(CellGrid.row(cells[i]));
            alongZ[i] = 10 * CellGrid.along(CellGrid.layer(cells[i]));
            values[i] = energies[cells[i]];
        }
        double half = 5 * CellGrid.WIDTH;
        return Shape.Boxes.of(
                "E [GeV]", alongX, alongY, alongZ, new double[] {half, half, 5 * CellGrid.DEPTH}, values, true);
    }

    /** The way of the muon: of the two charges the one whose way is nearer to the cells. */
    private Track track(int[] hits, double field) {
        Track positive = Track.of(x, y, truth, 1, field);
        Track negative = Track.of(x, y, truth, -1, field);
        return distance(positive, hits) <= distance(negative, hits) ? positive : negative;
    }

    private double distance(Track track, int[] hits) {
        double sum = 0;
        for (int cell : hits) {
            double away = CellGrid.across(CellGrid.column(cell)) - track.x(CellGrid.along(CellGrid.layer(cell)));
            sum += Math.min(energies[cell], OF_MUON) * Math.abs(away);
        }
        return sum;
    }

    private Shape.Line line(Track track) {
        double[] alongZ = new double[PIECES + 1];
        double[] alongX = new double[PIECES + 1];
        double[] alongY = new double[PIECES + 1];
        for (int i = 0; i <= PIECES; i++) {
            double z = CellGrid.LENGTH * i / PIECES;
            alongZ[i] = 10 * z;
            alongX[i] = 10 * track.x(z);
            alongY[i] = 10 * y;
        }
        return new Shape.Line(alongX, alongY, alongZ);
    }
}
