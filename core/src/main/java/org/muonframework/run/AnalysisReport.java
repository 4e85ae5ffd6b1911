package org.muonframework.run;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.muonframework.config.ConfigText;
import org.muonframework.report.Block;
import org.muonframework.report.Fact;
import org.muonframework.report.Report;
import org.muonframework.report.Section;
import org.muonframework.spi.figure.Figure;
import org.muonframework.spi.metric.Part;

/** Composes the report of a run: summary first, then data, models, results, provenance. */
final class AnalysisReport {

    private static final int LARGEST_SUMMARY = 6;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT);

    private final RunResult result;
    private final Manifest manifest;

    AnalysisReport(RunResult result, Manifest manifest) {
        this.result = result;
        this.manifest = manifest;
    }

    Report compose() {
        ReportTables tables = new ReportTables(result);
        List<Section> sections = new ArrayList<>();
        sections.add(new Section("data", "Data", tables.data()));
        sections.add(new Section("models", "Models", tables.models()));
        sections.add(new Section("results", "Results", tables.results()));
        for (ModelResult model : result.models()) {
            sections.add(new Section(
                    "model-" + model.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-"),
                    result.models().size() == 1 ? "Figures" : "Figures: " + model.name(),
                    figures(model)));
        }
        sections.add(new Section("provenance", "Provenance", provenance()));
        return new Report(result.plan().name(), subtitle(), summary(), warnings(), sections);
    }

    private String subtitle() {
        return "%s · seed %d · Muon Framework %s"
                .formatted(
                        TIME.format(manifest.started().atOffset(ZoneOffset.UTC)),
                        result.plan().settings().seed(),
                        manifest.version());
    }

    /** For each model the first of its values that stand for the whole: metrics are in the order of the analysis. */
    private List<Fact> summary() {
        return result.models().stream()
                .flatMap(model -> result.headline(model.name()).stream()
                        .limit(1)
                        .map(value -> new Fact(
                                ReportTables.label(value),
                                ReportTables.text(value),
                                model.name() + ", " + value.sample().label() + " sample")))
                .limit(LARGEST_SUMMARY)
                .toList();
    }

    private List<String> warnings() {
        List<String> warnings = new ArrayList<>(result.warnings());
        if (result.evaluated() == Part.VALIDATION) {
            warnings.add(
                    "No events were set aside for a test: results are quoted on the validation part, which chose the"
                            + " best step of the training.");
        }
        warnings.addAll(result.failures());
        for (ModelResult model : result.models()) {
            for (ModelResult.NamedResult metric : model.metrics()) {
                metric.result()
                        .notes()
                        .forEach(note -> warnings.add(model.name() + ", " + metric.metric() + ": " + note));
            }
        }
        return warnings.stream().distinct().toList();
    }

    private static List<Block> figures(ModelResult model) {
        List<Figure> figures = model.metrics().stream()
                .flatMap(metric -> metric.result().figures().stream())
                .toList();
        return List.of(
                figures.isEmpty() ? new Block.Paragraph("The metrics draw no figures.") : new Block.Pictures(figures));
    }

    private List<Block> provenance() {
        return List.of(
                new Block.Table("Versions and inputs", List.of("what", "value"), manifest.rows()),
                new Block.Preformatted(
                        "The resolved configuration",
                        ConfigText.render(result.plan().resolved())));
    }
}
