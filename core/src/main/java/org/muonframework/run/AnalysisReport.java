package org.muonframework.run;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.muonframework.config.ConfigText;
import org.muonframework.report.Block;
import org.muonframework.report.Fact;
import org.muonframework.report.Report;
import org.muonframework.report.Rounding;
import org.muonframework.report.Section;
import org.muonframework.spi.data.ColumnSpec;
import org.muonframework.spi.data.ColumnType;
import org.muonframework.spi.data.Schema;
import org.muonframework.spi.figure.Figure;
import org.muonframework.spi.metric.MetricValue;
import org.muonframework.spi.metric.Part;
import org.muonframework.spi.model.Architecture;
import org.muonframework.spi.model.Layer;
import org.muonframework.spi.model.NeuralModel;
import org.muonframework.spi.model.Shape;

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
        List<Section> sections = new ArrayList<>();
        sections.add(new Section("data", "Data", data()));
        sections.add(new Section("models", "Models", models()));
        sections.add(new Section("results", "Results", results()));
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
                                label(value),
                                text(value),
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

    private List<Block> data() {
        List<List<String>> steps = result.steps().stream()
                .map(step -> List.of(
                        step.step(),
                        String.format(Locale.ROOT, "%,d", step.rows()),
                        Rounding.value(step.sumOfWeights())))
                .toList();
        Schema schema = result.assembly().columns();
        List<List<String>> columns = Stream.concat(
                        result.plan().features().stream(), result.plan().settings().targets().stream())
                .distinct()
                .map(name -> schema.find(name).orElse(ColumnSpec.of(name, ColumnType.DOUBLE)))
                .map(column -> List.of(column.name(), use(column.name()), column.unit(), column.description()))
                .toList();
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Table("Rows after each step", List.of("step", "rows", "sum of weights"), steps));
        blocks.add(WeightTable.of(result.weights()));
        result.plan()
                .settings()
                .foldPlan()
                .ifPresent(folds -> blocks.add(new Block.Paragraph(folds.count()
                        + " folds: a row of the test sample is predicted by the model that saw its event neither in training nor"
                        + " in validation. The training sample are the same rows, each predicted by a model that was trained on"
                        + " it.")));
        blocks.add(new Block.Table("Columns used", List.of("column", "used as", "unit", "meaning"), columns));
        return blocks;
    }

    private String use(String column) {
        boolean feature = result.plan().features().contains(column);
        boolean target = result.plan().settings().targets().contains(column);
        return feature && target ? "feature, target" : feature ? "feature" : "target";
    }

    private List<Block> models() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Table(
                "Training",
                List.of("model", "type", "features", "parameters", "steps", "best step", "time [s]", "rows/s"),
                result.models().stream().map(AnalysisReport::modelRow).toList()));
        for (ModelResult model : result.models()) {
            if (model.assembled().model() instanceof NeuralModel neural) {
                blocks.add(layers(model.name(), neural.architecture()));
            }
        }
        return blocks;
    }

    private static List<String> modelRow(ModelResult model) {
        int steps = model.history().curves().stream()
                .mapToInt(curve -> curve.values().size())
                .max()
                .orElse(0);
        return List.of(
                model.name(),
                model.assembled().model().family(),
                String.join(", ", model.assembled().plan().features()),
                model.parameters().isPresent()
                        ? String.format(Locale.ROOT, "%,d", model.parameters().getAsLong())
                        : "",
                steps + " " + model.history().step() + "s",
                String.valueOf(model.history().best() + 1),
                String.format(Locale.ROOT, "%.1f", model.history().seconds()),
                Double.isFinite(model.history().rowsPerSecond())
                        ? String.format(Locale.ROOT, "%,.0f", model.history().rowsPerSecond())
                        : "");
    }

    private static Block layers(String name, Architecture architecture) {
        var shapes = architecture.shapes();
        List<List<String>> rows = architecture.nodes().stream()
                .map(node -> {
                    List<Shape> inputs = node.from().stream().map(shapes::get).toList();
                    return List.of(
                            node.name(),
                            describe(node.layer()),
                            String.join(", ", node.from()),
                            shapes.get(node.name()).toString(),
                            String.format(Locale.ROOT, "%,d", node.layer().parameters(inputs)));
                })
                .toList();
        return new Block.Table("Layers of " + name, List.of("node", "layer", "reads", "shape", "parameters"), rows);
    }

    /** {@code Dense[units=32, bias=true]} as {@code Dense: units 32, bias true}. */
    private static String describe(Layer layer) {
        String text = layer.toString();
        int bracket = text.indexOf('[');
        String settings = text.substring(bracket + 1, text.length() - 1).replace('=', ' ');
        return text.substring(0, bracket) + (settings.isEmpty() ? "" : ": " + settings.toLowerCase(Locale.ROOT));
    }

    private List<Block> results() {
        List<Block> blocks = new ArrayList<>(List.of(values()));
        FoldTable.of(result.values(), result.plan().settings().folds()).ifPresent(blocks::add);
        return blocks;
    }

    /** One row a quantity, one column a model. */
    private Block values() {
        List<String> headers = new ArrayList<>(List.of("metric", "sample"));
        result.models().forEach(model -> headers.add(model.name()));
        Set<List<String>> quantities = new LinkedHashSet<>();
        result.values().stream()
                .map(ModelMetric::value)
                .filter(value -> !value.keys().containsKey("fold"))
                .forEach(value -> quantities.add(quantity(value)));
        List<List<String>> rows = new ArrayList<>();
        for (List<String> quantity : quantities) {
            List<String> row = new ArrayList<>(quantity);
            for (ModelResult model : result.models()) {
                row.add(result.values().stream()
                        .filter(metric -> metric.model().equals(model.name()))
                        .map(ModelMetric::value)
                        .filter(value -> quantity(value).equals(quantity))
                        .findFirst()
                        .map(AnalysisReport::text)
                        .orElse(""));
            }
            rows.add(row);
        }
        return new Block.Table("All values, with 68 % intervals", headers, rows);
    }

    private static List<String> quantity(MetricValue value) {
        return List.of(label(value), value.sample().label());
    }

    private static String label(MetricValue value) {
        List<String> keys = value.keys().entrySet().stream()
                .filter(entry -> !entry.getKey().equals("note"))
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .toList();
        return keys.isEmpty() ? value.name() : value.name() + " (" + String.join(", ", keys) + ")";
    }

    private static String text(MetricValue value) {
        String number = Rounding.interval(value.value(), value.low(), value.high());
        return value.unit().isEmpty() ? number : number + " " + value.unit();
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
