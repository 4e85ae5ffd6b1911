package org.muonframework.calorimeter.hits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muonframework.spi.Context;
import org.muonframework.spi.data.Batch;
import org.muonframework.spi.data.Column;
import org.muonframework.spi.data.Transform;
import org.muonframework.spi.data.Transform.Input;
import org.muonframework.spi.problem.DataException;

@DisplayName("Hits of the calorimeter from lists of energies")
class CalorimeterHitsTest {

    private static final double X0 = -58.125;
    private static final double Z0 = 20.32;

    private static CalorimeterHits.Settings settings(
            boolean positions, double zStart, EnergyUnit unit, double threshold) {
        return new CalorimeterHits.Settings("e", positions, "x", "y", "z", -60, -60, zStart, unit, threshold);
    }

    private static Transform transform(boolean positions, EnergyUnit unit, double threshold) {
        return new CalorimeterHits().create(settings(positions, 0, unit, threshold), Context.standalone(1, 1));
    }

    private static Column list(int[] offsets, double... values) {
        return new Column.Jagged(offsets, new Column.Doubles(values));
    }

    private static int[] one(int count) {
        return new int[] {0, count};
    }

    private static Batch hit(double energy, double x, double y, double z) {
        return new Batch(
                1,
                Map.of("e", list(one(1), energy), "x", list(one(1), x), "y", list(one(1), y), "z", list(one(1), z)),
                "hits.root",
                17);
    }

    private static int[] cells(Map<String, Column> made) {
        return ((Column.Ints) ((Column.Jagged) made.get("hitCell")).values()).values();
    }

    private static float[] energies(Map<String, Column> made) {
        return ((Column.Floats) ((Column.Jagged) made.get("hitEnergy")).values()).values();
    }

    @ParameterizedTest
    @CsvSource({
        "-58.125, -58.125, 20.32, 0",
        "-58.125, -54.375, 20.32, 1",
        "-54.375, -58.125, 20.32, 32",
        "-58.125, -58.125, 60.96, 1024",
        "58.125, 58.125, 2011.68, 51199"
    })
    @DisplayName("are numbered by layer, then x, then y")
    void numbers(double x, double y, double z, int cell) {
        Map<String, Column> made = transform(true, EnergyUnit.GEV, 1e-4).apply(hit(0.5, x, y, z));
        assertThat(cells(made)).containsExactly(cell);
        assertThat(energies(made)).containsExactly(0.5f);
    }

    @Test
    @DisplayName("come in the order of cells, those of one cell summed, above the threshold, for lists cut from others")
    void sums() {
        int[] offsets = {2, 7, 7, 8};
        double no = Double.NaN;
        Batch batch = new Batch(
                3,
                Map.of(
                        "e", list(offsets, no, no, 300, 0.06, 100, 0.06, 0.1, 7),
                        "x", list(offsets, no, no, X0, X0, X0, X0, X0, X0),
                        "y", list(offsets, no, no, X0, X0, X0, X0, X0 + 3.75, X0),
                        "z", list(offsets, no, no, Z0 + 40.64, Z0, Z0 + 40.64, Z0, Z0, Z0)),
                "hits.root",
                1);
        Map<String, Column> made = transform(true, EnergyUnit.MEV, 1e-4).apply(batch);

        assertThat(((Column.Jagged) made.get("hitCell")).offsets()).containsExactly(0, 2, 2, 3);
        assertThat(cells(made)).containsExactly(0, 1024, 0);
        assertThat(energies(made)).containsExactly(1.2e-4f, 0.4f, 0.007f);
    }

    @Test
    @DisplayName("need no positions where every cell has its energy")
    void order() {
        double[] energies = new double[51_200];
        energies[3] = 2;
        energies[51_199] = 1;
        energies[7] = 1e-4;
        Transform transform = transform(false, EnergyUnit.GEV, 1e-4);
        Map<String, Column> made =
                transform.apply(new Batch(1, Map.of("e", list(one(51_200), energies)), "hits.root", 1));

        assertThat(cells(made)).containsExactly(3, 51_199);
        assertThat(energies(made)).containsExactly(2, 1);
        assertThat(transform.inputs()).containsExactly(Input.numbers("e").in("GeV"));
        assertThatThrownBy(() -> transform.apply(new Batch(1, Map.of("e", list(one(2), 1, 2)), "hits.root", 5)))
                .isInstanceOf(DataException.class)
                .hasMessage("hits.root: row 5: 'e' has 2 energies; without positions 51200 are expected, one for each"
                        + " cell");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 | 0 | -61 | 20 | y = -61.0 mm is outside the calorimeter, which goes from -60.0 to 60.0 mm",
                "1 | 1 | 1 | 2032.5 | z = 2032.5 mm is outside the calorimeter, which goes from 0.0 to 2032.0 mm",
                "1 | NaN | 1 | 20 | x = NaN mm is outside",
                "1 | 1 | 1 | 40.64 | z = 40.64 mm is the border of two cells, and the middle of one is expected; where"
                        + " the files tell where cells begin, 'z-start = -20.32' is right",
                "-0.1 | 1 | 1 | 20 | energy 1 of 'e' is -0.1; cells have energies of 0 or more",
                "NaN | 1 | 1 | 20 | energy 1 of 'e' is NaN"
            })
    @DisplayName("outside the grid, between cells, or of negative energy are refused with their row")
    void bad(double energy, double x, double y, double z, String message) {
        Transform transform = transform(true, EnergyUnit.GEV, 0);
        double inside = x == 0 ? X0 : x;
        assertThatThrownBy(() -> transform.apply(hit(energy, inside, y == 1 ? X0 : y, z)))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith("hits.root: row 17: ")
                .hasMessageContaining(message);
    }

    @Test
    @DisplayName("are found where cells begin, if the settings say so")
    void start() {
        Transform transform =
                new CalorimeterHits().create(settings(true, -20.32, EnergyUnit.GEV, 0), Context.standalone(1, 1));

        assertThat(cells(transform.apply(hit(1, X0, X0, 0)))).containsExactly(0);
        assertThat(cells(transform.apply(hit(1, X0, X0, (float) (25 * 40.64))))).containsExactly(25 * 1024);
    }

    @Test
    @DisplayName("need as many positions as energies")
    void lengths() {
        Batch batch = new Batch(
                1,
                Map.of(
                        "e", list(one(2), 1, 2),
                        "x", list(one(2), X0, X0),
                        "y", list(one(1), X0),
                        "z", list(one(2), Z0, Z0)),
                "hits.root",
                3);
        assertThatThrownBy(() -> transform(true, EnergyUnit.GEV, 0).apply(batch))
                .isInstanceOf(DataException.class)
                .hasMessage("hits.root: row 3: 'e' has 2 hits, but 'y' has 1");
    }
}
