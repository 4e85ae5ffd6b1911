package org.muonframework.darksector.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.muonframework.physics.Constants;

@DisplayName("Candidates of an event")
class CandidateGroupTest {

    private static final int EVENTS = 200;

    private final Events events = new Events(0, EVENTS);
    private final CandidateGroup group = new CandidateGroup();

    @BeforeEach
    void simulate() {
        SplittableRandom random = new SplittableRandom(3);
        Process process = new FsrConversion(InitialState.keeping(9.5, true));
        new SampleRun(process, SampleRun.ceiling(process, 0.99, random)).select(events, 0, EVENTS, random);
        group.take(events, 0, EVENTS);
    }

    @Test
    @DisplayName("muons: the μ⁺ and the μ⁻ of highest energy come first")
    void order() {
        for (int i = 0; i < EVENTS; i++) {
            assertThat(events.e[0][i]).isGreaterThanOrEqualTo(events.e[2][i]);
            assertThat(events.e[1][i]).isGreaterThanOrEqualTo(events.e[3][i]);
        }
    }

    @Test
    @DisplayName("a candidate and its recoil are the whole event, and the four candidates its four pairs")
    void pairs() {
        for (int k = 0; k < 4; k++) {
            MuonPair pair = group.pairs[k];
            MuonPair recoil = group.recoil(k);
            assertThat(List.of(pair.plus, pair.minus, recoil.plus, recoil.minus))
                    .containsExactlyInAnyOrder(0, 1, 2, 3);
            for (int i = 0; i < EVENTS; i++) {
                double square = Math.pow(pair.e[i] + recoil.e[i], 2)
                        - Math.pow(pair.x[i] + recoil.x[i], 2)
                        - Math.pow(pair.y[i] + recoil.y[i], 2)
                        - Math.pow(pair.z[i] + recoil.z[i], 2);
                assertThat(Math.sqrt(square)).isCloseTo(events.mass[i], within(1e-9));
            }
        }
    }

    @Test
    @DisplayName("helicity is the angle of the muon after a boost to the rest frame of the pair")
    void helicity() {
        double[] cosine = new double[CandidateGroup.SIZE];
        MuonPair pair = group.pairs[2];
        pair.helicity(events, 0, EVENTS, cosine);
        for (int i = 0; i < EVENTS; i++) {
            double along = (events.px[2][i] * pair.x[i] + events.py[2][i] * pair.y[i] + events.pz[2][i] * pair.z[i])
                    / pair.p[i];
            double boosted = (pair.e[i] * along - pair.p[i] * events.e[2][i]) / pair.mass[i];
            double rest = Math.sqrt(pair.mass[i] * pair.mass[i] / 4 - Constants.MUON_MASS * Constants.MUON_MASS);
            assertThat(cosine[i]).isCloseTo(Math.abs(boosted) / rest, within(1e-6));
        }
    }

    @Test
    @DisplayName("projections: |p| sin of the angle to the faster and to the slower recoil muon, and their mixtures")
    void projections() {
        double[] faster = values("ptMax", 1);
        double[] slower = values("ptMin", 1);
        double[] plus = values("ptPlus", 1);
        double[] minus = values("ptMinus", 1);
        MuonPair pair = group.pairs[1];
        for (int i = 0; i < EVENTS; i++) {
            int fast = group.momentum[2][i] > group.momentum[1][i] ? 2 : 1;
            double cosine =
                    (pair.x[i] * events.px[fast][i] + pair.y[i] * events.py[fast][i] + pair.z[i] * events.pz[fast][i])
                            / (pair.p[i] * group.momentum[fast][i]);
            assertThat(faster[i]).isCloseTo(pair.p[i] * Math.sin(Math.acos(cosine)), within(1e-6));
            assertThat(plus[i]).isCloseTo((faster[i] + slower[i]) / Math.sqrt(2), within(1e-12));
            assertThat(minus[i]).isCloseTo((faster[i] - slower[i]) / Math.sqrt(2), within(1e-12));
        }
    }

