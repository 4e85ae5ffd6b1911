package org.muonframework.darksector.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.muonframework.spi.Context;
import org.muonframework.spi.DatasetProvider;
import org.muonframework.spi.data.Batch;
import org.muonframework.spi.data.BatchReader;
import org.muonframework.spi.data.Column;
import org.muonframework.spi.data.ColumnRole;
import org.muonframework.spi.data.ColumnSpec;
import org.muonframework.spi.data.Dataset;

class PunziNetSimulationTest {

    private final Dataset dataset = new PunziNetSimulation()
            .create(
                    new DarkSectorSettings(List.of(1.8, 1.7), 100, 300, Optional.empty(), 178, true, false),
                    Context.standalone(3, 2));

    @Test
    void itIsFoundAsAService() {
        assertThat(ServiceLoader.load(DatasetProvider.class).stream().map(ServiceLoader.Provider::type))
                .contains(PunziNetSimulation.class);
    }

    @Test
    @DisplayName("the columns of punzinet, with the four features, and what efficiency and coupling need")
    void columns() {
        assertThat(dataset.schema().names())
                .containsExactly(
                        "event",
                        "candidate",
                        "category",
                        "range_idx_low",
                        "range_idx_high",
                        "gen_mass",
                        "sig_m_range",
                        "labels",
                        "M",
                        "weights",
                        "feature_1",
                        "feature_2",
                        "feature_3",
                        "feature_4",
                        "generated",
                        "sigmaRef");
        assertThat(dataset.schema().withRole(ColumnRole.FEATURE).stream().map(ColumnSpec::name))
                .containsExactly("feature_1", "feature_2", "feature_3", "feature_4");
        assertThat(dataset.schema().withRole(ColumnRole.LABEL)).hasSize(1);
        assertThat(dataset.schema().find("feature_1").orElseThrow().description())
                .isEqualTo("eRec: energy of the recoil pair");
    }

    @Test
    @DisplayName("masses in MeV and categories by them; wrong pairs of signal have no weight")
    void rows() {
        Rows rows = Rows.of(dataset, Set.of("gen_mass", "sig_m_range", "labels", "weights"));
        List<String> categories = categories();
        for (int row = 0; row < rows.size(); row++) {
            boolean signal = row < 800;
            double mass = signal ? row < 400 ? 1800 : 1700 : -999;
            assertThat(rows.get("gen_mass")[row]).isEqualTo(mass);
            assertThat(rows.get("sig_m_range")[row]).isEqualTo(signal ? 1 : 0);
            assertThat(categories.get(row)).matches(signal ? (int) mass + "MeV" : "mumumumu_(conversion|radiation)");
            if (signal) {
                assertThat(rows.get("weights")[row]).isEqualTo(rows.get("labels")[row]);
            } else {
                assertThat(rows.get("weights")[row]).isPositive();
                assertThat(rows.get("labels")[row]).isZero();
            }
        }
    }

    @Test
    @DisplayName("true candidates are in the window of their hypothesis in about 95 %, numbered by increasing mass")
    void windows() {
        Rows rows = Rows.of(dataset, Set.of("range_idx_low", "range_idx_high", "labels", "gen_mass"));
        Rows signal = rows.where(row -> rows.get("labels")[row] == 1);
        int inside = 0;
        for (int row = 0; row < signal.size(); row++) {
            int hypothesis = signal.get("gen_mass")[row] == 1700 ? 0 : 1;
            boolean in = signal.get("range_idx_low")[row] == hypothesis;
            assertThat(signal.get("range_idx_high")[row]).isEqualTo(in ? hypothesis : -2);
            inside += in ? 1 : 0;
        }
        assertThat(inside / 200.0).isBetween(0.88, 0.99);
    }

    @Test
    void overlappingWindows() {
        MassWindows windows = new MassWindows(new double[] {5, 5.02, 5.04, 7});
        assertThat(windows.first(5.021)).isZero();
        assertThat(windows.last(5.021)).isEqualTo(2);
        assertThat(windows.first(6)).isEqualTo(-1);
        assertThat(windows.last(6)).isEqualTo(-2);
        assertThat(MassWindows.resolution(3)).isCloseTo(8.2e-3, within(1e-12));
        assertThat(MassWindows.resolution(10)).isCloseTo(38e-3, within(1e-12));
        assertThat(MassWindows.resolution(0.22)).isBetween(1e-3, 1.3e-3);
    }

    private List<String> categories() {
        List<String> categories = new ArrayList<>();
        try (BatchReader reader = dataset.open(Set.of("category"))) {
            for (Optional<Batch> next = reader.next(); next.isPresent(); next = reader.next()) {
                categories.addAll(List.of(((Column.Texts) next.get().column("category")).values()));
            }
        }
        return categories;
    }
}
