package org.muonframework.dimuon.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.muonframework.dimuon.Sample;
import org.muonframework.spi.Context;
import org.muonframework.spi.data.ColumnRole;
import org.muonframework.spi.data.Dataset;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DimuonSimulationTest {

    private final Dataset dataset =
            new DimuonSimulation().create(new DimuonSettings(40_000, 4, 3, 2.4), Context.standalone(1, 2));
    private final Sample sample = Sample.of(dataset);

    @Test
    @DisplayName("true masses lie in 2–110 GeV, with the shares of J/ψ, Υ(1S) and Z on top of a continuum")
    void peaks() {
        double[] mass = sample.get("genMass");
        assertThat(Sample.fraction(mass, 2 - 1e-9, 110)).isEqualTo(1);
        assertThat(peak(mass, 3.0969, 0.005)).isCloseTo(0.15, within(0.01));
        assertThat(peak(mass, 9.4603, 0.005)).isCloseTo(0.06, within(0.01));
        assertThat(Sample.fraction(mass, 86, 96)).isGreaterThan(0.035);
    }

    @Test
    void theDatasetHasNoClasses() {
        assertThat(dataset.schema().classes()).isEmpty();
        assertThat(dataset.schema().withRole(ColumnRole.LABEL)).isEmpty();
        assertThat(dataset.schema().find("genMass").orElseThrow().role()).isEqualTo(ColumnRole.TRUTH);
    }

    @Test
    @DisplayName("the measured J/ψ is as wide as the resolution of its muons makes it, 1.1–1.8 %")
    void measuredResonance() {
        double[] trueMass = sample.get("genMass");
        double[] measured = ZmumuSimulationTest.mass(sample.where(i -> Math.abs(trueMass[i] - 3.0969) < 0.005));
        assertThat(Sample.median(measured)).isCloseTo(3.09, within(0.02));
        assertThat(Sample.width68(measured) / 3.0969).isBetween(0.011, 0.018);
    }

    private static double peak(double[] mass, double position, double window) {
        return Sample.fraction(mass, position - window, position + window);
    }
}
