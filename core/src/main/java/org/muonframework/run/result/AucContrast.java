package org.muonframework.run.result;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.muonframework.evaluate.OneAgainstRest;
import org.muonframework.report.Rounding;
import org.muonframework.stats.AucDifference;
import org.muonframework.stats.Roc;

/**
 * How much larger the area under the ROC curve of one model is than that of another.
 *
 * @param name the class that is told from the others
 * @param model the one model
 * @param against the other model
 * @param difference area of the one minus that of the other; NaN where there is none
 * @param paired whether both scored the same rows
 * @param basis what rows it was computed on, or why there is no difference
 */
public record AucContrast(
        String name, String model, String against, AucDifference difference, boolean paired, String basis) {

    /** Two models on the same rows, in the same order. */
    public static AucContrast paired(String model, OneAgainstRest one, String against, OneAgainstRest other) {
        Optional<String> problem = problem(one, other);
        if (problem.isPresent()) {
            return without(one.name(), model, against, problem.get());
        }
        return new AucContrast(
                one.name(),
                model,
                against,
                AucDifference.paired(one.scores(), other.scores(), one.members(), one.weights()),
                true,
                "the same " + count(one.scores().length) + " rows");
    }

    /**
     * Two models on rows of their own.
     *
     * @param why why the rows cannot be paired
     */
    public static AucContrast unpaired(
            String model, OneAgainstRest one, String against, OneAgainstRest other, String why) {
        Optional<String> problem = problem(one, other);
        if (problem.isPresent()) {
            return without(one.name(), model, against, problem.get());
        }
        Roc roc = Roc.of(one.scores(), one.members(), one.weights());
        Roc second = Roc.of(other.scores(), other.members(), other.weights());
        AucDifference difference = AucDifference.unpaired(roc.auc(), roc.aucError(), second.auc(), second.aucError());
        return new AucContrast(one.name(), model, against, difference, false, why);
    }

    /** No difference, and why. */
    public static AucContrast without(String name, String model, String against, String why) {
        AucDifference none = new AucDifference(Double.NaN, Double.NaN, Double.NaN);
        return new AucContrast(name, model, against, none, false, why);
    }

    private static Optional<String> problem(OneAgainstRest one, OneAgainstRest other) {
        return Stream.of(one.problem(), other.problem())
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** {@code 0.0123 ± 0.0009}. */
    public String text() {
        return Rounding.value(difference.difference(), difference.error());
    }

    private static String count(long rows) {
        return String.format(Locale.ROOT, "%,d", rows);
    }
}
