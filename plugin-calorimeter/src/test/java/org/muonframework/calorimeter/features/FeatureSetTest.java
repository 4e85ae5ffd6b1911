package org.muonframework.calorimeter.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.muonframework.spi.data.ColumnRole;

class FeatureSetTest {

    @Test
    @DisplayName("all are the 28 of the public code, in its order")
    void all() {
        assertThat(FeatureSet.ALL.names())
                .hasSize(28)
                .containsExactly(
                        "eabove",
                        "rmom",
                        "rmom1",
                        "r2m",
                        "r2m1",
                        "r2m2",
                        "r2m3",
                        "r2m4",
                        "r2m5",
                        "nclu",
                        "ncellmax",
                        "eclumax",
                        "maxdepthx",
                        "maxdepthy",
                        "maxdepthz",
                        "epercell",
                        "avgcells",
                        "nclu1",
                        "ncellmax1",
                        "eclumax1",
                        "epercell1",
                        "avgcells_off_trk",
                        "ymom",
                        "xmom",
                        "emeas",
                        "maxsum",
                        "eb1",
                        "ea1");
    }

    @Test
    @DisplayName("filtered are all but nine")
    void filtered() {
        List<String> left = new ArrayList<>(FeatureSet.ALL.names());
        left.removeAll(List.of(
                "eabove", "ncellmax", "eclumax", "nclu1", "ncellmax1", "eclumax1", "epercell1", "maxsum", "ea1"));
        assertThat(FeatureSet.FILTERED.names()).hasSize(19).isEqualTo(left);
    }

    @Test
    @DisplayName("the energy sums are three")
    void energySums() {
        assertThat(FeatureSet.ENERGY_SUMS.names()).containsExactly("eabove", "eb1", "ea1");
    }

    @Test
    @DisplayName("columns are features with a description")
    void columns() {
        assertThat(FeatureSet.ALL.columns()).allSatisfy(column -> {
            assertThat(column.role()).isEqualTo(ColumnRole.FEATURE);
            assertThat(column.jagged()).isFalse();
            assertThat(column.description()).isNotBlank();
        });
        assertThat(HighLevelFeature.R2M.spec().unit()).isEqualTo("mm^2");
    }

    @Test
    @DisplayName("compressed, a feature is the logarithm of itself and 0.001; one of either sign keeps its sign")
    void compressed() {
        assertThat(HighLevelFeature.R2M.compressed(0)).isCloseTo(Math.log(1e-3), within(1e-12));
        assertThat(HighLevelFeature.EMEAS.compressed(-99)).isCloseTo(-Math.log(100), within(1e-12));
        assertThat(HighLevelFeature.EMEAS.compressed(0)).isZero();
        assertThat(HighLevelFeature.EMEAS_SIZE.compressed(99.999)).isCloseTo(Math.log(100), within(1e-12));
    }
}
