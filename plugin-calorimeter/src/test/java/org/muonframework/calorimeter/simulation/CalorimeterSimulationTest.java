package org.muonframework.calorimeter.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muonframework.calorimeter.features.FeatureCalculator;
import org.muonframework.calorimeter.features.HighLevelFeature;
import org.muonframework.spi.Context;
import org.muonframework.spi.DatasetProvider;
import org.muonframework.spi.data.Batch;
import org.muonframework.spi.data.BatchReader;
import org.muonframework.spi.data.Column;
import org.muonframework.spi.data.ColumnRole;
import org.muonframework.spi.data.ColumnSpec;
import org.muonframework.spi.data.Dataset;
import org.muonframework.spi.problem.ConfigurationException;

class CalorimeterSimulationTest {

    private static final Set<String> ALL =
            Set.of("event", "true_energy", "charge", "true_x", "true_y", "hitCell", "hitEnergy");

    /** One event as rows of the columns. */
    private record Row(
            long event, double energy, int charge, double x, double y, List<Integer> cells, List<Float> energies) {

        int[] cellArray() {
            return cells.stream().mapToInt(cell -> cell).toArray();
        }

        float[] energyArray() {
            float[] result = new float[energies.size()];
            for (int i = 0; i < result.length; i++) {
                result[i] = energies.get(i);
            }
            return result;
        }
    }

    private static CalorimeterSettings settings(long events, double minEnergy, double maxEnergy) {
        return new CalorimeterSettings(events, minEnergy, maxEnergy, 10, 2, 0.1);
    }

    private static Dataset dataset(CalorimeterSettings settings, int threads) {
        return new CalorimeterSimulation().create(settings, Context.standalone(3, threads));
    }

    private static List<Row> rows(CalorimeterSettings settings, int threads) {
        List<Row> rows = new ArrayList<>();
        try (BatchReader reader = dataset(settings, threads).open(ALL)) {
            for (Optional<Batch> next = reader.next(); next.isPresent(); next = reader.next()) {
                Batch batch = next.get();
                Column.Jagged cells = (Column.Jagged) batch.column("hitCell");
                Column.Jagged energies = (Column.Jagged) batch.column("hitEnergy");
                assertThat(energies.offsets()).isEqualTo(cells.offsets());
                for (int row = 0; row < batch.rows(); row++) {
                    List<Integer> rowCells = new ArrayList<>();
                    List<Float> rowEnergies = new ArrayList<>();
                    for (int hit = cells.offsets()[row]; hit < cells.offsets()[row + 1]; hit++) {
                        rowCells.add((int) cells.values().longAt(hit));
                        rowEnergies.add((float) energies.values().doubleAt(hit));
                    }
                    rows.add(new Row(
                            batch.column("event").longAt(row),
                            batch.column("true_energy").doubleAt(row),
                            (int) batch.column("charge").longAt(row),
                            batch.column("true_x").doubleAt(row),
                            batch.column("true_y").doubleAt(row),
                            rowCells,
                            rowEnergies));
                }
            }
        }
        return rows;
    }

    @Test
    void itIsFoundAsAService() {
        assertThat(ServiceLoader.load(DatasetProvider.class).stream().map(ServiceLoader.Provider::type))
                .contains(CalorimeterSimulation.class);
    }

    @Test
    @DisplayName("the energy and the charge are truth, the impact is known to the tracker, the hits are lists")
    void columns() {
        Dataset dataset = dataset(settings(10, 50, 8000), 1);
        assertThat(dataset.schema().names())
                .containsExactly("event", "true_energy", "charge", "true_x", "true_y", "hitCell", "hitEnergy");
        assertThat(dataset.schema().withRole(ColumnRole.TRUTH).stream().map(ColumnSpec::name))
                .containsExactly("true_energy", "charge");
        assertThat(dataset.schema().withRole(ColumnRole.FEATURE).stream().map(ColumnSpec::name))
                .containsExactly(
                        CalorimeterColumns.X,
                        CalorimeterColumns.Y,
                        CalorimeterColumns.CELLS,
                        CalorimeterColumns.ENERGIES);
        assertThat(dataset.schema().columns().stream()
                        .filter(ColumnSpec::jagged)
                        .map(ColumnSpec::name))
                .containsExactly("hitCell", "hitEnergy");
        assertThat(dataset.rows()).hasValue(10);
    }

    @Test
    @DisplayName("rows do not depend on the threads, and the first rows not on how many follow")
    void sameRows() {
        List<Row> rows = rows(settings(600, 50, 8000), 1);
        assertThat(rows(settings(600, 50, 8000), 3)).isEqualTo(rows);
        assertThat(rows(settings(20, 50, 8000), 1)).isEqualTo(rows.subList(0, 20));
    }

    @Test
    @DisplayName("muons are the same where their hits are not asked for")
    void withoutHits() {
        List<Row> rows = rows(settings(300, 50, 8000), 1);
        try (BatchReader reader = dataset(settings(300, 50, 8000), 1).open(Set.of("true_energy", "true_y"))) {
            Batch batch = reader.next().orElseThrow();
            assertThat(batch.columns()).containsOnlyKeys("true_energy", "true_y");
            for (int row = 0; row < batch.rows(); row++) {
                assertThat(batch.column("true_energy").doubleAt(row))
                        .isEqualTo(rows.get(row).energy());
                assertThat(batch.column("true_y").doubleAt(row))
                        .isEqualTo(rows.get(row).y());
            }
        }
    }

