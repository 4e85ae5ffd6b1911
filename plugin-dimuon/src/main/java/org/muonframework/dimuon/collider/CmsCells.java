package org.muonframework.dimuon.collider;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.muonframework.spi.display.Event;
import org.muonframework.spi.figure.Shape;

/**
 * Cells of the calorimeters of a CMS event, in m and GeV.
 *
 * @param cells the cells with enough energy
 */
record CmsCells(List<Cell> cells) {

    /** Collections of cells: of the electromagnetic calorimeter, barrel and endcaps, and of the hadronic one. */
    static final List<String> COLLECTIONS = List.of("EBRecHits", "EERecHits", "HBRecHits", "HERecHits");

    /** The corners of a cell, each a vector. */
    static final List<String> CORNERS = Stream.of("front_", "back_")
            .flatMap(face -> IntStream.rangeClosed(1, 4).mapToObj(corner -> face + corner))
            .toList();

    /** Crystals are 2 cm wide: in a detector of 20 m they would not be seen. */
    private static final double LEAST_HALF = 0.08;

    /** A cell: its centre, half its lengths, its energy. */
    record Cell(double[] centre, double[] half, double energy) {}

    static CmsCells of(Event event, double leastEnergy) {
        Lists lists = new Lists(event);
        List<Cell> cells = new ArrayList<>();
        for (String collection : COLLECTIONS) {
            double[] energies = lists.numbers(collection + "_energy");
            List<List<double[]>> corners = CORNERS.stream()
                    .map(corner -> lists.vectors(collection + "_" + corner))
                    .toList();
            int count = corners.stream().mapToInt(List::size).reduce(energies.length, Math::min);
            for (int i = 0; i < count; i++) {
                int cell = i;
                if (energies[i] >= leastEnergy) {
                    cells.add(cell(
                            corners.stream().map(corner -> corner.get(cell)).toList(), energies[i]));
                }
            }
        }
        cells.removeIf(cell -> !Double.isFinite(cell.centre[0] + cell.centre[1] + cell.centre[2] + cell.energy));
        return new CmsCells(List.copyOf(cells));
    }

    /** The box about the corners. */
    private static Cell cell(List<double[]> corners, double energy) {
        double[] centre = new double[3];
        double[] half = new double[3];
        for (int axis = 0; axis < 3; axis++) {
            int along = axis;
            double low = corners.stream().mapToDouble(at -> at[along]).min().orElseThrow();
            double high = corners.stream().mapToDouble(at -> at[along]).max().orElseThrow();
            centre[axis] = (low + high) / 2;
            half[axis] = Math.max(LEAST_HALF, (high - low) / 2);
        }
        return new Cell(centre, half, energy);
    }

    /** Boxes coloured by their energies. */
    Shape boxes() {
        return new Shape.Boxes(
                "E [GeV]",
                centres(0),
                centres(1),
                centres(2),
                halves(0),
                halves(1),
                halves(2),
                cells.stream().mapToDouble(Cell::energy).toArray(),
                true);
    }

    private double[] centres(int axis) {
        return cells.stream().mapToDouble(cell -> cell.centre()[axis]).toArray();
    }

    private double[] halves(int axis) {
        return cells.stream().mapToDouble(cell -> cell.half()[axis]).toArray();
    }
}
