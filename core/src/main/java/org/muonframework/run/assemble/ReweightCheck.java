package org.muonframework.run.assemble;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muonframework.config.Problems;
import org.muonframework.data.expression.Expression;
import org.muonframework.data.expression.ExpressionException;
import org.muonframework.data.expression.Type;
import org.muonframework.data.weight.ReweightVariable;
import org.muonframework.run.plan.AnalysisPlan;
import org.muonframework.run.plan.ModelPlan;
import org.muonframework.run.plan.ReweightSettings;
import org.muonframework.spi.data.Schema;
import org.muonframework.spi.model.Task;
import org.muonframework.spi.problem.Suggestions;

/** Holds the reweightings of all models against the columns and the classes. */
public final class ReweightCheck {

    private final AnalysisPlan plan;
    private final Schema columns;
    private final Task task;
    private final Problems problems;

    /** With the dataset's and the derived columns. */
    ReweightCheck(AnalysisPlan plan, Schema columns, Task task, Problems problems) {
        this.plan = plan;
        this.columns = columns;
        this.task = task;
        this.problems = problems;
    }

    /** How a model is reweighted, if it is. */
    public static Optional<ReweightSettings> active(ModelPlan model) {
        return model.reweight().filter(ReweightSettings::active);
    }

    /** Where a key of a model's reweighting stands: in its entry, else in {@code weights}; the section for no key. */
    public static String where(AnalysisPlan plan, ModelPlan model, String key) {
        String suffix = key.isEmpty() ? "" : "." + key;
        String own = "models." + model.name() + "." + ReweightSettings.KEY + suffix;
        return plan.origins().containsKey(own)
                ? plan.where(own)
                : plan.where("weights." + ReweightSettings.KEY + suffix);
    }

    /** The expressions whose values are needed; those that are wrong become problems and are left out. */
    List<String> expressions() {
        List<String> expressions = new ArrayList<>();
        for (ModelPlan model : plan.models()) {
            active(model).ifPresent(settings -> {
                checkClasses(model, settings);
                keys(settings).forEach((key, text) -> {
                    if (understood(where(plan, model, key), key, text)) {
                        expressions.add(text);
                    }
                });
            });
        }
        return expressions.stream().distinct().toList();
    }

    private void checkClasses(ModelPlan model, ReweightSettings settings) {
        if (task.classes().isEmpty()) {
            problems.add(where(plan, model, ""), "'reweight' needs classes, and nothing is classified");
            return;
        }
        settings.signal()
                .filter(name -> !task.classes().contains(name))
                .ifPresent(name -> problems.add(
                        where(plan, model, "signal"),
                        "'reweight.signal': there is no class '" + name + "'."
                                + Suggestions.didYouMean(name, task.classes())));
    }

    /** All expressions by the key below {@code reweight} at which they stand. */
    private static Map<String, String> keys(ReweightSettings settings) {
        Map<String, String> keys = new LinkedHashMap<>();
        for (ReweightVariable variable : settings.binned()) {
            keys.put(key(settings, variable), variable.expression());
        }
        settings.others().forEach((name, text) -> keys.put("check." + name, text));
        return keys;
    }

    private static String key(ReweightSettings settings, ReweightVariable variable) {
        if (settings.variable().isPresent()) {
            return "variable";
        }
        boolean given = settings.variables().get(variable.name()).expression().isPresent();
        return "variables." + variable.name() + (given ? ".expression" : "");
    }

    private boolean understood(String where, String key, String text) {
        try {
            Type type = Expression.parse(text, columns).type();
            if (type == Type.TEXT) {
                problems.add(where, "'reweight." + key + "': '" + text + "' is text, and a number is needed");
            }
            return type != Type.TEXT;
        } catch (ExpressionException failure) {
            problems.add(where, "'reweight." + key + "': " + failure.getMessage());
            return false;
        }
    }
}
