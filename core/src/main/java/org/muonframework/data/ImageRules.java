package org.muonframework.data;

import java.util.ArrayList;
import java.util.List;
import org.muonframework.spi.data.ColumnType;
import org.muonframework.spi.problem.Problem;

/** Holds the images of a plan against the columns. */
final class ImageRules {

    private final DerivedColumns derived;
    private final PreparationPlan plan;
    private final FeatureRules rules;

    ImageRules(DerivedColumns derived, PreparationPlan plan) {
        this.derived = derived;
        this.plan = plan;
        rules = new FeatureRules(derived, plan.allowSpectators(), plan.routes());
    }

    /** All that is wrong, at {@code images.NAME} and its keys. */
    List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        for (ImagePlan image : plan.images()) {
            String key = "images." + image.name();
            rules.objectionToList(image.cells())
                    .ifPresent(objection -> problems.add(new Problem(key + ".cells", objection)));
            rules.objectionToList(image.values())
                    .ifPresent(objection -> problems.add(new Problem(key + ".values", objection)));
            derived.schema()
                    .find(image.cells())
                    .filter(column -> column.jagged() && column.type() == ColumnType.FLOAT)
                    .ifPresent(column -> problems.add(new Problem(
                            key + ".cells",
                            "'" + column.name()
                                    + "' has numbers of single precision, and the number of a cell is whole")));
            if (plan.features().contains(image.name()) || plan.targets().contains(image.name())) {
                problems.add(new Problem(
                        key,
                        "a " + (plan.features().contains(image.name()) ? "feature" : "target") + " is named '"
                                + image.name() + "' already"));
            }
        }
        return problems;
    }
}
