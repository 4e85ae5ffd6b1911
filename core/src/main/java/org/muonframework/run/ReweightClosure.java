package org.muonframework.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.muonframework.data.PreparedData;
import org.muonframework.data.PreparedPart;
import org.muonframework.data.weight.ReweightMode;
import org.muonframework.data.weight.ReweightPlan;
import org.muonframework.data.weight.ReweightVariable;
import org.muonframework.data.weight.Reweighted;
import org.muonframework.data.weight.Reweighting;
import org.muonframework.evaluate.closure.ClosureSubject;
import org.muonframework.evaluate.closure.ClosureVariable;
import org.muonframework.evaluate.closure.ReweightedRows;
import org.muonframework.evaluate.closure.ReweightingClosure;
import org.muonframework.run.plan.ReweightSettings;
import org.muonframework.run.result.ModelResult;
import org.muonframework.spi.data.ColumnSpec;
import org.muonframework.spi.figure.Axis;
import org.muonframework.spi.figure.Figure;
import org.muonframework.spi.metric.Chapter;
import org.muonframework.spi.metric.MetricResult;
import org.muonframework.spi.metric.MetricValue;

/** The closure of one fitted reweighting. */
record ReweightClosure(
        String model, ReweightSettings settings, ReweightPlan plan, Reweighting reweighting, PreparedData data) {

    private static final String NAME = "reweighting";

    MetricResult result() {
        List<String> classes = data.task().classes();
        ClosureSubject subject = new ClosureSubject(
                model,
                plan.mode().key(),
                plan.mode() == ReweightMode.FLATTEN,
                classes,
                plan.signal(),
                IntStream.range(0, classes.size())
                        .filter(reweighting::changes)
                        .boxed()
                        .toList(),
                variables());
        return new ReweightingClosure(subject).evaluate(List.of(rows(data.training()), rows(data.validation())));
    }

    private List<ClosureVariable> variables() {
        List<ClosureVariable> variables = new ArrayList<>();
        for (int i = 0; i < plan.variables().size(); i++) {
            ReweightVariable variable = plan.variables().get(i);
            variables.add(new ClosureVariable(
                    variable.name(),
                    axis(variable.name(), variable.expression()),
                    reweighting.edges().get(i)));
        }
        settings.others()
                .forEach((name, expression) ->
                        variables.add(new ClosureVariable(name, axis(name, expression), new double[0])));
        return variables;
    }

    private Axis axis(String name, String expression) {
        ColumnSpec column = data.columns().get(expression);
        return Axis.of(name, column.unit());
    }

    private ReweightedRows rows(PreparedPart part) {
        Reweighted reweighted = reweighting.apply(part.labels(), part.trainingWeights(), part.columns());
        double[] before = new double[part.size()];
        for (int row = 0; row < before.length; row++) {
            before[row] = part.trainingWeights()[row];
        }
        Map<String, double[]> values = new HashMap<>();
        plan.variables()
                .forEach(variable -> values.put(variable.name(), part.columns().get(variable.expression())));
        settings.others()
                .forEach((name, expression) -> values.put(name, part.columns().get(expression)));
        return new ReweightedRows(
                part.part(),
                part.labels(),
                before,
                reweighted.weights(),
                reweighted.outside(),
                reweighted.capped(),
                values);
    }

    /** The closures of all folds as one: values and notes with the number of the fold, and the figures of the first. */
    static ModelResult.NamedResult merged(List<MetricResult> folds) {
        if (folds.size() == 1) {
            return new ModelResult.NamedResult(NAME, Chapter.CLOSURE, folds.get(0));
        }
        List<MetricValue> values = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        List<String> warnings = new ArrayList<>();
        for (int fold = 0; fold < folds.size(); fold++) {
            String number = String.valueOf(fold);
            folds.get(fold).values().forEach(value -> values.add(value.with("fold", number)));
            folds.get(fold).notes().forEach(note -> notes.add("fold " + number + ": " + note));
            folds.get(fold).warnings().forEach(warning -> warnings.add("fold " + number + ": " + warning));
        }
        return new ModelResult.NamedResult(
                NAME, Chapter.CLOSURE, new MetricResult(values, figuresOfFirst(folds), notes, warnings));
    }

    private static List<Figure> figuresOfFirst(List<MetricResult> folds) {
        return folds.get(0).figures().stream()
                .map(figure -> figure.titled(figure.title() + ", fold 0")
                        .captioned(figure.caption() + " Of the model of fold 0; each fold has factors of its own."))
                .toList();
    }
}
