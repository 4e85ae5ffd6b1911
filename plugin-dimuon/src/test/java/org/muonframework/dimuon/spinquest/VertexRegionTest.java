package org.muonframework.dimuon.spinquest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VertexRegionTest {

    @ParameterizedTest
    @CsvSource({
        "-650, COLLIMATOR",
        "-499.9, UPSTREAM",
        "-305.1, UPSTREAM",
        "-300, TARGET",
        "-294.9, GAP",
        "-0.1, GAP",
        "0.1, DUMP",
        "249.9, DUMP"
    })
    void aVertexIsInTheRegionAroundIt(double z, VertexRegion region) {
        assertThat(VertexRegion.of(z)).contains(region);
        assertThat(VertexRegion.nearest(z)).isEqualTo(region);
    }

    @Test
    void aTrueVertexElsewhereIsInNoRegionAndAMeasuredOneInTheNearest() {
        for (double z : new double[] {-801, -800, -500, -305, -295, 0, 250, 300, Double.NaN}) {
            assertThat(VertexRegion.of(z)).isEmpty();
        }
        assertThat(VertexRegion.nearest(-900)).isEqualTo(VertexRegion.COLLIMATOR);
        assertThat(VertexRegion.nearest(500)).isEqualTo(VertexRegion.DUMP);
    }

    @Test
    void theClassesHaveTheirOrder() {
        assertThat(VertexRegion.names()).containsExactly("collimator", "upstream", "target", "gap", "dump");
    }
}
