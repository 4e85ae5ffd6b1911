package org.muonframework.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.duckdb.DuckDBConnection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muonframework.data.format.InputFile;
import org.muonframework.data.format.Tables;
import org.muonframework.data.format.duckdb.DuckDatabase;
import org.muonframework.data.format.files.Formats;

class ExplodeRunTest {

    @TempDir
    private Path folder;

    /** Muons of events with prefixed names; the jets stay lists, and each muon finds its own. */
    @Test
    void muonsFindTheNearestOfTheJetsOfTheirEvent() throws Exception {
        Path data = folder.resolve("events.parquet");
        try (DuckDBConnection connection = DuckDatabase.open(1, Optional.empty());
                Statement statement = connection.createStatement()) {
            statement.execute("COPY (SELECT i AS event, [5.0 + i % 9, 6.0 + i % 7] AS softmu_pt,"
                    + " [0.5, -1.1] AS softmu_eta, [3.1, 0.2] AS softmu_phi, [i % 2, 1] AS softmu_real,"
                    + " [60.0, 35.0, 20.0] AS jet_pt, [-1.0, 0.6, 2.0] AS jet_eta, [0.0, -3.1, 1.0] AS jet_phi"
                    + " FROM range(200) t(i)) TO " + DuckDatabase.literal(data.toString()) + " (FORMAT parquet)");
        }
        Desk desk = new Desk(folder);
        Path analysis = desk.write("muons.conf", """
                dataset {
                  type = files, files = ["%s"], prefix = "softmu_"
                  explode { columns = ["softmu_*"], index = muon }
                  derive {
                    jet = "argmin(deltaR(eta, phi, jet_eta, jet_phi))"
                    jetPt = "jet_pt[jet]", jetEta = "jet_eta[jet]", jetPhi = "jet_phi[jet]"
                    pTrel = "ptRel(pt, eta, phi, jetPt, jetEta, jetPhi)"
                  }
                  selection = "deltaR(eta, phi, jetEta, jetPhi) < 0.4 && jetPt > 25 && abs(eta) < 2.5 && pt > 4"
                }
                features = [pt, pTrel, jetPt]
                classes = [fake, real]
                label = real
                model { type = boosted-trees }
                trainer { type = boosted-trees, rounds = 5, max-depth = 2 }
                metrics = [roc]
                """.formatted(data));
        Path run = folder.resolve("run");
        Desk.Ended trained = desk.framework("run", analysis.toString(), "--quiet", "--output", run.toString());
        assertThat(trained.code()).as(trained.err()).isZero();
        Path manifest = run.resolve("manifest.json");
        assertThat(manifest).content().containsPattern("\"selection\",\\s+\"rows\" : 400");

        Path output = folder.resolve("scores.csv");
        Desk.Ended predicted =
                desk.framework("predict", run.toString(), data.toString(), "-o", output.toString(), "--seen", "nan");
        assertThat(predicted.code()).as(predicted.err()).isZero();
        assertThat(Files.readAllLines(output)).hasSize(401).first().isEqualTo("event,muon,score");
    }

    @Test
    void muonsOfEventsAreTrainedOnAndPredictedWithTheirEventAndPlace() throws Exception {
        Path data = folder.resolve("events.parquet");
        try (DuckDBConnection connection = DuckDatabase.open(1, Optional.empty());
                Statement statement = connection.createStatement()) {
            statement.execute("COPY (SELECT [i % 10, i % 7]::DOUBLE[] AS Muon_pt, [i % 10 > 4, i % 7 > 4] AS Muon_real,"
                    + " i % 3 AS jets FROM range(200) t(i)) TO " + DuckDatabase.literal(data.toString())
                    + " (FORMAT parquet)");
        }
        Desk desk = new Desk(folder);
        Path analysis = desk.write("muons.conf", """
                dataset {
                  type = files, files = ["%s"]
                  explode { columns = ["Muon_*"], index = muon }
                  selection = "Muon_pt >= 0"
                }
                features = [Muon_pt, jets]
                classes = [fake, real]
                label = Muon_real
                model { type = boosted-trees }
                trainer { type = boosted-trees, rounds = 5, max-depth = 2 }
                """.formatted(data));
        Path run = folder.resolve("run");
        Desk.Ended trained = desk.framework("run", analysis.toString(), "--quiet", "--output", run.toString());
        assertThat(trained.code()).as(trained.err()).isZero();
        assertThat(trained.err()).doesNotContain("different events");
        Map<String, List<Object>> predictions =
                Tables.read(Formats.open(InputFile.of(run.resolve("predictions.parquet")), Tables.OPTIONS)
                        .open(Set.of("file", "entry", "muon", "part")));
        assertThat(predictions.get("muon")).hasSize(400).containsOnly(0L, 1L);
        assertThat(predictions.get("file")).containsOnly(data.toString());

        Path output = folder.resolve("scores.csv");
        Desk.Ended predicted =
                desk.framework("predict", run.toString(), data.toString(), "-o", output.toString(), "--seen", "nan");
        assertThat(predicted.code()).as(predicted.err()).isZero();
        assertThat(Files.readAllLines(output))
                .hasSize(401)
                .element(0)
                .asString()
                .endsWith(",entry,muon,score");
    }
}
