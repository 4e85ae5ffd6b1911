package org.muonframework.evaluate.peak;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.muonframework.spi.model.Task;
import org.muonframework.spi.problem.Suggestions;
import org.muonframework.spi.settings.Default;
import org.muonframework.spi.settings.Doc;
import org.muonframework.spi.settings.Range;
import org.muonframework.stats.Binning;
import org.muonframework.stats.fit.Background;
import org.muonframework.stats.fit.PeakModel;
import org.muonframework.stats.fit.Signal;

/** Settings of {@code peak-fit}. */
@Doc("a fit of one or several peaks over a background to the spectrum of a variable")
public record PeakFitSettings(
        @Doc("name in figures and values, such as z; letters, digits and hyphens")
        String name,

        @Doc("expression over the columns whose spectrum is fitted")
        String variable,

        @Doc("lower end of the fit, in the unit of the variable")
        double low,

        @Doc("upper end of the fit, in the unit of the variable")
        double high,

        @Doc("number of bins") @Default("60") @Range(min = 4, max = 10000)
        int bins,

        @Doc("shape of the peaks; breit-wigner is folded with a Gaussian resolution") @Default("gaussian")
        Signal signal,

        @Doc("where to look for the peaks, rising; empty for one at the highest bin") @Default("[]")
        List<Double> masses,

        @Doc("whether the distances between the peaks are exactly those of masses") @Default("false")
        boolean fixedDifferences,

        @Doc("known natural width of a breit-wigner, in the unit of the variable; absent to fit it") @Range(min = 0)
        Optional<Double> width,

        @Doc("shape of the background; polynomials are nowhere negative") @Default("linear")
        Background background,

        @Doc("smallest score of the rows that are fitted; absent for all") @Range(min = 0, max = 1)
        Optional<Double> threshold,

        @Doc("class whose score threshold cuts on; of two classes always the second")
        Optional<String> scoreClass,

        @Doc("true class of the rows that are fitted; absent for all")
        Optional<String> onlyClass,

        @Doc("unit of the variable where the data do not tell it, such as GeV") @Default("\"\"")
        String unit) {

    /** @throws IllegalArgumentException if the settings do not go together */
    public PeakFitSettings {
        if (!name.matches("[A-Za-z0-9]+(-[A-Za-z0-9]+)*")) {
            throw new IllegalArgumentException(
                    "name '" + name + "' is part of a file name: expected letters, digits and single hyphens");
        }
        double from = low;
        double to = high;
        Binning.uniform(bins, from, to);
        masses = List.copyOf(masses);
        masses.stream().filter(mass -> !(mass > from && mass < to)).findFirst().ifPresent(mass -> {
            throw new IllegalArgumentException("mass " + mass + " is not between low = " + from + " and high = " + to);
        });
        if (scoreClass.isPresent() && threshold.isEmpty()) {
            throw new IllegalArgumentException("score-class does nothing without threshold");
        }
        model(signal, masses, fixedDifferences, width, background);
    }

    /** Why {@code threshold} cannot cut on the scores of a task, if that is so. */
    Optional<String> scoreObjection(Task task) {
        if (threshold.isEmpty()) {
            return Optional.empty();
        }
        if (task.classes().size() < 2) {
            return Optional.of("threshold needs two classes or more");
        }
        List<String> scored =
                task.scoredClasses().stream().map(task.classes()::get).toList();
        if (scoreClass.isEmpty()) {
            return scored.size() == 1
                    ? Optional.empty()
                    : Optional.of("threshold needs 'score-class', one of the classes: " + String.join(", ", scored));
        }
        return scoreClass
                .filter(name -> !scored.contains(name))
                .map(name -> "score-class names '" + name + "', which is no class with a score."
                        + Suggestions.didYouMean(name, scored));
    }

    /** The index of the score that {@code threshold} cuts on among the predictions of a task. */
    int scoreIn(Task task) {
        return task.scoreOf(scoreClass.map(task.classes()::indexOf).orElse(1));
    }

    Binning binning() {
        return Binning.uniform(bins, low, high);
    }

    PeakModel model() {
        return model(signal, masses, fixedDifferences, width, background);
    }

    private static PeakModel model(
            Signal signal,
            List<Double> masses,
            boolean fixedDifferences,
            Optional<Double> width,
            Background background) {
        OptionalDouble natural = width.isPresent() ? OptionalDouble.of(width.get()) : OptionalDouble.empty();
        return new PeakModel(signal, masses, fixedDifferences, natural, background);
    }
}
