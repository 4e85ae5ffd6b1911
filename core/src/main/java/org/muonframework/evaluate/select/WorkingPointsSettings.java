package org.muonframework.evaluate.select;

import java.util.Map;
import java.util.Optional;
import org.muonframework.spi.settings.Default;
import org.muonframework.spi.settings.Doc;

/** Settings of {@code working-point}. */
@Doc("what cuts on the score keep of the signal and let pass of the background")
public record WorkingPointsSettings(
        @Doc("the cuts, by name; those with a reference selection are told first") @Default(WorkingPoints.HALF)
        Map<String, WorkingPointSettings> points,

        @Doc("the class that is selected, against all others; for two classes it is the second one")
        Optional<String> signal,

        @Doc("the part on which thresholds are found that are not given as numbers") @Default("evaluated")
        FitOn fitOn,

        @Doc("variables in whose bins the gain in rejection over reference selections is found") @Default("{}")
        Map<String, VariableSettings> variables) {

    public WorkingPointsSettings {
        points = WorkingPoints.sorted(points);
        variables = VariableSettings.sorted(variables);
        if (!variables.isEmpty()
                && points.values().stream().allMatch(point -> point.reference().isEmpty())) {
            throw new IllegalArgumentException(
                    "'variables' are for the gain over a reference selection, and no point has a 'reference'");
        }
    }

    WorkingPoints workingPoints() {
        return new WorkingPoints(points, signal, fitOn);
    }
}
