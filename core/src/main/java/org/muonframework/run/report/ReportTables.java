package org.muonframework.run.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.muonframework.data.ClipCount;
import org.muonframework.data.lint.Finding;
import org.muonframework.data.lint.FindingText;
import org.muonframework.evaluate.training.EnsembleFindings;
import org.muonframework.evaluate.training.GainFindings;
import org.muonframework.evaluate.training.GridFindings;
import org.muonframework.report.Block;
import org.muonframework.report.Rounding;
import org.muonframework.run.assemble.AssembledModel;
import org.muonframework.run.result.ModelMetric;
import org.muonframework.run.result.ModelResult;
import org.muonframework.run.result.RunResult;
import org.muonframework.run.result.VariationResult;
import org.muonframework.spi.data.ColumnSpec;
import org.muonframework.spi.data.ColumnType;
import org.muonframework.spi.data.Schema;
import org.muonframework.spi.metric.MetricValue;
import org.muonframework.spi.model.Architecture;
import org.muonframework.spi.model.Image;
import org.muonframework.spi.model.Layer;
import org.muonframework.spi.model.NeuralModel;
import org.muonframework.spi.model.Shape;

/**
 * The tables of the report: data, models, results.
 *
 * @param result what the run found
 */
record ReportTables(RunResult result) {

    /** What the chapter of the training shows in full. */
    private static final Set<String> TRAINING_FINDINGS =
            Set.of(GridFindings.NAME, EnsembleFindings.NAME, GainFindings.NAME);

    /** Rows after each step, columns, and what was found wrong with them. */
    List<Block> data() {
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
        blocks.add(WeightTable.of(result.weights(), !result.assembly().models().isEmpty()));
        result.plan()
                .settings()
                .foldPlan()
                .ifPresent(folds -> blocks.add(new Block.Paragraph(folds.count()
                        + " folds: a row of the test sample is predicted by the model that saw its event neither in training nor"
                        + " in validation. The training sample are the same rows, each predicted by a model that was trained on"
                        + " it.")));
        if (!columns.isEmpty()) {
            blocks.add(new Block.Table("Columns used", List.of("column", "used as", "unit", "meaning"), columns));
        }
        if (!result.clipped().isEmpty()) {
            blocks.add(new Block.Table(
                    "Values set to the limits",
                    List.of("feature", "low", "high", "values below", "values above", "rows"),
                    result.clipped().stream().map(ReportTables::clipRow).toList()));
        }
        blocks.add(findings());
        return blocks;
    }

    private static List<String> clipRow(ClipCount count) {
        return List.of(
                count.feature(),
                Rounding.value(count.clip().low()),
                Rounding.value(count.clip().high()),
                String.format(Locale.ROOT, "%,d", count.below()),
                String.format(Locale.ROOT, "%,d", count.above()),
                String.format(Locale.ROOT, "%,d", count.rows()));
    }

    private Block findings() {
        if (result.findings().isEmpty()) {
            return new Block.Paragraph("No fault was found in the data.");
        }
        return new Block.Table(
                "What was found in the selected rows",
                List.of("severity", "columns", "count", "what was found", "first row", "what to do"),
                result.findings().stream().map(ReportTables::findingRow).toList());
    }

    private static List<String> findingRow(Finding finding) {
        FindingText text = new FindingText(finding);
        return List.of(
                finding.severity().label(),
                text.subject(),
                text.count(),
                finding.what(),
                text.example(),
                finding.advice());
    }

    private String use(String column) {
        boolean feature = result.plan().features().contains(column);
        boolean target = result.plan().settings().targets().contains(column);
        if (result.assembly().preparation().routes().contains(column)) {
            return target ? "region, target" : "region";
        }
        return feature && target ? "feature, target" : feature ? "feature" : "target";
    }

    /** How the models were trained, and the layers of networks. */
    List<Block> models() {
        List<Block> blocks = new ArrayList<>();
        if (result.assembly().models().isEmpty()) {
            return blocks;
        }
        blocks.add(new Block.Table(
                "Training",
                List.of(
                        "model",
                        "type",
                        "trained by",
                        "features",
                        "parameters",
                        "steps",
                        "best step",
                        "time [s]",
                        "rows/s"),
                result.models().stream()
                        .flatMap(model -> model.assembled().stream().map(assembled -> modelRow(model, assembled)))
                        .toList()));
        result.models().forEach(model -> GridTable.of(model).ifPresent(blocks::add));
        result.models().forEach(model -> EnsembleTable.of(model).ifPresent(blocks::add));
        for (AssembledModel model : result.assembly().models()) {
            if (model.model() instanceof NeuralModel neural) {
                blocks.add(layers(model.plan().name(), neural.architecture()));
            }
        }
        return blocks;
    }

    private static List<String> modelRow(ModelResult model, AssembledModel assembled) {
        int steps = model.history().curves().stream()
                .mapToInt(curve -> curve.values().size())
                .max()
                .orElse(0);
        return List.of(
                model.name(),
                assembled.model().family(),
                model.history().engine(),
                Stream.concat(
                                assembled.plan().features().stream(),
                                assembled.task().images().stream().map(Image::name))
                        .collect(Collectors.joining(", ")),
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

    /** All values, how far models are apart, and the values of single folds. */
    List<Block> results() {
        List<Block> blocks = new ArrayList<>(List.of(values()));
        if (!result.contrasts().isEmpty()) {
            blocks.add(ContrastTable.of(result.contrasts()));
        }
        List<ModelMetric> judged = result.values().stream()
                .filter(metric -> !TRAINING_FINDINGS.contains(metric.metric()))
                .toList();
        FoldTable.of(judged, result.plan().settings().folds()).ifPresent(blocks::add);
        return blocks;
    }

    /** One row a quantity, one column a model. */
    private Block values() {
        Map<String, List<MetricValue>> values = new LinkedHashMap<>();
        result.models().forEach(model -> values.put(model.name(), new ArrayList<>()));
        result.values().stream()
                .filter(metric -> !TRAINING_FINDINGS.contains(metric.metric()))
                .filter(metric -> !metric.value().keys().containsKey("fold"))
                .filter(metric -> !metric.value().keys().containsKey(VariationResult.KEY))
                .forEach(metric -> values.get(metric.model()).add(metric.value()));
        List<String> headers = new ArrayList<>(List.of("metric", "sample"));
        headers.addAll(values.keySet());
        List<List<String>> rows = new ArrayList<>();
        for (ValueTable.Row quantity : ValueTable.of(values).rows()) {
            List<String> row =
                    new ArrayList<>(List.of(quantity.label(), quantity.sample().label()));
            row.addAll(quantity.texts());
            rows.add(row);
        }
        return new Block.Table("All values, with 68 % intervals", headers, rows);
    }

    /** {@code bias (method reference)}. */
    static String label(MetricValue value) {
        List<String> keys = value.keys().entrySet().stream()
                .filter(entry -> !entry.getKey().equals("note"))
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .toList();
        return keys.isEmpty() ? value.name() : value.name() + " (" + String.join(", ", keys) + ")";
    }

    /** {@code 0.912 ± 0.004 GeV}; where there is no value, the reason. */
    static String text(MetricValue value) {
        String number = Rounding.interval(value.value(), value.low(), value.high());
        String reason = value.keys().get("note");
        if (Double.isNaN(value.value()) && reason != null) {
            return number + " (" + reason + ")";
        }
        return value.unit().isEmpty() ? number : number + " " + value.unit();
    }
}
