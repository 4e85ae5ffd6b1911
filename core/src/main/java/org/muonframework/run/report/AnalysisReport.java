package org.muonframework.run.report;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.muonframework.config.ConfigText;
import org.muonframework.report.Block;
import org.muonframework.report.Report;
import org.muonframework.report.Section;
import org.muonframework.report.UniqueNames;
import org.muonframework.run.result.ModelResult;
import org.muonframework.run.result.RunResult;
import org.muonframework.spi.metric.Chapter;
import org.muonframework.spi.metric.Part;

/** Composes the report of a run: summary first, then one section a chapter, and provenance. */
public final class AnalysisReport {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT);

    private final RunResult result;
    private final Provenance provenance;

    /** Of a run. */
    public AnalysisReport(RunResult result, Provenance provenance) {
        this.result = result;
        this.provenance = provenance;
    }

    /** Everything, in order. */
    public Report compose() {
        ReportTables tables = new ReportTables(result);
        UniqueNames files = new UniqueNames();
        ReportFigures figures = new ReportFigures(result.models(), files);
        List<Section> sections = new ArrayList<>();
        sections.add(chapter(Chapter.DATA, tables.data(), figures));
        sections.add(chapter(Chapter.TRAINING, tables.models(), figures));
        sections.add(chapter(Chapter.PERFORMANCE, tables.results(), figures));
        sections.add(chapter(Chapter.PHYSICS, List.of(), figures));
        sections.add(chapter(Chapter.VARIATIONS, new VariationChapter(result).blocks(files), figures));
        sections.add(chapter(Chapter.CLOSURE, List.of(), figures));
        sections.removeIf(section -> section.blocks().isEmpty());
        sections.add(new Section("provenance", "Provenance", provenance()));
        ReportSummary summary = new ReportSummary(result);
        return new Report(result.plan().name(), subtitle(summary), summary.facts(), warnings(), sections);
    }

    private Section chapter(Chapter chapter, List<Block> tables, ReportFigures figures) {
        List<Block> blocks = new ArrayList<>(tables);
        blocks.addAll(figures.of(chapter));
        ReportNotes.of(chapter, result.models()).ifPresent(blocks::add);
        return new Section(chapter.id(), chapter.title(), blocks);
    }

    private String subtitle(ReportSummary summary) {
        return "%s · %s · seed %d · Muon Framework %s"
                .formatted(
                        summary.lead(),
                        TIME.format(provenance.started().atOffset(ZoneOffset.UTC)),
                        result.plan().settings().seed(),
                        provenance.version());
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
            warnings.addAll(model.warnings());
        }
        result.variations().forEach(variation -> warnings.addAll(variation.warnings()));
        return warnings.stream().distinct().toList();
    }

    private List<Block> provenance() {
        return List.of(
                new Block.Table("Versions and inputs", List.of("what", "value"), provenance.rows()),
                new Block.Preformatted(
                        "The resolved configuration",
                        ConfigText.render(result.plan().resolved())));
    }
}
