package org.muonframework.run.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.muonframework.report.Block;
import org.muonframework.report.Fact;
import org.muonframework.report.FigureOverlay;
import org.muonframework.report.Report;
import org.muonframework.report.ReportJson;
import org.muonframework.report.Section;
import org.muonframework.report.UniqueNames;
import org.muonframework.report.draw.FigureStyle;
import org.muonframework.run.report.ContrastTable;
import org.muonframework.run.report.ValueTable;
import org.muonframework.spi.figure.Figure;
import org.muonframework.spi.metric.Chapter;

/** Composes the page of a comparison: values first, then figures over each other, and what differs in the runs. */
final class ComparisonReport {

    private static final int LARGEST_SUMMARY = 6;

    private final Comparison comparison;

    ComparisonReport(Comparison comparison) {
        this.comparison = comparison;
    }

    Report compose() {
        List<Section> sections = new ArrayList<>();
        sections.add(new Section("values", "Values", values()));
        UniqueNames files = new UniqueNames();
        for (Chapter chapter : Chapter.values()) {
            List<Block.Picture> pictures = FigureOverlay.of(figures(chapter)).stream()
                    .map(figure -> new Block.Picture(files.of(figure.name()), "", figure))
                    .toList();
            if (!pictures.isEmpty()) {
                sections.add(new Section(chapter.id(), chapter.title(), List.of(new Block.Pictures(pictures))));
            }
        }
        sections.add(new Section("runs", "Runs", runs()));
        return new Report(
                "Comparison of " + String.join(" and ", comparison.runs()),
                comparison.models().size() + " models",
                summary(),
                comparison.warnings(),
                sections);
    }

    /** What is written above the figures: what all runs write, if they do. */
    FigureStyle style() {
        List<FigureStyle> styles = comparison.models().stream()
                .flatMap(model -> model.run().report().stream())
                .map(ReportJson.Styled::style)
                .distinct()
                .toList();
        return styles.size() == 1 ? styles.get(0) : FigureStyle.ofSample("");
    }

    private Map<String, List<Figure>> figures(Chapter chapter) {
        Map<String, List<Figure>> figures = new LinkedHashMap<>();
        comparison.models().forEach(model -> figures.put(model.name(), model.figures(chapter.id())));
        return figures;
    }

    private List<Fact> summary() {
        List<Fact> facts = new ArrayList<>();
        comparison.headline().stream().limit(1).forEach(row -> {
            for (int m = 0; m < comparison.models().size(); m++) {
                String text = row.texts().get(m);
                if (!text.isEmpty()) {
                    facts.add(new Fact(
                            row.label(),
                            text,
                            comparison.models().get(m).name() + ", "
                                    + row.sample().label() + " sample"));
                }
            }
        });
        return facts.stream().limit(LARGEST_SUMMARY).toList();
    }

    private List<Block> values() {
        List<Block> blocks = new ArrayList<>();
        List<String> headers = new ArrayList<>(List.of("metric", "sample"));
        headers.addAll(comparison.values().columns());
        boolean two = comparison.models().size() == 2;
        if (two) {
            headers.add("difference");
        }
        List<List<String>> rows = new ArrayList<>();
        for (ValueTable.Row quantity : comparison.values().rows()) {
            List<String> row =
                    new ArrayList<>(List.of(quantity.label(), quantity.sample().label()));
            row.addAll(quantity.texts());
            if (two) {
                row.add(comparison.difference(quantity).orElse(""));
            }
            rows.add(row);
        }
        blocks.add(new Block.Table(
                "Values of whole samples, with 68 % intervals"
                        + (two
                                ? "; the difference is the second minus the first, and where the same rows are judged"
                                        + " its uncertainty is not that of the two intervals"
                                : ""),
                headers,
                rows));
        if (!comparison.contrasts().isEmpty()) {
            blocks.add(ContrastTable.of(comparison.contrasts()));
        }
        return blocks;
    }

    private List<Block> runs() {
        List<List<String>> models = comparison.models().stream()
                .map(model -> List.of(
                        model.name(),
                        model.run().directory().path().toString(),
                        model.model(),
                        model.run().evaluated().label(),
                        model.run()
                                .manifest()
                                .path("engines")
                                .path(model.model())
                                .asText(),
                        model.run().manifest().path("seed").asText(),
                        model.run().manifest().path("started").asText(),
                        model.run()
                                .manifest()
                                .path("versions")
                                .path("framework")
                                .asText()))
                .toList();
        return List.of(
                new Block.Table(
                        "The models",
                        List.of(
                                "name here",
                                "run",
                                "model",
                                "evaluated part",
                                "trained by",
                                "seed",
                                "started",
                                "framework"),
                        models),
                differences("configuration", "key", comparison.configuration()),
                differences("rows and weights", "what", comparison.counts()));
    }

    private Block differences(String title, String what, List<Difference> differences) {
        return differences.isEmpty()
                ? new Block.Paragraph("No difference in " + title + ".")
                : Difference.table("Differences in " + title, what, comparison.runs(), differences);
    }
}
