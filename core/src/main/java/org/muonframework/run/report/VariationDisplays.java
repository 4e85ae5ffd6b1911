package org.muonframework.run.report;

import java.util.ArrayList;
import java.util.List;
import org.muonframework.report.Block;
import org.muonframework.report.FigureOverlay;
import org.muonframework.report.UniqueNames;
import org.muonframework.run.result.VariationResult;
import org.muonframework.spi.figure.Figure;
import org.muonframework.spi.figure.Scene;

/**
 * What of one model on each variation cannot be laid over each other: scenes, such as displays of events, and figures
 * that the nominal sample has none of on the same axes, such as data over what is expected.
 *
 * @param model name of the model
 * @param several whether there are other models
 * @param nominal the nominal sample's figures
 * @param variations what the metrics found on the variations
 */
record VariationDisplays(String model, boolean several, List<Figure> nominal, List<VariationResult> variations) {

    /** Figures, then scenes, of a variation under its name; nothing where there are none. */
    List<Block> blocks(UniqueNames files) {
        List<Block> blocks = new ArrayList<>();
        for (VariationResult variation : variations) {
            List<Scene> scenes = variation.models().getOrDefault(model, List.of()).stream()
                    .flatMap(metric -> metric.result().scenes().stream())
                    .toList();
            String prefix = "variations-" + (several ? model + "-" : "") + variation.name() + "-";
            List<Block.Picture> pictures = variation.models().getOrDefault(model, List.of()).stream()
                    .flatMap(metric -> metric.result().figures().stream())
                    .filter(figure -> nominal.stream().noneMatch(own -> FigureOverlay.belongTogether(own, figure)))
                    .map(figure -> new Block.Picture(files.of(prefix + figure.name()), "", figure))
                    .toList();
            if (!scenes.isEmpty() || !pictures.isEmpty()) {
                blocks.add(new Block.Heading(several ? model + ", " + variation.name() : variation.name()));
            }
            if (!pictures.isEmpty()) {
                blocks.add(new Block.Pictures(pictures));
            }
            scenes.forEach(scene -> blocks.add(
                    new Block.Display(files.of(prefix + scene.name(), Block.Display.ENDINGS), model, scene)));
        }
        return blocks;
    }
}
