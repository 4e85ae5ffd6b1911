package org.muonframework.run.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muonframework.data.format.TableWriter;
import org.muonframework.data.format.files.TableWriters;
import org.muonframework.spi.data.Batch;
import org.muonframework.spi.data.Column;
import org.muonframework.spi.data.ColumnSpec;
import org.muonframework.spi.data.ColumnType;
import org.muonframework.spi.data.Schema;

@DisplayName("Rows that two models scored")
class ScoreRowsTest {

    private static final List<String> KEYS = List.of("run", "lumi's \"key\"");

    @TempDir
    private Path folder;

    /** A row: part, the two keys, label, weight, score. */
    private record Row(String part, long run, String lumi, int label, double weight, float score) {}

    private static Row row(String lumi, int label, double weight, double score) {
        return new Row("test", 7, lumi, label, weight, (float) score);
    }

    private ScoreFile file(String name, Row... rows) {
        Schema schema = Schema.of(List.of(
                ColumnSpec.of("part", ColumnType.TEXT),
                ColumnSpec.of("run", ColumnType.LONG),
                ColumnSpec.of(KEYS.get(1), ColumnType.TEXT),
                ColumnSpec.of("label", ColumnType.INT),
                ColumnSpec.of("weight", ColumnType.DOUBLE),
                ColumnSpec.of("score", ColumnType.FLOAT)));
        int n = rows.length;
        String[] part = new String[n];
        long[] run = new long[n];
        String[] lumi = new String[n];
        int[] label = new int[n];
        double[] weight = new double[n];
        float[] score = new float[n];
        for (int i = 0; i < n; i++) {
            part[i] = rows[i].part();
            run[i] = rows[i].run();
            lumi[i] = rows[i].lumi();
            label[i] = rows[i].label();
            weight[i] = rows[i].weight();
            score[i] = rows[i].score();
        }
        Map<String, Column> columns = new LinkedHashMap<>();
        columns.put("part", new Column.Texts(part));
        columns.put("run", new Column.Longs(run));
        columns.put(KEYS.get(1), new Column.Texts(lumi));
        columns.put("label", new Column.Ints(label));
        columns.put("weight", new Column.Doubles(weight));
        columns.put("score", new Column.Floats(score));
        Path path = folder.resolve(name);
        try (TableWriter writer = TableWriters.open(path, schema)) {
            writer.write(new Batch(n, columns, name, 1));
            writer.commit();
        }
        return new ScoreFile(path, "score", "test");
    }

    private static List<String> pairs(ScoreRows rows) {
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            pairs.add(rows.labels()[i] + " " + rows.first()[i] + " " + rows.second()[i]);
        }
        return pairs;
    }

    @Test
    @DisplayName("are found by all their keys and their class, in the order of the first file")
    void keys() {
        ScoreFile one = file(
                "one.parquet",
                row("b", 1, 1, 0.5),
                row("a", 0, 1, 0.25),
                row("c", 0, 1, 0.125),
                new Row("training", 7, "d", 1, 1, 0));
        ScoreFile other = file(
                "other.parquet",
                row("a", 0, 1, 0.75),
                row("b", 1, 1, 0.625),
                row("c", 1, 1, 0.875),
                new Row("test", 8, "b", 1, 1, 1),
                row("d", 1, 1, 1));

        assertThat(pairs(ScoreRows.common(one, other, KEYS))).containsExactly("1 0.5 0.625", "0 0.25 0.75");
        assertThat(ScoreRows.count(one)).isEqualTo(3);
        assertThat(ScoreRows.count(other)).isEqualTo(5);
    }

    @Test
    @DisplayName("are paired in their order where an event has several")
    void candidates() {
        ScoreFile one = file(
                "one.parquet", row("a", 1, 1, 0.5), row("b", 1, 1, 0.25), row("a", 1, 1, 0.75), row("a", 0, 1, 0.125));
        ScoreFile other =
                file("other.parquet", row("a", 0, 1, 0), row("a", 1, 1, 5), row("a", 1, 1, 7), row("a", 1, 1, 9));

        assertThat(pairs(ScoreRows.common(one, other, KEYS))).containsExactly("1 0.5 5.0", "1 0.75 7.0", "0 0.125 0.0");
    }

    @Test
    @DisplayName("know how many of them weigh something else, NaN being like NaN")
    void weights() {
        ScoreFile one = file("one.parquet", row("a", 1, 1, 0), row("b", 1, -2, 0), row("c", 1, Double.NaN, 0));
        ScoreFile other = file("other.parquet", row("a", 1, 1, 0), row("b", 1, 2, 0), row("c", 1, Double.NaN, 0));

        ScoreRows rows = ScoreRows.common(one, other, KEYS);

        assertThat(rows.reweighted()).isEqualTo(1);
        assertThat(rows.weights()).containsExactly(1, -2, Double.NaN);
    }

    @Test
    @DisplayName("are none where the files have none in common")
    void none() {
        ScoreRows rows = ScoreRows.common(
                file("one.parquet", row("a", 1, 1, 0)), file("other.parquet", row("b", 1, 1, 0)), KEYS);

        assertThat(rows.size()).isZero();
        assertThat(rows.reweighted()).isZero();
    }

    @Test
    @DisplayName("of one class against the rest keep scores, weights and order")
    void oneAgainstRest() {
        ScoreFile file = file("one.parquet", row("a", 2, 1, 0.5), row("b", 0, 3, 0.25));

        var rest = ScoreRows.ofFile(file, file).ofSecond(2, "jet");

        assertThat(rest.name()).isEqualTo("jet");
        assertThat(rest.scores()).containsExactly(0.5, 0.25);
        assertThat(rest.members()).containsExactly(true, false);
        assertThat(rest.weights()).containsExactly(1, 3);
    }
}
