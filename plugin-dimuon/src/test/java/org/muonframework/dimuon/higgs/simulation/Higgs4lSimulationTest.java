package org.muonframework.dimuon.higgs.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muonframework.dimuon.Sample;
import org.muonframework.dimuon.higgs.FourLeptonProcess;
import org.muonframework.spi.Context;
import org.muonframework.spi.data.ColumnRole;
import org.muonframework.spi.data.ColumnSpec;
import org.muonframework.spi.data.Dataset;
import org.muonframework.spi.problem.ConfigurationException;

@DisplayName("Simulated four-muon events")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class Higgs4lSimulationTest {

    private static final int EVENTS = 20_000;

    private final Dataset dataset = new Higgs4lSimulation().create(settings(EVENTS), Context.standalone(1, 2));
    private final Sample sample = Sample.of(dataset);

    private static Higgs4lSettings settings(long events) {
        return new Higgs4lSettings(events, 125.25, 20, 10, 5, 2.4, 40, 12);
    }

    private Sample of(FourLeptonProcess process) {
        return sample.where(row -> sample.get("process")[row] == process.ordinal());
    }

    @Test
    @DisplayName("of H have a median mass of 125.2 GeV and a central 68 % of ±1.0 to ±2.0 GeV; true masses are exact")
    void higgs() {
        Sample higgs = of(FourLeptonProcess.HIGGS);
        assertThat(Sample.median(higgs.get("M"))).isCloseTo(125.2, within(0.1));
        assertThat(Sample.width68(higgs.get("M"))).isBetween(1.0, 2.0);
        assertThat(Arrays.stream(higgs.get("genMass"))).allMatch(mass -> Math.abs(mass - 125.25) < 1e-7);
        assertThat(higgs.get("label")).containsOnly(1);
    }

    @Test
    @DisplayName("of one Z peak at its mass")
    void z() {
        Sample z = of(FourLeptonProcess.Z_TO_FOUR);
        assertThat(Sample.median(z.get("M"))).isCloseTo(91.19, within(0.2));
        assertThat(Sample.fraction(z.get("M"), 85, 97)).isGreaterThan(0.85);
        assertThat(z.get("label")).containsOnly(0);
    }

    @Test
    @DisplayName("are weighted to 9.73 of H, 80.1 of ZZ with its peak, and 3.92 reducible")
    void yields() {
        assertThat(sum(of(FourLeptonProcess.HIGGS))).isCloseTo(9.73, within(1e-9));
        assertThat(sum(of(FourLeptonProcess.ZZ)) + sum(of(FourLeptonProcess.Z_TO_FOUR)))
                .isCloseTo(80.1, within(1e-9));
        assertThat(sum(of(FourLeptonProcess.REDUCIBLE))).isCloseTo(3.92, within(1e-9));
    }

    @Test
    @DisplayName("are 5.67 ± 0.6 of ZZ between 118 and 130 GeV, as in the course notebook")
    void window() {
        double zz = 0;
        for (FourLeptonProcess process : new FourLeptonProcess[] {FourLeptonProcess.ZZ, FourLeptonProcess.Z_TO_FOUR}) {
            Sample events = of(process);
            zz += Sample.fraction(events.get("M"), 118, 130) * sum(events);
        }
        assertThat(zz).isCloseTo(5.67, within(0.6));
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 13, 99})
    @DisplayName("have the same sums of weights however few they are")
    void fewEvents(int events) {
        Sample few = Sample.of(new Higgs4lSimulation().create(settings(events), Context.standalone(1, 1)));
        assertThat(few.rows()).isEqualTo(events);
        assertThat(Arrays.stream(few.get("weight")).sum()).isCloseTo(9.73 + 80.1 + 3.92, within(1e-9));
    }

    @Test
    @DisplayName("pass the cuts by their measured values, in the order of falling pt, with charges that add up to zero")
    void cuts() {
        for (int row = 0; row < EVENTS; row++) {
            int all = row;
            double[] pt = IntStream.rangeClosed(1, 4)
                    .mapToDouble(muon -> sample.get("pt" + muon)[all])
                    .toArray();
            assertThat(pt[0]).isGreaterThan(20).isGreaterThanOrEqualTo(pt[1]);
            assertThat(pt[1]).isGreaterThan(10).isGreaterThanOrEqualTo(pt[2]);
            assertThat(pt[3]).isGreaterThan(5).isLessThanOrEqualTo(pt[2]);
            assertThat(IntStream.rangeClosed(1, 4)
                            .mapToDouble(muon -> sample.get("Q" + muon)[all])
                            .sum())
                    .isZero();
        }
        for (int muon = 1; muon <= 4; muon++) {
            assertThat(Arrays.stream(sample.get("eta" + muon))).allMatch(eta -> Math.abs(eta) < 2.4);
            assertThat(Arrays.stream(sample.get("phi" + muon))).allMatch(phi -> phi > -Math.PI && phi <= Math.PI);
            int number = muon;
            assertThat(IntStream.range(0, EVENTS))
                    .allMatch(row -> sample.get("PID" + number)[row] == -13 * sample.get("Q" + number)[row]);
        }
        assertThat(Arrays.stream(sample.get("M"))).allMatch(mass -> mass > 70 && mass < 181);
        assertThat(Arrays.stream(sample.get("mZ1"))).allMatch(mass -> mass > 40);
        assertThat(Arrays.stream(sample.get("mZ2"))).allMatch(mass -> mass > 12);
        double[] distance = new double[EVENTS];
        Arrays.setAll(
                distance,
                row -> Math.abs(sample.get("mZ2")[row] - 91.1876) - Math.abs(sample.get("mZ1")[row] - 91.1876));
        assertThat(Arrays.stream(distance)).allMatch(further -> further >= 0);
    }

    @Test
    @DisplayName("depend on the seed, and not on the number of threads")
    void threads() {
        Sample one = Sample.of(new Higgs4lSimulation().create(settings(9000), Context.standalone(1, 1)));
        Sample two = Sample.of(new Higgs4lSimulation().create(settings(9000), Context.standalone(1, 3)));
        Sample other = Sample.of(new Higgs4lSimulation().create(settings(9000), Context.standalone(2, 1)));
        one.columns()
                .forEach((name, values) -> assertThat(two.get(name)).as(name).isEqualTo(values));
        assertThat(other.get("pt1")).isNotEqualTo(one.get("pt1"));
    }

    @Test
    @DisplayName("have run and event as keys, and truth, label and weight as what they are")
    void roles() {
        assertThat(dataset.schema().withRole(ColumnRole.KEY))
                .extracting(ColumnSpec::name)
                .containsExactly("Run", "Event");
        assertThat(dataset.schema().withRole(ColumnRole.TRUTH))
                .extracting(ColumnSpec::name)
                .containsExactly("genMass", "genZ1Mass", "genZ2Mass", "process");
        assertThat(dataset.schema().withRole(ColumnRole.LABEL)).hasSize(1);
        assertThat(dataset.schema().withRole(ColumnRole.WEIGHT)).hasSize(1);
        assertThat(dataset.schema().classes()).containsExactly("background", "Higgs");
        assertThat(sample.get("Event"))
                .isEqualTo(IntStream.rangeClosed(1, EVENTS).asDoubleStream().toArray());
    }

    @Test
    @DisplayName("are refused where cuts contradict each other, or leave nothing")
    void hopeless() {
        assertThatThrownBy(() -> new Higgs4lSettings(10, 125.25, 5, 10, 5, 2.4, 40, 12))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("leading-pt = 5.0, subleading-pt = 10.0");
        Higgs4lSettings nothing = new Higgs4lSettings(10, 125.25, 500, 10, 5, 2.4, 40, 12);
        assertThatThrownBy(() -> Sample.of(new Higgs4lSimulation().create(nothing, Context.standalone(1, 1))))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("leading-pt = 500.0")
                .hasMessageContaining("loosen them");
    }

    private static double sum(Sample events) {
        return Arrays.stream(events.get("weight")).sum();
    }
}
