package org.muonframework.run.report;

import java.util.ArrayList;
import java.util.List;
import org.muonframework.report.Block;
import org.muonframework.report.UniqueNames;
import org.muonframework.run.result.VariationResult;
import org.muonframework.spi.figure.Scene;

/**
 * The scenes of one model on each variation, such as displays of events, which cannot be laid over each other.
 *
 * @param model name of the model
 * @param several whether there are other models
 * @param variations what the metrics found on the variations
 */
record VariationDisplays(String model, boolean several, List<VariationResult> variations) {

    /** Those of a variation under its name; nothing where there are none. */
    List<Block> blocks(UniqueNames files) {
        List<Block> blocks = new ArrayList<>();
        for (VariationResult variation : variations) {
            List<Scene> scenes = variation.models().getOrDefault(model, List.of()).stream()
                    .flatMap(metric -> metric.result().scenes().stream())
                    .toList();
            if (!scenes.isEmpty()) {
                blocks.add(new Block.Heading(several ? model + ", " + variation.name() : variation.name()));
            }
            String prefix = "variations-" + (several ? model + "-" : "") + variation.name() + "-";
            scenes.forEach(scene -> blocks.add(
                    new Block.Display(files.of(prefix + scene.name(), Block.Display.ENDINGS), model, scene)));
        }
        return blocks;
    }
}
