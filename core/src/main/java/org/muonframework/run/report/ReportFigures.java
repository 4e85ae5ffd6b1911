package org.muonframework.run.report;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.muonframework.report.Block;
import org.muonframework.report.FigureFiles;
import org.muonframework.report.FigureOverlay;
import org.muonframework.report.UniqueNames;
import org.muonframework.report.draw.Projections;
import org.muonframework.run.result.ModelResult;
import org.muonframework.spi.figure.Figure;
import org.muonframework.spi.figure.Scene;
import org.muonframework.spi.metric.Chapter;

/** The figures and scenes of all models by chapter, each with a name for its files. */
final class ReportFigures {

    private final boolean several;
    private final Map<Chapter, Map<String, List<Block.Picture>>> pictures = new EnumMap<>(Chapter.class);
    private final Map<Chapter, Map<String, List<Block>>> displays = new EnumMap<>(Chapter.class);
    private final Map<Chapter, List<Block.Picture>> overlays = new EnumMap<>(Chapter.class);
    private final UniqueNames files;
    private final Set<String> ofData = new HashSet<>();

    ReportFigures(List<ModelResult> models, UniqueNames files) {
        this.files = files;
        several = models.size() > 1;
        for (ModelResult model : models) {
            for (ModelResult.NamedResult metric : model.metrics()) {
                metric.result().scenes().stream()
                        .filter(scene -> metric.chapter() != Chapter.DATA || isNew(scene))
                        .forEach(scene -> displays.computeIfAbsent(metric.chapter(), chapter -> new LinkedHashMap<>())
                                .computeIfAbsent(model.name(), name -> new ArrayList<>())
                                .add(display(model.name(), scene)));
                for (Figure figure : metric.result().figures()) {
                    if (metric.chapter() == Chapter.DATA && !isNew(figure)) {
                        continue;
                    }
                    pictures.computeIfAbsent(metric.chapter(), chapter -> new LinkedHashMap<>())
                            .computeIfAbsent(model.name(), name -> new ArrayList<>())
                            .add(new Block.Picture(file(model.name(), figure), model.name(), figure));
                }
            }
        }
        pictures.forEach((chapter, ofModels) -> overlays.put(chapter, overlays(ofModels)));
    }

    /** Models that see the same columns have the same figures of the data: one is enough. */
    private boolean isNew(Figure figure) {
        return ofData.add(figure.name() + "\n" + FigureFiles.numbers(figure));
    }

    private boolean isNew(Scene scene) {
        return Projections.of(scene).stream().map(this::isNew).reduce(false, Boolean::logicalOr);
    }

    private Block.Display display(String model, Scene scene) {
        String name = several ? model + "-" + scene.name() : scene.name();
        return new Block.Display(files.of(name, Block.Display.ENDINGS), model, scene);
    }

    /** The figures that models share, over each other. */
    private List<Block.Picture> overlays(Map<String, List<Block.Picture>> ofModels) {
        Map<String, List<Figure>> figures = new LinkedHashMap<>();
        ofModels.forEach((model, own) ->
                figures.put(model, own.stream().map(Block.Picture::figure).toList()));
        return FigureOverlay.of(figures).stream()
                .map(figure -> new Block.Picture(files.of("all-" + figure.name()), "", figure))
                .toList();
    }

    /** Two metrics of a kind draw figures of the same name: the second gets a number. */
    private String file(String model, Figure figure) {
        return files.of(several ? model + "-" + figure.name() : figure.name());
    }

    /**
     * The figures of a chapter, then its scenes; where there are several models first the figures that they share, then
     * those of each under its name.
     */
    List<Block> of(Chapter chapter) {
        List<Block> blocks = new ArrayList<>();
        List<Block.Picture> shared = overlays.getOrDefault(chapter, List.of());
        if (!shared.isEmpty()) {
            blocks.add(new Block.Heading("All models"));
            blocks.add(new Block.Pictures(shared));
        }
        Map<String, List<Block.Picture>> figures = pictures.getOrDefault(chapter, Map.of());
        Map<String, List<Block>> scenes = displays.getOrDefault(chapter, Map.of());
        Set<String> models = new LinkedHashSet<>(figures.keySet());
        models.addAll(scenes.keySet());
        for (String model : models) {
            if (several) {
                blocks.add(new Block.Heading(model));
            }
            if (figures.containsKey(model)) {
                blocks.add(new Block.Pictures(figures.get(model)));
            }
            blocks.addAll(scenes.getOrDefault(model, List.of()));
        }
        return blocks;
    }
}
