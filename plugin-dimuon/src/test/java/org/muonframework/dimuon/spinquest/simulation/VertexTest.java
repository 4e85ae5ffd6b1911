package org.muonframework.dimuon.spinquest.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.muonframework.dimuon.Sample;
import org.muonframework.dimuon.spinquest.VertexRegion;

@DisplayName("A vertex")
class VertexTest {

    private static final int VERTICES = 100_000;

    @ParameterizedTest
    @EnumSource
    @DisplayName("lies in its region")
    void region(VertexRegion region) {
        double[] z = values(region, vertex -> vertex.z);
        assertThat(Arrays.stream(z)).allMatch(value -> VertexRegion.of(value).orElseThrow() == region);
    }

    @Test
    @DisplayName("in the beam is 0.32 cm wide")
    void beam() {
        for (VertexRegion region : new VertexRegion[] {VertexRegion.UPSTREAM, VertexRegion.TARGET, VertexRegion.GAP}) {
            assertThat(Sample.standardDeviation(values(region, vertex -> vertex.x)))
                    .isCloseTo(0.32, within(0.004));
            assertThat(Sample.standardDeviation(values(region, vertex -> vertex.y)))
                    .isCloseTo(0.32, within(0.004));
        }
    }

    @Test
    @DisplayName("in the target fills its 7.9 cm")
    void target() {
        double[] z = values(VertexRegion.TARGET, vertex -> vertex.z);
        assertThat(Sample.fraction(z, -303.95, -296.05)).isEqualTo(1);
        assertThat(Sample.standardDeviation(z)).isCloseTo(7.9 / Math.sqrt(12), within(0.02));
    }

    @Test
    @DisplayName("in the collimator is in its walls, 20 cm deep on average")
    void collimator() {
        double[] radius = values(VertexRegion.COLLIMATOR, vertex -> Math.hypot(vertex.x, vertex.y));
        assertThat(Sample.fraction(radius, 1.6, 5)).isEqualTo(1);
        assertThat(Sample.fraction(radius, 1.6, 3)).isCloseTo((9 - 2.56) / (25 - 2.56), within(0.006));
        assertThat(Sample.mean(values(VertexRegion.COLLIMATOR, vertex -> vertex.z)))
                .isCloseTo(-663.3 + 20 - 121.9 * Math.exp(-121.9 / 20) / (1 - Math.exp(-121.9 / 20)), within(0.2));
    }

    @Test
    @DisplayName("in the dump is behind its hole but for 2 %, and in the beam but for 8 %")
    void dump() {
        double[] z = values(VertexRegion.DUMP, vertex -> vertex.z);
        assertThat(Sample.fraction(z, 0, 25)).isCloseTo(0.02, within(0.002));
        assertThat(Sample.fraction(z, 25, 25 + 18.5)).isCloseTo(0.98 * (1 - Math.exp(-1)), within(0.006));
        double[] radius = values(VertexRegion.DUMP, vertex -> Math.hypot(vertex.x, vertex.y));
        assertThat(Sample.fraction(radius, 2, 4.5)).isCloseTo(0.08 * (1 - 4 / 20.25), within(0.003));
        assertThat(Sample.fraction(radius, 4.5, 1000)).isZero();
    }

    private static double[] values(VertexRegion region, ToDoubleFunction<Vertex> value) {
        SplittableRandom random = new SplittableRandom(4);
        Vertex vertex = new Vertex();
        double[] values = new double[VERTICES];
        for (int i = 0; i < VERTICES; i++) {
            vertex.draw(region, random);
            values[i] = value.applyAsDouble(vertex);
        }
        return values;
    }
}