    @Test
    @DisplayName("turning the event around the beams changes no value")
    void rotation() {
        List<double[]> before = all(new int[] {0, 1, 2, 3});
        double cosine = Math.cos(2.2);
        double sine = Math.sin(2.2);
        change(i -> {
            for (int muon = 0; muon < 4; muon++) {
                double x = events.px[muon][i];
                double y = events.py[muon][i];
                events.px[muon][i] = cosine * x - sine * y;
                events.py[muon][i] = sine * x + cosine * y;
            }
        });
        assertClose(all(new int[] {0, 1, 2, 3}), before);
    }

    @Test
    @DisplayName("exchange of charges changes no feature of a candidate; 1 and 2 change places")
    void chargeConjugation() {
        List<double[]> before = all(new int[] {0, 1, 2, 3}, CandidateFeatures.all());
        change(i -> List.of(events.px, events.py, events.pz, events.e, events.labPz, events.d0Error, events.z0Error)
                .forEach(values -> {
                    swap(values, 0, 1, i);
                    swap(values, 2, 3, i);
                }));
        assertClose(all(new int[] {0, 2, 1, 3}, CandidateFeatures.all()), before);
    }

    @Test
    @DisplayName("inputs: muon 1 has azimuth 0, lengths and angles between muons stay")
    void inputs() {
        double[] x1 = values("muon1Px", 0);
        double[] y1 = values("muon1Py", 0);
        double[] x4 = values("muon4Px", 0);
        double[] y4 = values("muon4Py", 0);
        for (int i = 0; i < EVENTS; i++) {
            assertThat(y1[i]).isZero();
            assertThat(x1[i]).isCloseTo(Math.hypot(events.px[0][i], events.py[0][i]), within(1e-12));
            assertThat(x4[i] * x1[i])
                    .isCloseTo(events.px[0][i] * events.px[3][i] + events.py[0][i] * events.py[3][i], within(1e-12));
            assertThat(Math.hypot(x4[i], y4[i])).isCloseTo(Math.hypot(events.px[3][i], events.py[3][i]), within(1e-12));
        }
    }

    @Test
    @DisplayName("vertices of the network: sgn(v) ln(1 + 100 |v|), of each of the four candidates")
    void vertexInputs() {
        group.fit(new SplittableRandom(1));
        for (int k = 0; k < 4; k++) {
            double[] raw = values("z0", k);
            double[] input = values("pair" + (k + 1) + "Z0", 3 - k);
            for (int i = 0; i < EVENTS; i++) {
                assertThat(input[i]).isCloseTo(Math.signum(raw[i]) * Math.log1p(100 * Math.abs(raw[i])), within(1e-12));
            }
        }
    }

    private interface Change extends Consumer<Integer> {}

    private void change(Change change) {
        for (int i = 0; i < EVENTS; i++) {
            change.accept(i);
        }
    }

    private static void swap(double[][] values, int a, int b, int i) {
        double kept = values[a][i];
        values[a][i] = values[b][i];
        values[b][i] = kept;
    }

    private double[] values(String name, int candidate) {
        CandidateColumn column = DarkSectorColumns.all().stream()
                .filter(each -> each.spec().name().equals(name))
                .findFirst()
                .orElseThrow();
        return values(column, candidate);
    }

    private double[] values(CandidateColumn column, int candidate) {
        double[] result = new double[CandidateGroup.SIZE];
        column.values().of(group, candidate, result);
        return Arrays.copyOf(result, EVENTS);
    }

    private List<double[]> all(int[] candidates) {
        return all(candidates, DarkSectorColumns.all());
    }

    /** All columns with the errors of the vertices in place of the vertices. */
    private List<double[]> all(int[] candidates, List<CandidateColumn> columns) {
        group.take(events, 0, EVENTS);
        for (int k = 0; k < 4; k++) {
            group.vertices.open(group, k);
        }
        return Arrays.stream(candidates)
                .boxed()
                .flatMap(k -> columns.stream()
                        .filter(column -> !column.spec().name().equals("candidate"))
                        .map(column -> values(column, k)))
                .toList();
    }

    private static void assertClose(List<double[]> actual, List<double[]> expected) {
        double worst = 0;
        for (int column = 0; column < expected.size(); column++) {
            for (int i = 0; i < EVENTS; i++) {
                worst = Math.max(worst, Math.abs(actual.get(column)[i] - expected.get(column)[i]));
            }
        }
        assertThat(worst).isLessThan(1e-7);
    }
}
