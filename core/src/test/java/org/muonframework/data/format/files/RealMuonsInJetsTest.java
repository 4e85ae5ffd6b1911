package org.muonframework.data.format.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.muonframework.data.ColumnNames;
import org.muonframework.data.DerivedColumns;
import org.muonframework.data.format.Tables;
import org.muonframework.spi.Context;
import org.muonframework.spi.data.Batch;
import org.muonframework.spi.data.BatchReader;
import org.muonframework.spi.data.Dataset;

@DisplayName("Muons of a CMS NanoAOD file, one row each, without their prefix")
class RealMuonsInJetsTest {

    /** What its makers found by looking for the muon among the particles of the jets: -1 for none. */
    private static final String JET_OF_MAKERS = "jetIdx";

    private static final Map<String, String> DERIVED = Map.of(
            "nearest", "argmin(deltaR(eta, phi, Jet_eta, Jet_phi))",
            "dR", "min(deltaR(eta, phi, Jet_eta, Jet_phi))",
            "pTrel", "ptRel(pt, eta, phi, Jet_pt[nearest], Jet_eta[nearest], Jet_phi[nearest])",
            "z", "longitudinalFraction(pt, eta, phi, Jet_pt[nearest], Jet_eta[nearest], Jet_phi[nearest])");

    @Test
    @DisplayName("lie in the jet that is nearest to them")
    void nearestJet() {
        FilesSettings settings = new FilesSettings(
                List.of(Tables.real("root/NanoAODv5_sample.root").toString()),
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.of(new ExplodeSettings(List.of("Muon_*"), "muon")));
        Dataset muons = new ColumnNames("Muon_", Map.of())
                .applyTo(new FilesDatasetProvider().create(settings, Context.standalone(1, 1)));
        DerivedColumns derived = DerivedColumns.of(muons.schema(), DERIVED);
        assertThat(derived.problems()).isEmpty();

        int inJet = 0;
        int agree = 0;
        Set<String> columns = Set.of("pt", "eta", "phi", "Jet_pt", "Jet_eta", "Jet_phi", JET_OF_MAKERS);
        Set<String> needed = derived.needed(List.of("nearest", "dR", "pTrel", "z", JET_OF_MAKERS));
        try (BatchReader reader = muons.open(columns)) {
            for (Optional<Batch> next = reader.next(); next.isPresent(); next = reader.next()) {
                Batch batch = derived.apply(next.get(), needed);
                for (int row = 0; row < batch.rows(); row++) {
                    double jet = batch.column(JET_OF_MAKERS).doubleAt(row);
                    if (jet >= 0 && batch.column("dR").doubleAt(row) < 0.4) {
                        inJet++;
                        agree += batch.column("nearest").doubleAt(row) == jet ? 1 : 0;
                        double p = batch.column("pt").doubleAt(row)
                                * Math.cosh(batch.column("eta").doubleAt(row));
                        assertThat(batch.column("pTrel").doubleAt(row)).isBetween(0.0, p * Math.sin(0.5));
                        assertThat(batch.column("z").doubleAt(row)).isBetween(0.0, 5.0);
                    }
                }
            }
        }
        assertThat(inJet).isEqualTo(744);
        assertThat(agree).isEqualTo(743);
    }
}
