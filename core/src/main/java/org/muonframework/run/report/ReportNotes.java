package org.muonframework.run.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muonframework.report.Block;
import org.muonframework.run.result.ModelResult;
import org.muonframework.spi.metric.Chapter;

/** What the metrics of a chapter note for the reader, each note once with the models that it holds for. */
final class ReportNotes {

    /** A note and the metric that made it. */
    private record Note(String metric, String text) {}

    private ReportNotes() {}

    static Optional<Block> of(Chapter chapter, List<ModelResult> models) {
        Map<Note, List<String>> holders = new LinkedHashMap<>();
        for (ModelResult model : models) {
            for (ModelResult.NamedResult metric : model.metrics()) {
                if (metric.chapter() == chapter) {
                    metric.result().notes().forEach(text -> holders.computeIfAbsent(
                                    new Note(metric.metric(), text), note -> new ArrayList<>())
                            .add(model.name()));
                }
            }
        }
        if (holders.isEmpty()) {
            return Optional.empty();
        }
        List<List<String>> rows = new ArrayList<>();
        holders.forEach((note, names) -> rows.add(
                List.of(note.metric(), names.size() == models.size() ? "all" : String.join(", ", names), note.text())));
        return Optional.of(new Block.Table("Notes", List.of("metric", "models", "note"), rows));
    }
}
