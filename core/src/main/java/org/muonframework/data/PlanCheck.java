package org.muonframework.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.muonframework.data.expression.Expression;
import org.muonframework.data.expression.ExpressionException;
import org.muonframework.data.expression.Type;
import org.muonframework.spi.data.ColumnRole;
import org.muonframework.spi.data.ColumnSpec;
import org.muonframework.spi.data.Schema;
import org.muonframework.spi.problem.Problem;
import org.muonframework.spi.problem.Suggestions;

/** Holds a plan against the columns of a dataset; collects everything that is wrong, by the key it is wrong at. */
final class PlanCheck {

    private final Schema base;
    private final PreparationPlan plan;
    private final List<Problem> problems = new ArrayList<>();
    private final DerivedColumns derived;
    private final Recipe recipe;

    PlanCheck(Schema base, PreparationPlan plan) {
        this.base = base;
        this.plan = plan;
        Optional<String> label = plan.classes().isEmpty() ? Optional.empty() : plan.label();
        derived = DerivedColumns.of(base, plan.derive(), plan.targets(), label);
        problems.addAll(derived.allProblems());
        recipe = new Recipe(
                derived,
                selection(),
                features(),
                label(),
                targets(),
                weights(),
                columns(),
                keys(),
                splitBy(),
                plan.events(),
                plan.images());
        new ImageRules(derived, plan).problems().forEach(problems::add);
        missing();
        plan.clip().ifPresent(this::clip);
        normalisation();
    }

    List<Problem> problems() {
        return List.copyOf(problems);
    }

    /** The plan as understood; of use only if there are no {@link #problems()}. */
    Recipe recipe() {
        return recipe;
    }

    private Optional<Expression> selection() {
        Optional<Expression> selection = plan.selection().flatMap(text -> parse("selection", text));
        selection
                .filter(expression -> expression.type() != Type.BOOLEAN)
                .ifPresent(expression -> problem(
                        "selection",
                        "a condition is needed, '" + expression.text() + "' is "
                                + expression.type().words()));
        return selection;
    }

    private List<ColumnSpec> features() {
        if (plan.features().isEmpty()
                && plan.images().isEmpty()
                && !plan.split().isUndivided()) {
            problem("features", "at least one feature is needed, or an image");
        }
        new FeatureRules(derived, plan.allowSpectators(), plan.routes())
                .objections(plan.features())
                .forEach(objection -> problem("features", objection));
        return specs(plan.features());
    }

    private Optional<Expression> label() {
        if (plan.classes().isEmpty()) {
            if (plan.label().isPresent()) {
                problem("label", "a label needs the names of its classes: classes = [background, signal]");
            }
            return Optional.empty();
        }
        if (plan.classes().size() == 1) {
            problem(
                    "classes",
                    "at least two classes are needed, there is only '"
                            + plan.classes().get(0) + "'");
        }
        Optional<String> text = plan.label().or(() -> base.withRole(ColumnRole.LABEL).stream()
                .map(column -> "`" + column.name() + "`")
                .findFirst());
        if (text.isEmpty()) {
            problem(
                    "label",
                    "the dataset has no label column; give an expression that is the number of the class, such as"
                            + " label = \"genMass > 80\", or a label for each sample");
        }
        return text.flatMap(expression -> parseNumber("label", expression));
    }

    private List<ColumnSpec> targets() {
        Set<String> seen = new LinkedHashSet<>();
        for (String target : plan.targets()) {
            if (!seen.add(target)) {
                problem("targets", "'" + target + "' is listed twice");
            } else {
                FeatureRules.objectionToNumbers(derived.schema(), target)
                        .ifPresent(objection -> problem("targets", objection));
            }
        }
        return specs(plan.targets());
    }

    private List<Expression> weights() {
        List<Expression> weights = new ArrayList<>();
        for (ColumnSpec column : base.withRole(ColumnRole.WEIGHT)) {
            parseNumber("weight", "`" + column.name() + "`").ifPresent(weights::add);
        }
        plan.weight().flatMap(text -> parseNumber("weight", text)).ifPresent(weights::add);
        return weights;
    }

