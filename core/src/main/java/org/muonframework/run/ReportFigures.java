package org.muonframework.run;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.muonframework.report.Block;
import org.muonframework.spi.figure.Figure;
import org.muonframework.spi.metric.Chapter;

/** The figures of all models by chapter, each with a name for its files. */
final class ReportFigures {

    private final boolean several;
    private final Map<Chapter, Map<String, List<Block.Picture>>> pictures = new EnumMap<>(Chapter.class);
    private final Set<String> files = new HashSet<>();

    ReportFigures(List<ModelResult> models) {
        several = models.size() > 1;
        for (ModelResult model : models) {
            for (ModelResult.NamedResult metric : model.metrics()) {
                for (Figure figure : metric.result().figures()) {
                    pictures.computeIfAbsent(metric.chapter(), chapter -> new LinkedHashMap<>())
                            .computeIfAbsent(model.name(), name -> new ArrayList<>())
                            .add(new Block.Picture(file(model.name(), figure), model.name(), figure));
                }
            }
        }
    }

    /** Two metrics of a kind draw figures of the same name: the second gets a number. */
    private String file(String model, Figure figure) {
        String name = several ? model + "-" + figure.name() : figure.name();
        String unique = name;
        for (int i = 2; !files.add(unique); i++) {
            unique = name + "-" + i;
        }
        return unique;
    }

    boolean has(Chapter chapter) {
        return pictures.containsKey(chapter);
    }

    /** The figures of a chapter, under the name of their model where there are several. */
    List<Block> of(Chapter chapter) {
        List<Block> blocks = new ArrayList<>();
        pictures.getOrDefault(chapter, Map.of()).forEach((model, figures) -> {
            if (several) {
                blocks.add(new Block.Heading(model));
            }
            blocks.add(new Block.Pictures(figures));
        });
        return blocks;
    }
}
