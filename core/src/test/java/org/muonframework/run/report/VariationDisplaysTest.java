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
        List<Block> blocks = new VariationDisplays("net", false, variations).blocks(new UniqueNames());

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
        assertThat(new VariationDisplays("net", true, variations).blocks(new UniqueNames()))
                .contains(new Block.Heading("net, up"));
        assertThat(new VariationDisplays("other", true, variations).blocks(new UniqueNames()))
                .isEmpty();
    }
}
