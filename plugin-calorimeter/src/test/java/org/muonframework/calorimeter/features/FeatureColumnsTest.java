package org.muonframework.calorimeter.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.muonframework.spi.Context;
import org.muonframework.spi.data.Batch;
import org.muonframework.spi.data.Column;
import org.muonframework.spi.data.ColumnSpec;
import org.muonframework.spi.data.Transform;
import org.muonframework.spi.problem.DataException;

@DisplayName("The transform calorimeter-features")
class FeatureColumnsTest {

    private static final int CELL = Event.cell(10, 16, 16);

    private static Transform transform(boolean logarithms) {
        return new CalorimeterFeatures()
                .create(
                        new CalorimeterFeatures.Settings("hitCell", "hitEnergy", "true_x", "true_y", logarithms),
                        Context.standalone(1, 1));
    }

    /** An event without hits, and one with two; the lists begin behind a value of a row before. */
    private static Batch batch(Column cells, Column energies) {
        int[] offsets = {1, 1, 3};
        return new Batch(
                2,
                Map.of(
                        "hitCell", new Column.Jagged(offsets, cells),
                        "hitEnergy", new Column.Jagged(offsets, energies),
                        "true_x", new Column.Doubles(new double[] {0, 1}),
                        "true_y", new Column.Doubles(new double[] {0, 2})),
                "showers.root",
                41);
    }

    private static Batch batch() {
        return batch(new Column.Ints(new int[] {7, CELL, CELL + 1}), new Column.Floats(new float[] {99, 2.5f, 0.005f}));
    }

    @Test
    @DisplayName("gives what the calculator finds for each event, one without hits too")
    void values() {
        Map<String, Column> columns = transform(false).apply(batch());

        Map<String, Double> features = new Event()
                .hit(10, 16, 16, 2.5)
                .hit(10, 16, 17, 0.005)
                .muonAt(1, 2)
                .features();
        assertThat(columns).hasSize(29).containsOnlyKeys(features.keySet());
        features.forEach((name, value) -> assertThat(columns.get(name).doubleAt(1))
                .as(name)
                .isCloseTo(value, within(1e-6 * Math.max(1, Math.abs(value)))));
        assertThat(columns.get("eabove").doubleAt(0)).isZero();
        assertThat(columns.get("eb1").doubleAt(1)).isCloseTo(0.005, within(1e-9));
    }

    @Test
    @DisplayName("gives logarithms if asked, with the sign of features that have one")
    void logarithms() {
        Map<String, Column> plain = transform(false).apply(batch());
        Map<String, Column> columns = transform(true).apply(batch());

        assertThat(columns.get("eabove").doubleAt(1)).isCloseTo(Math.log(2.501), within(1e-6));
        assertThat(columns.get("eabove").doubleAt(0)).isCloseTo(Math.log(0.001), within(1e-6));
        double xmom = plain.get("xmom").doubleAt(1);
        assertThat(columns.get("xmom").doubleAt(1))
                .isCloseTo(Math.signum(xmom) * Math.log1p(Math.abs(xmom)), within(1e-5));
        assertThat(transform(true).columns()).extracting(ColumnSpec::unit).containsOnly("");
    }

    @Test
    @DisplayName("promises the columns that it gives, in the order of the features")
    void columns() {
        assertThat(transform(false).columns())
                .hasSize(29)
                .extracting(ColumnSpec::name)
                .startsWith("eabove", "rmom");
        assertThat(transform(false).columns().subList(0, 28)).isEqualTo(FeatureSet.ALL.columns());
    }

    @Test
    @DisplayName("names file and row of a hit outside of the calorimeter, of a negative energy and of a broken cell")
    void badHits() {
        assertThatThrownBy(() -> transform(false)
                        .apply(batch(
                                new Column.Ints(new int[] {0, 60_000, 1}), new Column.Floats(new float[] {1, 1, 1}))))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("showers.root")
                .hasMessageContaining("42")
                .hasMessageContaining("60000");
        assertThatThrownBy(() -> transform(false)
                        .apply(batch(new Column.Ints(new int[] {0, 5, 6}), new Column.Floats(new float[] {1, 1, -3}))))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("-3");
        assertThatThrownBy(() -> transform(false)
                        .apply(batch(
                                new Column.Doubles(new double[] {0, 5.5, 6}),
                                new Column.Floats(new float[] {1, 1, 1}))))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("5.5");
    }
}
