package org.muonframework.evaluate.select;

import java.util.Map;
import java.util.Optional;
import org.muonframework.spi.settings.Default;
import org.muonframework.spi.settings.Doc;

/** Settings of {@code efficiency}. */
@Doc("the part of each class that passes cuts on the score, in bins of variables")
public record EfficiencySettings(
        @Doc("the cuts, by name; those with a reference selection are told first") @Default(WorkingPoints.HALF)
        Map<String, WorkingPointSettings> points,

        @Doc("the class that is selected, against all others; for two classes it is the second one")
        Optional<String> signal,

        @Doc("the part on which thresholds are found that are not given as numbers") @Default("evaluated")
        FitOn fitOn,

        @Doc("the variables, by name, such as variables { pt {} }")
        Map<String, VariableSettings> variables,

        @Doc("intervals of rows that weigh all the same; other rows have that of Clopper and Pearson for their"
                + " effective number")
        @Default("wilson")
        IntervalKind interval) {

    public EfficiencySettings {
        points = WorkingPoints.sorted(points);
        variables = VariableSettings.sorted(variables);
        if (variables.isEmpty()) {
            throw new IllegalArgumentException("'variables' is empty: expected at least one, as in { pt {} }");
        }
    }

    WorkingPoints workingPoints() {
        return new WorkingPoints(points, signal, fitOn);
    }
}
