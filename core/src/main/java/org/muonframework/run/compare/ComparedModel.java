package org.muonframework.run.compare;

import java.util.List;
import org.muonframework.report.Block;
import org.muonframework.run.FinishedRun;
import org.muonframework.spi.figure.Figure;

/**
 * One model of one run.
 *
 * @param run the run
 * @param runName name of the run, as short as it is unique
 * @param model name of the model in the analysis
 * @param name name in tables and legends: of what differs among run and model
 */
public record ComparedModel(FinishedRun run, String runName, String model, String name) {

    /** The model's figures in a chapter of its report. */
    List<Figure> figures(String chapter) {
        return run.report().stream()
                .flatMap(styled -> styled.report().sections().stream())
                .filter(section -> section.id().equals(chapter))
                .flatMap(section -> section.pictures().stream())
                .filter(picture -> picture.model().equals(model))
                .map(Block.Picture::figure)
                .toList();
    }
}
