package org.muonframework.calorimeter.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.muonframework.calorimeter.Settings;
import org.muonframework.calorimeter.features.FeatureCalculator;
import org.muonframework.calorimeter.features.FeatureSet;
import org.muonframework.calorimeter.features.HighLevelFeature;
import org.muonframework.calorimeter.grid.CellGrid;
import org.muonframework.calorimeter.simulation.CalorimeterSettings;
import org.muonframework.calorimeter.simulation.CalorimeterSimulation;
import org.muonframework.spi.Context;
import org.muonframework.spi.ModelContext;
import org.muonframework.spi.data.Batch;
import org.muonframework.spi.data.BatchReader;
import org.muonframework.spi.data.Column;
import org.muonframework.spi.model.Image;
import org.muonframework.spi.model.NeuralModel;
import org.muonframework.spi.model.Shape;
import org.muonframework.spi.model.Symmetry;
import org.muonframework.spi.model.Task;

@DisplayName("The mirrors of the calorimeter")
class MirrorSymmetriesTest {

    private static final Shape VOLUME = Shape.of(50, 32, 32);

    private static List<Symmetry> symmetries(List<String> features, Shape shape) {
        Task task = new Task(features, List.of(), List.of("true_energy"), List.of(new Image("cells", shape)));
        return ((NeuralModel) new CaloCnnSmallProvider()
                        .create(
                                Settings.bind("stages = 2", CaloCnnSmallSettings.class),
                                ModelContext.standalone(1, 1, task)))
                .symmetries();
    }

    /** Simulated events, column by column. */
    private record Events(int[] offsets, int[] cells, float[] energies, double[] x, double[] y) {

        static Events simulated(long count, double energy) {
            CalorimeterSettings settings = new CalorimeterSettings(count, energy, energy, 10, 2, 0.1);
            try (BatchReader reader = new CalorimeterSimulation()
                    .create(settings, Context.standalone(5, 2))
                    .open(Set.of("hitCell", "hitEnergy", "true_x", "true_y"))) {
                List<Batch> batches = Stream.generate(reader::next)
                        .takeWhile(Optional::isPresent)
                        .map(Optional::orElseThrow)
                        .toList();
                assertThat(batches).hasSize(1);
                Batch all = batches.get(0);
                Column.Jagged cells = (Column.Jagged) all.column("hitCell");
                Column.Jagged energies = (Column.Jagged) all.column("hitEnergy");
                return new Events(
                        cells.offsets(),
                        ((Column.Ints) cells.values()).values(),
                        ((Column.Floats) energies.values()).values(),
                        ((Column.Doubles) all.column("true_x")).values(),
                        ((Column.Doubles) all.column("true_y")).values());
            }
        }

        /** Its features, of the event itself or as a symmetry shows it. */
        double[] features(int event, Optional<Symmetry> symmetry) {
            int[] seen = cells.clone();
            for (int hit = offsets[event]; hit < offsets[event + 1]; hit++) {
                int[] place = {cells[hit] / 1024, cells[hit] / 32 % 32, cells[hit] % 32};
                symmetry.map(mirror -> mirror.mirrored().get("cells"))
                        .ifPresent(axis -> place[axis] = VOLUME.size(axis) - 1 - place[axis]);
                seen[hit] = (place[0] * 32 + place[1]) * 32 + place[2];
            }
            double[] values = new double[HighLevelFeature.values().length];
            new FeatureCalculator()
                    .compute(
                            seen,
                            energies,
                            offsets[event],
                            offsets[event + 1],
                            sign(symmetry, "true_x") * x[event],
                            sign(symmetry, "true_y") * y[event],
                            values);
            return values;
        }
    }

    private static int sign(Optional<Symmetry> symmetry, String column) {
        return symmetry.filter(mirror -> mirror.odd().contains(column)).isPresent() ? -1 : 1;
    }

    @Test
    @DisplayName("make of the features of an event those of its image in the mirror, also as logarithms")
    void features() {
        Events events = Events.simulated(60, 3000);
        List<Symmetry> symmetries = symmetries(FeatureSet.ALL.names(), VOLUME);
        assertThat(symmetries).hasSize(2);
        for (Symmetry symmetry : symmetries) {
            for (int event = 0; event < 60; event++) {
                double[] own = events.features(event, Optional.empty());
                double[] seen = events.features(event, Optional.of(symmetry));
                for (HighLevelFeature feature : HighLevelFeature.values()) {
                    int sign = sign(Optional.of(symmetry), feature.column());
                    double expected = sign * own[feature.ordinal()];
                    double value = seen[feature.ordinal()];
                    assertThat(value)
                            .as(symmetry.name() + ", " + feature.column())
                            .isCloseTo(expected, within(1e-9 + 1e-6 * Math.abs(expected)));
                    assertThat(feature.compressed(value))
                            .isCloseTo(sign * feature.compressed(own[feature.ordinal()]), within(1e-5));
                }
            }
        }
    }

    @Test
    @DisplayName("show muons as the simulation makes them: as much energy on either side of x = 0 and of y = 0")
    void simulation() {
        Events events = Events.simulated(250, 500);
        for (boolean alongX : new boolean[] {true, false}) {
            double[] asymmetries = IntStream.range(0, 250)
                    .mapToDouble(event -> {
                        double high = 0;
                        double all = 0;
                        for (int hit = events.offsets()[event]; hit < events.offsets()[event + 1]; hit++) {
                            int cell = events.cells()[hit];
                            int place = alongX ? CellGrid.column(cell) : CellGrid.row(cell);
                            high += place >= CellGrid.SIDE / 2 ? events.energies()[hit] : 0;
                            all += events.energies()[hit];
                        }
                        return 2 * high / all - 1;
                    })
                    .toArray();
            double mean = IntStream.range(0, 250)
                    .mapToDouble(i -> asymmetries[i])
                    .average()
                    .orElseThrow();
            double square = IntStream.range(0, 250)
                    .mapToDouble(i -> asymmetries[i] * asymmetries[i])
                    .average()
                    .orElseThrow();
            double error = Math.sqrt((square - mean * mean) / 250);
            assertThat(error).isLessThan(0.06);
            assertThat(Math.abs(mean)).isLessThan(4 * error);
        }
    }

    @Test
    @DisplayName("are stated for features and volumes that are known, and for no others")
    void known() {
        assertThat(symmetries(List.of(), VOLUME))
                .extracting(Symmetry::mirrored)
                .containsExactly(Map.of("cells", 1), Map.of("cells", 2));
        assertThat(symmetries(List.of("xmom", "true_x", "emeasSize"), VOLUME)).hasSize(2);
        assertThat(symmetries(List.of("xmom", "other"), VOLUME)).isEmpty();
        assertThat(symmetries(List.of(), Shape.of(50, 32, 30))).isEmpty();
        Task task = new Task(FeatureSet.ALL.names(), List.of(), List.of("true_energy"));
        NeuralModel dense = (NeuralModel) new CaloFeaturesProvider()
                .create(Settings.bind("", CaloFeaturesSettings.class), ModelContext.standalone(1, 1, task));
        assertThat(dense.symmetries()).extracting(Symmetry::odd).first().isEqualTo(Set.of("xmom", "emeas", "true_x"));
    }
}
