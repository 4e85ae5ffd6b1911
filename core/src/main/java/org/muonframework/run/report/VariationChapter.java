package org.muonframework.run.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.muonframework.data.StepCount;
import org.muonframework.data.WeightCount;
import org.muonframework.report.Block;
import org.muonframework.report.FigureOverlay;
import org.muonframework.report.Rounding;
import org.muonframework.report.UniqueNames;
import org.muonframework.run.plan.VariationPlan;
import org.muonframework.run.result.ModelResult;
import org.muonframework.run.result.RunResult;
import org.muonframework.run.result.VariationResult;
import org.muonframework.spi.figure.Figure;
import org.muonframework.spi.metric.MetricResult;
import org.muonframework.spi.metric.Part;

/**
 * The chapter that says how much the result depends on the simulation: the rows that were judged, then for each model
 * its values and figures on the nominal sample and on all variations, and of each its scenes and the figures that only it
 * has.
 *
 * @param result what the run found
 */
record VariationChapter(RunResult result) {

    /** Nothing where there are no variations. */
    List<Block> blocks(UniqueNames files) {
        List<Block> blocks = new ArrayList<>();
        if (result.variations().isEmpty()) {
            return blocks;
        }
        blocks.add(new Block.Paragraph("The models, trained on the nominal sample, are judged on other samples: with"
                + " the same selection, the same working points (their thresholds are those of the nominal sample) and only"
                + (result.evaluated() == Part.VALIDATION
                        ? " on the validation part, whose events chose the best step of the training."
                        : " on events that no model has seen in training or validation.")
                + " A difference is the value on the"
                + " variation minus the nominal one; its uncertainty is that of independent samples: upwards, the upper"
                + " side of the variation's interval and the lower side of the nominal one in quadrature, downwards the"
                + " other two. Where a variation holds the same events as the nominal sample, the"
                + " fluctuations of both are alike, and the difference is known better than that."));
        blocks.add(rows());
        blocks.add(weights());
        boolean several = result.models().size() > 1;
        for (ModelResult model : result.models()) {
            if (several) {
                blocks.add(new Block.Heading(model.name()));
            }
            VariationTable.of(model.name(), result.headline(model.name()), result.variations())
                    .ifPresent(blocks::add);
            List<Block.Picture> pictures = FigureOverlay.withRatioTo(VariationPlan.NOMINAL, figures(model)).stream()
                    .map(figure -> new Block.Picture(
                            files.of("variations-" + (several ? model.name() + "-" : "") + figure.name()), "", figure))
                    .toList();
            if (!pictures.isEmpty()) {
                blocks.add(new Block.Pictures(pictures));
            }
            List<Figure> nominal = figures(model.metrics());
            blocks.addAll(new VariationDisplays(model.name(), several, nominal, result.variations()).blocks(files));
        }
        List<List<String>> notes = notes();
        if (!notes.isEmpty()) {
            blocks.add(new Block.Table("Notes", List.of("variation", "metric", "model", "note"), notes));
        }
        return blocks;
    }

    private Block rows() {
        List<List<String>> rows = new ArrayList<>();
        for (VariationResult variation : result.variations()) {
            for (StepCount step : variation.steps()) {
                rows.add(List.of(
                        variation.name(),
                        variation.source(),
                        step.step(),
                        String.format(Locale.ROOT, "%,d", step.rows()),
                        Rounding.value(step.sumOfWeights())));
            }
        }
        return new Block.Table(
                "Rows after each step", List.of("variation", "dataset", "step", "rows", "sum of weights"), rows);
    }

    private Block weights() {
        List<List<String>> rows = new ArrayList<>();
        result.weights().stream()
                .filter(count -> count.part().equals(result.evaluated().label()))
                .forEach(count -> rows.add(row(VariationPlan.NOMINAL, count)));
        result.variations()
                .forEach(variation -> variation.weights().forEach(count -> rows.add(row(variation.name(), count))));
        return new Block.Table(
                "Rows that are judged; effective number (Σw)²/Σw²",
                List.of("sample", "class", "rows", "negative", "sum of weights", "effective number"),
                rows);
    }

    private static List<String> row(String sample, WeightCount count) {
        return List.of(
                sample,
                count.group(),
                String.format(Locale.ROOT, "%,d", count.rows()),
                String.format(Locale.ROOT, "%,d", count.negative()),
                Rounding.value(count.sum()),
                Rounding.value(count.effective()));
    }

    private Map<String, List<Figure>> figures(ModelResult model) {
        Map<String, List<Figure>> figures = new LinkedHashMap<>();
        figures.put(VariationPlan.NOMINAL, figures(model.metrics()));
        result.variations()
                .forEach(variation -> figures.put(
                        variation.name(), figures(variation.models().getOrDefault(model.name(), List.of()))));
        return figures;
    }

    private static List<Figure> figures(List<ModelResult.NamedResult> metrics) {
        return metrics.stream()
                .flatMap(metric -> metric.result().figures().stream())
                .toList();
    }

    /** What metrics say of a variation and not of the nominal sample. */
    private List<List<String>> notes() {
        List<String> known = result.models().stream()
                .flatMap(model -> model.metrics().stream())
                .flatMap(metric -> said(metric.result()))
                .toList();
        List<List<String>> rows = new ArrayList<>();
        for (VariationResult variation : result.variations()) {
            variation
                    .models()
                    .forEach((model, metrics) -> metrics.forEach(metric -> said(metric.result())
                            .filter(text -> !known.contains(text))
                            .forEach(text -> rows.add(List.of(variation.name(), metric.metric(), model, text)))));
        }
        return rows.stream().distinct().toList();
    }

    private static Stream<String> said(MetricResult result) {
        return Stream.concat(result.warnings().stream(), result.notes().stream());
    }
}
