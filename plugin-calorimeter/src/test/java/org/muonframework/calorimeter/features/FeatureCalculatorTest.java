package org.muonframework.calorimeter.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeatureCalculatorTest {

    private static final Offset<Double> EXACT = within(1e-6);

    @Test
    @DisplayName("an event without hits has features of 0")
    void empty() {
        assertThat(new Event().features()).hasSize(29).allSatisfy((name, value) -> assertThat(value)
                .isZero());
    }

    @Test
    @DisplayName("one hit beside the track: 16.875 mm and -13.125 mm from it, in the second slice")
    void oneHit() {
        Map<String, Double> features = new Event().hit(10, 20, 12, 0.5).features();
        Map<String, Double> expected = Map.ofEntries(
                Map.entry("eabove", 0.5),
                Map.entry("rmom", Math.sqrt(457.03125)),
                Map.entry("rmom1", Math.sqrt(457.03125)),
                Map.entry("r2m", 457.03125),
                Map.entry("r2m2", 457.03125),
                Map.entry("nclu1", 1.0),
                Map.entry("ncellmax1", 1.0),
                Map.entry("eclumax1", 0.5),
                Map.entry("epercell1", 0.5),
                Map.entry("avgcells_off_trk", 1.0),
                Map.entry("xmom", 16.875),
                Map.entry("ymom", -13.125),
                Map.entry("maxsum", 0.5));
        features.forEach(
                (name, value) -> assertThat(value).as(name).isCloseTo(expected.getOrDefault(name, 0.0), EXACT));
    }

    @Test
    @DisplayName("one hit on the track is a cluster of one cell and no extent, on the track")
    void oneCellOnTrack() {
        Map<String, Double> features =
                new Event().muonAt(1, 2).hit(49, 16, 16, 0.25).features();
        assertThat(features)
                .containsEntry("nclu", 1.0)
                .containsEntry("ncellmax", 1.0)
                .containsEntry("eclumax", 0.25)
                .containsEntry("epercell", 0.25)
                .containsEntry("avgcells", 1.0)
                .containsEntry("maxdepthz", 0.0)
                .containsEntry("nclu1", 0.0);
        assertThat(features.get("r2m5")).isCloseTo(0.875 * 0.875 + 0.125 * 0.125, EXACT);
        assertThat(features.get("r2m4")).isZero();
    }

    @Test
    @DisplayName("clusters hold together by faces, not by edges; cells up to 0.1 GeV are in none")
    void clusters() {
        Map<String, Double> features = new Event()
                .hit(5, 16, 16, 0.3)
                .hit(6, 16, 16, 0.2)
                .hit(6, 17, 16, 0.4)
                .hit(7, 18, 16, 0.5)
                .hit(20, 3, 3, 0.15)
                .hit(20, 3, 4, 0.15)
                .hit(20, 3, 5, 0.1)
                .features();
        assertThat(features.get("nclu")).isEqualTo(1);
        assertThat(features.get("ncellmax")).isEqualTo(3);
        assertThat(features.get("eclumax")).isCloseTo(0.9, EXACT);
        assertThat(features.get("epercell")).isCloseTo(0.3, EXACT);
        assertThat(features.get("avgcells")).isEqualTo(3);
        assertThat(features.get("maxdepthx")).isEqualTo(1);
        assertThat(features.get("maxdepthy")).isEqualTo(0);
        assertThat(features.get("maxdepthz")).isEqualTo(1);
        assertThat(features.get("nclu1")).isEqualTo(2);
        assertThat(features.get("ncellmax1")).isEqualTo(2);
        assertThat(features.get("eclumax1")).isCloseTo(0.5, EXACT);
        assertThat(features.get("epercell1")).isCloseTo(0.25, EXACT);
        assertThat(features.get("avgcells_off_trk")).isEqualTo(1.5);
        assertThat(features.get("maxsum")).as("all four around (6, 17, 16)").isCloseTo(1.4, EXACT);
        assertThat(features.get("eabove")).isCloseTo(1.7, EXACT);
        assertThat(features.get("ea1")).isCloseTo(0.1, EXACT);
    }

    @Test
    @DisplayName("a long cluster is on the track by one cell in the muon's tower; two on the track are averaged")
    void onTrackByOneCell() {
        Event event = new Event().hit(40, 16, 16, 0.2);
        for (int layer = 10; layer < 20; layer++) {
            event.hit(layer, 15, 16, 1);
        }
        assertThat(event.features()).containsEntry("nclu", 1.0).containsEntry("nclu1", 1.0);
        Map<String, Double> joined = event.hit(19, 16, 16, 0.2).features();
        assertThat(joined)
                .containsEntry("nclu", 2.0)
                .containsEntry("nclu1", 0.0)
                .containsEntry("avgcells", 6.0);
        assertThat(joined.get("maxdepthz")).isEqualTo(9);
        assertThat(joined.get("eclumax")).isCloseTo(10.2, EXACT);
        assertThat(joined.get("epercell")).isCloseTo(10.2 / 11, EXACT);
    }

    @Test
    @DisplayName("cells at opposite walls have neighbouring numbers, and are no neighbours")
    void walls() {
        Map<String, Double> features = new Event()
                .hit(4, 0, 31, 1)
                .hit(4, 1, 0, 2)
                .hit(6, 31, 31, 4)
                .hit(7, 0, 31, 8)
                .features();
        assertThat(features).containsEntry("nclu1", 4.0).containsEntry("maxsum", 8.0);
    }

    @Test
    @DisplayName("the largest sum may be around a cell that is not hit")
    void sumAroundEmptyCell() {
        assertThat(new Event().hit(4, 8, 8, 1).hit(6, 10, 10, 2).features()).containsEntry("maxsum", 3.0);
        assertThat(new Event().hit(0, 0, 0, 1).hit(2, 2, 2, 2).features()).containsEntry("maxsum", 3.0);
        assertThat(new Event().hit(4, 8, 8, 1).hit(7, 8, 8, 2).features()).containsEntry("maxsum", 2.0);
    }

    @Test
    @DisplayName("cells of just 0.01 and 0.1 GeV count below")
    void thresholds() {
        Map<String, Double> features = new Event()
                .hit(0, 1, 1, 0.01)
                .hit(0, 3, 1, 0.0101)
                .hit(0, 5, 1, 0.1)
                .hit(0, 7, 1, 0.1001)
                .features();
        assertThat(features.get("eb1")).isCloseTo(0.01, EXACT);
        assertThat(features.get("ea1")).isCloseTo(0.1101, EXACT);
        assertThat(features.get("eabove")).isCloseTo(0.1001, EXACT);
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "9, 1", "10, 2", "19, 2", "20, 3", "29, 3", "30, 4", "38, 4", "39, 5", "49, 5"})
    @DisplayName("a layer is in the slice of its centre, each 400 mm long")
    void slices(int layer, int slice) {
        Map<String, Double> features = new Event().hit(layer, 20, 16, 1).features();
        for (int i = 1; i <= 5; i++) {
            assertThat(features.get("r2m" + i) > 0).isEqualTo(i == slice);
        }
    }

    @Test
    @DisplayName("two hits on a circle give its momentum; far from the track in y, energy counts less")
    void bending() {
        Event event = new Event().muonAt(1.875, 1.875).hit(0, 16, 16, 1).hit(49, 20, 16, 1);
        // From x = 0, z = 20.32 to x = 15, z = 2011.68 mm: the centre of the circle is at x = 134888.95 mm.
        assertThat(event.features().get("emeas")).isCloseTo(0.6e-3 * Math.hypot(134_888.950667, 20.32), within(1e-4));
        assertThat(event.mirrored().features().get("emeas")).isCloseTo(-80.9334, within(1e-3));
        assertThat(event.mirrored().features().get("emeasSize")).isCloseTo(80.9334, within(1e-3));
        // A second hit in the rear, on the other side and 30 mm off in y: 15 mm (1 - w)/(1 + w) with w = exp(-30/50).
        double w = Math.exp(-0.6);
        double x = 15 * (1 - w) / (1 + w);
        assertThat(event.hit(49, 12, 24, 1).features().get("emeas"))
                .isCloseTo(Bending.momentum(0, 20.32, x, 2011.68), within(1e-6));
    }

    @Test
    @DisplayName("a mirror turns moments and momentum around in x, and nothing else")
    void mirror() {
        Event event = random(new SplittableRandom(8), 300);
        Map<String, Double> features = event.features();
        event.mirrored().features().forEach((name, value) -> {
            double sign = name.equals("xmom") || name.equals("emeas") ? -1 : 1;
            double expected = sign * features.get(name);
            assertThat(value).as(name).isCloseTo(expected, within(1e-9 + 1e-9 * Math.abs(expected)));
        });
    }

    @Test
    @DisplayName("random events have the features that plain loops over all cells find, also in used memory")
    void plainLoops() {
        SplittableRandom random = new SplittableRandom(5);
        FeatureCalculator calculator = new FeatureCalculator();
        for (int i = 0; i < 20; i++) {
            Event event = random(random, 1 + random.nextInt(1500));
            Map<String, Double> expected = event.plainFeatures();
            assertThat(expected).hasSize(29);
            double[] values = event.values(calculator);
            for (HighLevelFeature feature : HighLevelFeature.values()) {
                double plain = expected.get(feature.column());
                assertThat(values[feature.ordinal()])
                        .as(feature.column())
                        .isCloseTo(plain, within(1e-9 + 1e-7 * Math.abs(plain)));
            }
        }
    }

    /** Hits around the track, denser near it, of energies over five decades. */
    private static Event random(SplittableRandom random, int hits) {
        Event event = new Event().muonAt(random.nextDouble(-10, 10), random.nextDouble(-10, 10));
        for (int hit = 0; hit < hits; hit++) {
            int column = Math.floorMod((int) Math.round(16 + 2 * random.nextGaussian()), 32);
            int row = Math.floorMod((int) Math.round(16 + 2 * random.nextGaussian()), 32);
            event.hit(random.nextInt(50), column, row, Math.pow(10, random.nextDouble(-4, 1)));
        }
        return event;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "51200 | 1    | hit 1: cell 51200 is outside the calorimeter, whose cells are 0 to 51199",
                "-1    | 1    | hit 1: cell -1 is outside the calorimeter, whose cells are 0 to 51199",
                "8     | -0.5 | hit 1: the energy -0.5 GeV in cell 8 is not a number from 0",
                "8     | NaN  | hit 1: the energy NaN GeV in cell 8 is not a number from 0",
                "7     | 1    | hit 1: cell 7 is a second time in the event; add up its energies"
            })
    @DisplayName("bad hits are named and refused, and leave nothing behind")
    void badHits(int cell, float energy, String message) {
        FeatureCalculator calculator = new FeatureCalculator();
        double[] values = new double[HighLevelFeature.values().length];
        int[] cells = {99, 7, cell};
        float[] energies = {1, 1, energy};
        assertThatIllegalArgumentException()
                .isThrownBy(() -> calculator.compute(cells, energies, 1, 3, 0, 0, values))
                .withMessage(message);
        calculator.compute(cells, energies, 0, 1, 0, 0, values);
        assertThat(values[HighLevelFeature.EABOVE.ordinal()]).isEqualTo(1);
        assertThat(values[HighLevelFeature.MAXSUM.ordinal()]).isEqualTo(1);
    }

    @Test
    @DisplayName("a muon that misses the calorimeter, or of which nothing is known, is refused")
    void missingMuon() {
        double[] values = new double[HighLevelFeature.values().length];
        for (double x : new double[] {60, -60.1, Double.NaN}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new FeatureCalculator().compute(new int[0], new float[0], 0, 0, x, 0, values))
                    .withMessageContaining("misses the calorimeter");
        }
    }

    @Test
    @DisplayName("a hit without energy is none")
    void withoutEnergy() {
        double[] values = new double[HighLevelFeature.values().length];
        new FeatureCalculator().compute(new int[] {5}, new float[] {0}, 0, 1, 0, 0, values);
        assertThat(Arrays.stream(values)).containsOnly(0.0);
    }
}
