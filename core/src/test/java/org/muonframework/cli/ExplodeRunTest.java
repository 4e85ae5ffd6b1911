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
