package org.muonframework.calorimeter.display;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.muonframework.calorimeter.Settings;
import org.muonframework.spi.Context;
import org.muonframework.spi.data.Batch;
import org.muonframework.spi.data.Column;
import org.muonframework.spi.data.ColumnRole;
import org.muonframework.spi.data.ColumnSpec;
import org.muonframework.spi.data.ColumnType;
import org.muonframework.spi.data.Schema;
import org.muonframework.spi.display.Event;
import org.muonframework.spi.display.EventDisplay;
import org.muonframework.spi.figure.Scene;
import org.muonframework.spi.figure.Shape;
import org.muonframework.spi.problem.DataException;

@DisplayName("The display calorimeter")
class HitDisplayTest {

    private final EventDisplay display =
            new HitDisplayProvider().create(Settings.bind("", HitDisplaySettings.class), Context.standalone(1, 1));

    /** The second of two rows; the first one has one hit. */
    private static Event event(int[] cells, float[] energies, Map<String, Double> others) {
        int[] allCells = new int[cells.length + 1];
        float[] allEnergies = new float[energies.length + 1];
        System.arraycopy(cells, 0, allCells, 1, cells.length);
        System.arraycopy(energies, 0, allEnergies, 1, energies.length);
        Map<String, Column> columns = new HashMap<>();
        int[] offsets = {0, 1, allCells.length};
        columns.put("hitCell", new Column.Jagged(offsets, new Column.Ints(allCells)));
        columns.put("hitEnergy", new Column.Jagged(offsets, new Column.Floats(allEnergies)));
        others.forEach((name, value) -> columns.put(name, new Column.Doubles(new double[] {0, value})));
        return new Event(new Batch(2, columns, "hits.h5", 1), 1);
    }

    private static int cell(int layer, int column, int row) {
        return (layer * 32 + column) * 32 + row;
    }

    @Test
    @DisplayName("shows the cells of its row above 10 MeV where they are, and the way of the muon")
    void cells() {
        Scene scene = display.scene(event(
                new int[] {cell(0, 16, 15), cell(3, 2, 1)},
                new float[] {0.5f, 0.002f},
                Map.of("true_energy", 300.0, "true_x", 1.0, "true_y", -1.0)));

        assertThat(scene.title()).isEqualTo("Muon of 300 GeV");
        assertThat(scene.caption())
                .startsWith("A muon of 300 GeV: 2 cells with 0.50 GeV together, of which 1 with at least 10 MeV are"
                        + " shown.");
        Shape.Boxes boxes = (Shape.Boxes) scene.shapes().get(0);
        assertThat(boxes.values()).containsExactly(0.5);
        assertThat(new double[] {boxes.x()[0], boxes.y()[0], boxes.z()[0]}).containsExactly(1.875, -1.875, 20.32);
        assertThat(((Shape.Lines) scene.shapes().get(1)).lines().get(0).x()[0]).isEqualTo(1.0);
    }

    @Test
    @DisplayName("shows the cells alone where nothing is known of the muon")
    void unknownMuon() {
        Scene scene = display.scene(event(new int[] {5}, new float[] {0.5f}, Map.of()));

        assertThat(scene.title()).isEqualTo("Muon");
        assertThat(scene.shapes()).noneMatch(Shape.Lines.class::isInstance);
    }

    @Test
    @DisplayName("names a cell that does not exist with its row")
    void noSuchCell() {
        Event event = event(new int[] {51_200}, new float[] {0.5f}, Map.of());

        assertThatThrownBy(() -> display.scene(event))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("hits.h5: row 2")
                .hasMessageContaining("cells are numbered from 0 to 51199");
    }

    @Test
    @DisplayName("needs two lists, and reads of the rest what is there")
    void columns() {
        ColumnSpec list = new ColumnSpec("hitCell", ColumnType.INT, true, "", "", ColumnRole.FEATURE);
        ColumnSpec energies = new ColumnSpec("hitEnergy", ColumnType.FLOAT, true, "GeV", "", ColumnRole.FEATURE);
        ColumnSpec truth = ColumnSpec.of("true_energy", ColumnType.DOUBLE);

        assertThat(display.objection(Schema.of(List.of(list, truth))))
                .hasValue("needs the cells hit and their energies, and there are no lists 'hitEnergy'");
        assertThat(display.objection(Schema.of(List.of(list, energies)))).isEmpty();
        assertThat(display.columns(Schema.of(List.of(list, energies, truth))))
                .containsExactlyInAnyOrder("hitCell", "hitEnergy", "true_energy");
    }
}
