package org.muonframework.report;

import java.util.List;
import java.util.Random;
import org.muonframework.spi.figure.Axis;
import org.muonframework.spi.figure.Scene;
import org.muonframework.spi.figure.Shape;

/** Displays of events, for the tests and to be looked at. */
public final class EventScenes {

    /** Cells of the calorimeter that have an energy. */
    public static final int CELLS = 300;

    private EventScenes() {}

    /** A muon of 2 TeV in a calorimeter of 50 × 32 × 32 cells; energies span decades. */
    public static Scene calorimeter() {
        Random random = new Random(7);
        double[] x = new double[CELLS];
        double[] y = new double[CELLS];
        double[] z = new double[CELLS];
        double[] energies = new double[CELLS];
        boolean[] taken = new boolean[50 * 32 * 32];
        for (int i = 0; i < CELLS; i++) {
            int cell;
            do {
                int layer = random.nextInt(50);
                double spread = i % 6 == 0 ? 4 : 1;
                int column = (int) Math.max(0, Math.min(31, Math.floor(16 + spread * random.nextGaussian())));
                double middle = 16 + 0.06 * layer;
                int row = (int) Math.max(0, Math.min(31, Math.floor(middle + spread * random.nextGaussian())));
                cell = (layer * 32 + row) * 32 + column;
                x[i] = 37.5 * (column - 15.5);
                y[i] = 37.5 * (row - 15.5);
                z[i] = 40 * (layer + 0.5);
            } while (taken[cell]);
            taken[cell] = true;
            energies[i] = 0.01 * Math.exp(2.2 * Math.abs(random.nextGaussian()));
        }
        return Scene.of(
                "event",
                "Muon of 2 TeV",
                "Cells of the calorimeter with more than 10 MeV, and the muon.",
                Axis.of("x", "mm"),
                Axis.of("y", "mm"),
                Axis.of("z", "mm"),
                List.of(
                        Shape.Boxes.of("E [GeV]", x, y, z, new double[] {18.75, 18.75, 20}, energies, true),
                        new Shape.Lines(
                                "muon",
                                List.of(new Shape.Line(
                                        new double[] {0, 0, 4}, new double[] {0, 40, 130}, new double[] {-100, 900, 2100
                                        }))),
                        new Shape.Frame("calorimeter", new double[] {-600, -600, 0}, new double[] {600, 600, 2000})));
    }

    /** Two muons from a vertex in a tracker: outlines, lines and points, and axes that are not to scale. */
    public static Scene tracker() {
        return Scene.of(
                        "tracker",
                        "Z → μ^{+}μ^{−}",
                        "Two muons in the tracker.",
                        Axis.of("x", "m"),
                        Axis.of("y", "m"),
                        Axis.of("z", "m"),
                        List.of(
                                new Shape.Cylinder("tracker", new double[] {0, 0, -3}, new double[] {0, 0, 3}, 1.2),
                                new Shape.Lines(
                                        "μ^{±}",
                                        List.of(
                                                new Shape.Line(
                                                        new double[] {0, 0.5, 1},
                                                        new double[] {0, 0.3, 0.4},
                                                        new double[] {0.1, 1, 2}),
                                                new Shape.Line(
                                                        new double[] {0, -1},
                                                        new double[] {0, -0.5},
                                                        new double[] {0.1, -1.5}))),
                                new Shape.Points("vertex", new double[] {0}, new double[] {0}, new double[] {0.1})))
                .stretched();
    }
}
