package org.muonframework.run.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.muonframework.report.Block;
import org.muonframework.report.EventScenes;
import org.muonframework.report.UniqueNames;
import org.muonframework.run.result.ModelResult;
import org.muonframework.spi.metric.Chapter;
import org.muonframework.spi.metric.MetricResult;

@DisplayName("Scenes among the figures of a run")
class ReportFiguresTest {

    private static ModelResult model(String name, Chapter chapter) {
        MetricResult found = MetricResult.of(List.of(), List.of()).withScenes(List.of(EventScenes.calorimeter()));
        return new ModelResult(
                name,
                Optional.empty(),
                ModelResult.NO_HISTORY,
                OptionalLong.empty(),
                List.of(new ModelResult.NamedResult("display", chapter, found)));
    }

    private static List<Block> blocks(Chapter chapter, String... models) {
        List<ModelResult> results =
                List.of(models).stream().map(name -> model(name, chapter)).toList();
        return new ReportFigures(results, new UniqueNames()).of(chapter);
    }

    @Test
    @DisplayName("stand in the chapter of their metric under the name of the model, also without figures")
    void models() {
        List<Block> blocks = blocks(Chapter.PHYSICS, "net", "trees");

        assertThat(blocks)
                .hasExactlyElementsOfTypes(
                        Block.Heading.class, Block.Display.class, Block.Heading.class, Block.Display.class);
        assertThat(((Block.Display) blocks.get(3)).file()).isEqualTo("trees-event");
    }

    @Test
    @DisplayName("of the data are shown once")
    void data() {
        assertThat(blocks(Chapter.DATA, "net", "trees"))
                .filteredOn(Block.Display.class::isInstance)
                .hasSize(1);
    }
}
