package org.muonframework.run.assemble;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.muonframework.config.Problems;
import org.muonframework.data.DerivedColumns;
import org.muonframework.data.expression.Expression;
import org.muonframework.data.expression.ExpressionException;
import org.muonframework.data.expression.Type;
import org.muonframework.run.plan.AnalysisPlan;
import org.muonframework.run.plan.EnsembleSettings;
import org.muonframework.run.plan.ModelPlan;
import org.muonframework.run.plan.OmitSettings;
import org.muonframework.run.plan.RegionSettings;
import org.muonframework.run.plan.TrainingPlan;
import org.muonframework.spi.data.ColumnSpec;
import org.muonframework.spi.data.Schema;
import org.muonframework.spi.model.Task;
import org.muonframework.spi.problem.Problem;
import org.muonframework.train.compose.Regions;

/** Holds regions and the choice of training rows of all models against the columns, and ensembles against the split. */
final class TrainingCheck {

    private final AnalysisPlan plan;
    private final DerivedColumns columns;
    private final Problems problems;

    /** With the dataset's columns. */
    TrainingCheck(AnalysisPlan plan, Schema ofDataset, Task task, Problems problems) {
        this.plan = plan;
        columns = DerivedColumns.of(
                ofDataset,
                plan.preparation().derive(),
                task.targets(),
                plan.settings().label().filter(text -> task.classifies()));
        this.problems = problems;
    }

    /** The features that no model sees, and that only say which region a row belongs to. */
    static Set<String> routes(AnalysisPlan plan) {
        Set<String> seen = plan.models().stream()
                .flatMap(model -> model.inputs().stream())
                .collect(Collectors.toUnmodifiableSet());
        return plan.models().stream()
                .flatMap(model -> model.training().regions().stream())
                .map(Regions::variable)
                .filter(variable -> !seen.contains(variable))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether a problem is of a column that was derived for regions only, and is told at their key. */
    boolean tells(Problem problem) {
        return plan.models().stream()
                .flatMap(model -> model.training().derived().keySet().stream())
                .anyMatch(name -> problem.where().equals("derive." + name));
    }

    /** The expressions whose values are needed; what is wrong with them, or with regions, becomes problems. */
    List<String> expressions() {
        List<String> expressions = new ArrayList<>();
        for (ModelPlan model : plan.models()) {
            TrainingPlan training = model.training();
            training.regions().ifPresent(regions -> check(model, regions));
            if (training.divides()) {
                checkTest(model);
            }
            training.omit()
                    .flatMap(omit -> understood(model, OmitSettings.KEY + ".variable", omit.variable(), false))
                    .ifPresent(expressions::add);
            training.trainOn()
                    .flatMap(text -> understood(model, TrainingPlan.TRAIN_ON, text, true))
                    .ifPresent(expressions::add);
        }
        return expressions.stream().distinct().toList();
    }

    /** Results on the validation part would be of rows that all members but one were fitted to. */
    private void checkTest(ModelPlan model) {
        if (plan.settings().foldPlan().isEmpty() && !plan.settings().splitPlan().hasTest()) {
            problem(
                    model,
                    EnsembleSettings.KEY,
                    "its members fit the validation part too, and 'split' leaves no test part to quote results on;"
                            + " expected 'split.train' and 'split.validation' that leave one, or over = seeds");
        }
    }

    private void check(ModelPlan model, Regions regions) {
        String key = RegionSettings.KEY + ".variable";
        Problem derived = columns.problems().get(regions.variable());
        if (derived != null && model.training().derived().containsKey(regions.variable())) {
            problem(model, key, derived.message());
            return;
        }
        Optional<ColumnSpec> column = columns.schema().find(regions.variable());
        if (column.isEmpty()) {
            problem(model, key, columns.schema().unknown(regions.variable()));
            return;
        }
        understood(model, key, "`" + regions.variable() + "`", false)
                .flatMap(text -> objection(column.get()))
                .ifPresent(reason -> problem(model, key, reason));
    }

    /** A row to be predicted must have the variable: what only simulation knows is none. */
    private static Optional<String> objection(ColumnSpec column) {
        String name = "'" + column.name() + "'";
        return switch (column.role()) {
            case FEATURE, SPECTATOR, INDEX -> Optional.empty();
            case KEY -> Optional.of(name + " identifies the event and cannot divide rows into regions");
            case WEIGHT -> Optional.of(name + " is a weight: it is not measured in real data");
            case TRUTH, LABEL ->
                Optional.of(name + " is truth, and a row to be predicted has none: expected a feature or a spectator");
        };
    }

    private Optional<String> understood(ModelPlan model, String key, String text, boolean condition) {
        try {
            Type type = Expression.parse(text, columns.schema()).type();
            if (condition && type != Type.BOOLEAN) {
                problem(model, key, "a condition is needed, '" + text + "' is " + type.words());
                return Optional.empty();
            }
            if (type == Type.TEXT) {
                problem(model, key, "'" + text + "' is text, and a number is needed");
                return Optional.empty();
            }
            return Optional.of(text);
        } catch (ExpressionException failure) {
            problem(model, key, failure.getMessage());
            return Optional.empty();
        }
    }

    private void problem(ModelPlan model, String key, String message) {
        String own = "models." + model.name() + "." + key;
        String where = plan.origins().containsKey(own) ? plan.where(own) : plan.where(key);
        problems.add(where, "'" + (plan.origins().containsKey(own) ? own : key) + "': " + message);
    }
}
