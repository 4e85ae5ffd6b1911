package org.muonframework.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muonframework.report.Block;
import org.muonframework.report.Report;
import org.muonframework.report.ReportJson;
import org.muonframework.spi.figure.Mark;

@DisplayName("The report of a run with several models")
class SeveralModelsTest {

    @TempDir
    private static Path folder;

    private static Path run;
    private static Report report;

    @BeforeAll
    static void train() {
        Desk desk = new Desk(folder);
        run = folder.resolve("run");
        Desk.Ended ended =
                desk.framework("run", desk.writeTwoModels("").toString(), "--quiet", "--output", run.toString());
        assertThat(ended.code()).as(ended.err()).isZero();
        report = ReportJson.read(run.resolve("report.json")).report();
    }

    private static List<Block> chapter(String id) {
        return report.sections().stream()
                .filter(section -> section.id().equals(id))
                .findFirst()
                .orElseThrow()
                .blocks();
    }

    @Test
    @DisplayName("begins the figures of a chapter with those of all models, over each other")
    void overlays() {
        List<Block> performance = chapter("performance");
        int heading = performance.indexOf(new Block.Heading("All models"));

        assertThat(heading).isPositive().isLessThan(performance.indexOf(new Block.Heading("with-x")));
        List<Block.Picture> shared = ((Block.Pictures) performance.get(heading + 1)).pictures();
        assertThat(shared).extracting(Block.Picture::file).contains("all-roc-curve", "all-background-rejection");
        assertThat(shared.get(0).figure().marks()).extracting(Mark::label).containsExactly("with-x", "without-x");
        assertThat(run.resolve("figures/all-roc-curve.svg")).isRegularFile();
        assertThat(chapter("training")).contains(new Block.Heading("All models"));
    }

    @Test
    @DisplayName("says how far the area of each is from the first's, on the same rows")
    void differences() {
        Block.Table table = chapter("performance").stream()
                .filter(block ->
                        block instanceof Block.Table one && one.caption().equals("Differences of AUC"))
                .map(Block.Table.class::cast)
                .findFirst()
                .orElseThrow();

        assertThat(table.rows()).hasSize(1);
        assertThat(table.rows().get(0).get(0)).isEqualTo("signal");
        assertThat(table.rows().get(0).get(1)).isEqualTo("without-x − with-x");
        assertThat(table.rows().get(0).get(2)).matches("−0\\.[34]\\d ± 0\\.0\\d+");
        assertThat(table.rows().get(0).get(3)).isEqualTo("< 0.0001");
        assertThat(table.rows().get(0).get(4)).matches("the same \\d+ rows");
    }
}