    @Test
    @DisplayName("energies, charges and impacts are evenly spread; cells are in order and above the threshold")
    void muons() {
        List<Row> rows = rows(settings(1000, 50, 8000), 2);
        double mean = rows.stream().mapToDouble(Row::energy).average().orElseThrow();
        assertThat(mean).isBetween(4025 - 5 * 7950 / Math.sqrt(12_000), 4025 + 5 * 7950 / Math.sqrt(12_000));
        assertThat(rows).allSatisfy(row -> {
            assertThat(row.energy()).isBetween(50.0, 8000.0);
            assertThat(row.charge()).isIn(1, -1);
            assertThat(row.x()).isBetween(-10.0, 10.0);
            assertThat(row.y()).isBetween(-10.0, 10.0);
            assertThat(row.cells()).isSorted().doesNotHaveDuplicates();
            assertThat(row.energies()).allMatch(energy -> energy >= 1e-4);
        });
        assertThat(rows.stream().mapToInt(Row::charge).sum()).isBetween(-160, 160);
        assertThat(rows.stream().map(Row::event)).startsWith(1L, 2L).endsWith(1000L);
    }

    @ParameterizedTest
    @CsvSource({"100, 285", "1000, 660", "4000, 1060", "7500, 1270"})
    @DisplayName("a muon hits 285 cells at 100 GeV, 660 at 1 TeV, 1060 at 4 TeV and 1270 at 7.5 TeV")
    void hits(double energy, double cells) {
        List<Row> rows = rows(settings(1500, energy, energy), 2);
        assertThat(rows).allMatch(row -> row.energy() == energy);
        double mean =
                rows.stream().mapToInt(row -> row.cells().size()).average().orElseThrow();
        assertThat(mean).isCloseTo(cells, Percentage.withPercentage(5));
    }

    @Test
    @DisplayName("the bending of slow muons shows their charge, and no field bends them")
    void charge() {
        assertThat(rightSigns(settings(400, 50, 50))).isBetween(340, 400);
        assertThat(rightSigns(new CalorimeterSettings(400, 50, 50, 10, 0, 0.1))).isBetween(150, 250);
    }

    private static int rightSigns(CalorimeterSettings settings) {
        FeatureCalculator calculator = new FeatureCalculator();
        double[] values = new double[HighLevelFeature.values().length];
        int right = 0;
        for (Row row : rows(settings, 1)) {
            calculator.compute(
                    row.cellArray(), row.energyArray(), 0, row.cells().size(), row.x(), row.y(), values);
            right += values[HighLevelFeature.EMEAS.ordinal()] * row.charge() > 0 ? 1 : 0;
        }
        return right;
    }

    @Test
    @DisplayName("seen in a mirror, muons of the other charge are spread as widely")
    void mirror() {
        FeatureCalculator calculator = new FeatureCalculator();
        double[] values = new double[HighLevelFeature.values().length];
        double[][] spreads = new double[2][];
        List<Row> rows = rows(new CalorimeterSettings(3000, 100, 100, 0, 2, 0.1), 2);
        for (int charge = -1; charge <= 1; charge += 2) {
            int sign = charge;
            spreads[(charge + 1) / 2] = rows.stream()
                    .filter(row -> row.charge() == sign)
                    .mapToDouble(row -> {
                        calculator.compute(
                                row.cellArray(),
                                row.energyArray(),
                                0,
                                row.cells().size(),
                                row.x(),
                                row.y(),
                                values);
                        return Math.log(values[HighLevelFeature.R2M.ordinal()]);
                    })
                    .toArray();
        }
        double difference = Arrays.stream(spreads[0]).average().orElseThrow()
                - Arrays.stream(spreads[1]).average().orElseThrow();
        double variance = Arrays.stream(spreads)
                .mapToDouble(values2 -> {
                    double mean = Arrays.stream(values2).average().orElseThrow();
                    return Arrays.stream(values2)
                                    .map(x -> (x - mean) * (x - mean))
                                    .sum()
                            / values2.length
                            / values2.length;
                })
                .sum();
        assertThat(Math.abs(difference)).isLessThan(4.5 * Math.sqrt(variance));
        assertThat(Math.sqrt(variance)).isLessThan(0.05);
    }

    @Test
    @DisplayName("with a high threshold there are events without hits")
    void noHits() {
        List<Row> rows = rows(new CalorimeterSettings(50, 50, 50, 10, 2, 1e6), 1);
        assertThat(rows).hasSize(50).allMatch(row -> row.cells().isEmpty());
    }

    @Test
    @DisplayName("a least energy above the largest is refused")
    void wrongEnergies() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> dataset(settings(10, 500, 100), 1))
                .withMessageContaining("min-energy = 500.0 is above max-energy = 100.0");
    }
}
