package org.muonframework.run.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.muonframework.report.Block;
import org.muonframework.report.EventScenes;
import org.muonframework.report.UniqueNames;
import org.muonframework.run.result.ModelResult.NamedResult;
import org.muonframework.run.result.VariationResult;
import org.muonframework.spi.figure.Axis;
import org.muonframework.spi.figure.Figure;
import org.muonframework.spi.metric.Chapter;
import org.muonframework.spi.metric.MetricResult;

@DisplayName("Scenes of variations")
class VariationDisplaysTest {

    private static VariationResult variation(String name, int scenes) {
        MetricResult found = MetricResult.of(List.of(), List.of())
                .withScenes(scenes == 0 ? List.of() : List.of(EventScenes.calorimeter(), EventScenes.calorimeter()));
        return new VariationResult(
                name,
                "files",
                Map.of(),
                List.of(),
                List.of(),
                List.of(),
                Map.of("net", List.of(new NamedResult("display", Chapter.PHYSICS, found))));
    }

    @Test
    @DisplayName("stand under the name of their variation, in files of their own")
    void each() {
        List<VariationResult> variations = List.of(variation("none", 0), variation("up", 2), variation("down", 2));
        List<Block> blocks = new VariationDisplays("net", false, List.of(), variations).blocks(new UniqueNames());

        assertThat(blocks)
                .hasExactlyElementsOfTypes(
                        Block.Heading.class,
                        Block.Display.class,
                        Block.Display.class,
                        Block.Heading.class,
                        Block.Display.class,
                        Block.Display.class);
        assertThat(blocks.get(3)).isEqualTo(new Block.Heading("down"));
        assertThat(blocks)
                .filteredOn(Block.Display.class::isInstance)
                .extracting(block -> ((Block.Display) block).file())
                .containsExactly(
                        "variations-up-event",
                        "variations-up-event-2",
                        "variations-down-event",
                        "variations-down-event-2");
        assertThat(new VariationDisplays("net", true, List.of(), variations).blocks(new UniqueNames()))
                .contains(new Block.Heading("net, up"));
        assertThat(new VariationDisplays("other", true, List.of(), variations).blocks(new UniqueNames()))
                .isEmpty();
    }

    @Test
    @DisplayName("have figures in front of them that only the variation has, on these axes")
    void figuresOfTheVariationAlone() {
        List<Figure> figures = List.of(figure("roc-curve", "y"), figure("data", "y"), figure("peak", "y"));
        VariationResult variation = new VariationResult(
                "real",
                "files",
                Map.of(),
                List.of(),
                List.of(),
                List.of(),
                Map.of("net", List.of(new NamedResult("any", Chapter.PHYSICS, MetricResult.of(List.of(), figures)))));
        List<Figure> nominal = List.of(figure("roc-curve", "y"), figure("peak", "rows"));
        List<Block> blocks = new VariationDisplays("net", false, nominal, List.of(variation)).blocks(new UniqueNames());

        assertThat(blocks).hasSize(2);
        assertThat(blocks.get(0)).isEqualTo(new Block.Heading("real"));
        assertThat(((Block.Pictures) blocks.get(1)).pictures())
                .extracting(Block.Picture::file)
                .containsExactly("variations-real-data", "variations-real-peak");
    }

    private static Figure figure(String name, String y) {
        return Figure.of(name, name, "", Axis.of("x"), Axis.of(y), List.of());
    }
}
