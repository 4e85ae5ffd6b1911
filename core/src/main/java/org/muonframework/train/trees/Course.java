package org.muonframework.train.trees;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.muonframework.spi.train.History;
import org.muonframework.spi.train.LearningCurve;
import org.muonframework.stats.Quantiles;

/** The course of a training: scores round by round, the best round, and whether to go on. */
final class Course {

    private final BoostedTreesSettings settings;
    private final boolean classifies;
    private final List<Scores> rounds = new ArrayList<>();
    private final List<Double> speeds = new ArrayList<>();
    private int best = -1;

    Course(BoostedTreesSettings settings, boolean classifies) {
        this.settings = settings;
        this.classifies = classifies;
    }

    void add(Scores scores) {
        double margin = settings.earlyStopping().minDelta();
        boolean stops = settings.earlyStopping().rounds() > 0;
        if (!stops || best < 0 || scores.validationLoss() < rounds.get(best).validationLoss() - margin) {
            best = rounds.size();
        }
        rounds.add(scores);
    }

    /** Notes the training rows per second of a round. */
    void timed(double rowsPerSecond) {
        speeds.add(rowsPerSecond);
    }

    List<Scores> rounds() {
        return List.copyOf(rounds);
    }

    /** Rounds done. */
    int done() {
        return rounds.size();
    }

    /** The round, from 0, whose trees are the last to be used. */
    int best() {
        return best;
    }

    boolean finished() {
        int patience = settings.earlyStopping().rounds();
        return done() == settings.rounds() || (patience > 0 && done() - 1 - best >= patience);
    }

    History history(double seconds) {
        List<LearningCurve> curves = new ArrayList<>();
        curves.add(curve(History.LOSS, History.TRAINING, Scores::trainingLoss));
        curves.add(curve(History.LOSS, History.VALIDATION, Scores::validationLoss));
        if (classifies) {
            curves.add(curve("accuracy", History.TRAINING, Scores::trainingAccuracy));
            curves.add(curve("accuracy", History.VALIDATION, Scores::validationAccuracy));
        }
        return new History("round", curves, best, seconds, medianSpeed(), "XGBoost");
    }

    private LearningCurve curve(String quantity, String part, Function<Scores, Double> value) {
        return new LearningCurve(quantity, part, rounds.stream().map(value).toList());
    }

    /** The first round of a process also finds the bins and is left out. */
    private double medianSpeed() {
        return Quantiles.median(
                speeds.stream().skip(1).mapToDouble(Double::doubleValue).toArray());
    }
}