    private Map<String, Expression> columns() {
        Map<String, Expression> columns = new LinkedHashMap<>();
        plan.columns()
                .forEach(text -> parseNumber("metrics", text).ifPresent(expression -> columns.put(text, expression)));
        return columns;
    }

    private List<String> keys() {
        Set<String> keys = new LinkedHashSet<>();
        base.withRole(ColumnRole.KEY).stream()
                .filter(column -> !column.jagged())
                .forEach(column -> keys.add(column.name()));
        base.withRole(ColumnRole.INDEX).forEach(column -> keys.add(column.name()));
        keys.addAll(plan.split().by());
        return List.copyOf(keys);
    }

    private List<String> splitBy() {
        SplitPlan split = plan.split();
        if (split.isUndivided()) {
            return List.of();
        }
        if (!split.isPossible()) {
            problem(
                    "split",
                    "train and validation have to be above 0 and together not above 1, they are " + split.training()
                            + " and " + split.validation());
        }
        List<String> by = split.keysOf(base);
        if (by.isEmpty()) {
            problem(
                    "split.by",
                    "no column identifies an event. Rows of one event must stay together, so the split needs one, such"
                            + " as by = [run, event]; where every row is an event, files can be given"
                            + " dataset.keys = [file, entry]."
                            + Suggestions.didYouMean("event", base.names()));
        }
        for (String name : by) {
            Optional<ColumnSpec> column = derived.schema().find(name);
            if (column.isEmpty()) {
                problem("split.by", derived.schema().unknown(name));
            } else if (column.get().jagged()) {
                problem(
                        "split.by",
                        "'" + name + "' is a list in every row and cannot identify an event. "
                                + FeatureRules.deriveElement(name));
            } else if (column.get().role() == ColumnRole.INDEX) {
                problem(
                        "split.by",
                        "'" + name + "' tells the rows of one event apart, and these must stay together; leave it out");
            }
        }
        return by;
    }

    private void missing() {
        MissingPolicy missing = plan.missing();
        if (missing.policy() == MissingPolicy.Policy.CONSTANT && missing.isMissing((float) missing.constant())) {
            problem("missing.constant", missing.constant() + " counts as missing itself");
        }
    }

    private void clip(Clip clip) {
        for (String name : clip.columns()) {
            if (!plan.features().contains(name)) {
                problem(
                        "clip.columns",
                        "'" + name + "' is no feature; only features have limits."
                                + Suggestions.didYouMean(name, plan.features()));
            }
        }
        for (double limit : new double[] {clip.low(), clip.high()}) {
            if (plan.missing().isMissing((float) limit)) {
                problem("clip", limit + " counts as missing and cannot be a limit");
            }
        }
    }

    private void normalisation() {
        if (plan.normalise() == WeightNormalisation.PER_CLASS && plan.classes().isEmpty()) {
            problem(
                    "weights.normalise",
                    "'" + plan.normalise().key() + "' needs classes, and nothing is classified; expected '"
                            + WeightNormalisation.NONE.key() + "', '" + WeightNormalisation.SUM.key() + "' or '"
                            + WeightNormalisation.MEAN_ONE.key() + "'");
        }
    }

    private Optional<Expression> parseNumber(String where, String text) {
        Optional<Expression> expression = parse(where, text);
        if (expression.isPresent() && expression.get().type() == Type.TEXT) {
            problem(where, "'" + text + "' is text, and a number is needed; compare it, as in: name == \"muon\"");
            return Optional.empty();
        }
        return expression;
    }

    private Optional<Expression> parse(String where, String text) {
        try {
            return Optional.of(Expression.parse(text, derived.schema()));
        } catch (ExpressionException failure) {
            problem(where, failure.getMessage());
            return Optional.empty();
        }
    }

    private List<ColumnSpec> specs(List<String> names) {
        return names.stream()
                .flatMap(name -> derived.schema().find(name).stream())
                .toList();
    }

    private void problem(String where, String message) {
        problems.add(new Problem(where, message));
    }
}
