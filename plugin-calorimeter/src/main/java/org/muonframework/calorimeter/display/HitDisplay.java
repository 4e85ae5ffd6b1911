package org.muonframework.calorimeter.display;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.muonframework.calorimeter.grid.CellGrid;
import org.muonframework.spi.data.Schema;
import org.muonframework.spi.display.Event;
import org.muonframework.spi.display.EventDisplay;
import org.muonframework.spi.figure.Scene;
import org.muonframework.spi.model.Shape;
import org.muonframework.spi.problem.DataException;
import org.muonframework.spi.train.SparseImages;

/** Draws the hits of one row. */
final class HitDisplay implements EventDisplay {

    private final HitDisplaySettings settings;

    HitDisplay(HitDisplaySettings settings) {
        this.settings = settings;
    }

    @Override
    public Optional<String> objection(Schema columns) {
        return List.of(settings.cells(), settings.energies()).stream()
                .filter(name -> columns.find(name)
                        .filter(column -> column.jagged() && column.type().isNumeric())
                        .isEmpty())
                .findFirst()
                .map(name -> "needs the cells hit and their energies, and there are no lists '" + name + "'");
    }

    @Override
    public Set<String> columns(Schema columns) {
        Set<String> read = new LinkedHashSet<>(List.of(settings.cells(), settings.energies()));
        for (String name : List.of(settings.energy(), settings.x(), settings.y())) {
            columns.find(name)
                    .filter(column -> !column.jagged() && column.type().isNumeric())
                    .ifPresent(column -> read.add(name));
        }
        return read;
    }

    @Override
    public Scene scene(Event event) {
        double truth = number(event, settings.energy());
        EventScene scene = new EventScene(
                hits(event), 0, truth, number(event, settings.x()) / 10, number(event, settings.y()) / 10);
        String muon = truth > 0 ? "A muon of " + EventScene.energy(truth) : "A muon";
        return scene.scene("event", muon, settings.threshold(), settings.field());
    }

    private static double number(Event event, String column) {
        return event.has(column) ? event.number(column) : Double.NaN;
    }

    private SparseImages hits(Event event) {
        double[] numbers = event.numbers(settings.cells());
        double[] energies = event.numbers(settings.energies());
        if (numbers.length != energies.length) {
            throw new DataException(
                    event.place(),
                    "'" + settings.cells() + "' has " + numbers.length + " values, and '" + settings.energies() + "' "
                            + energies.length);
        }
        int[] cells = new int[numbers.length];
        float[] values = new float[numbers.length];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = (int) numbers[i];
            values[i] = (float) energies[i];
            if (cells[i] != numbers[i] || cells[i] < 0 || cells[i] >= CellGrid.CELLS || !Float.isFinite(values[i])) {
                throw new DataException(
                        event.place(),
                        "hit " + (i + 1) + " has " + energies[i] + " GeV in cell " + numbers[i]
                                + "; cells are numbered from 0 to " + (CellGrid.CELLS - 1));
            }
        }
        return new SparseImages(
                Shape.of(CellGrid.LAYERS, CellGrid.SIDE, CellGrid.SIDE),
                new int[] {0},
                new int[] {cells.length},
                cells,
                values);
    }
}
