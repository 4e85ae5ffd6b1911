package org.muonframework.train.neural;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.muonframework.spi.Context;
import org.muonframework.spi.model.NeuralModel;
import org.muonframework.spi.model.Symmetry;
import org.muonframework.spi.train.TrainingContext;
import org.muonframework.train.neural.data.ColumnMap;
import org.muonframework.train.neural.data.EpochRows;
import org.muonframework.train.neural.data.OrderedRows;

/**
 * Trains a network in stages, each from the parameters that the one before ended with. Each stage has a checkpoint of its
 * own: a training that is resumed finds those before finished.
 */
final class StagedTraining {

    private final ColumnMap map;
    private final OrderedRows training;
    private final OrderedRows validation;
    private final List<Symmetry> symmetries;
    private final double fraction;
    private final UnaryOperator<String> fingerprint;
    private final TrainingContext context;
    private final Context host;

    /**
     * Gets ready.
     *
     * @param symmetries what is done to training rows
     * @param fraction of all rows of the analysis that training and validation are together
     * @param fingerprint of the whole training on an engine of this name and version
     */
    StagedTraining(
            ColumnMap map,
            OrderedRows training,
            OrderedRows validation,
            List<Symmetry> symmetries,
            double fraction,
            UnaryOperator<String> fingerprint,
            TrainingContext context,
            Context host) {
        this.map = map;
        this.training = training;
        this.validation = validation;
        this.symmetries = symmetries;
        this.fraction = fraction;
        this.fingerprint = fingerprint;
        this.context = context;
        this.host = host;
    }

    /** How the stages went: all of them, or those up to the first that diverged. */
    List<StageCourse> run(List<Stage> stages) {
        List<StageCourse> courses = new ArrayList<>();
        int before = 0;
        int after = stages.stream().mapToInt(stage -> stage.settings().epochs()).sum();
        for (Stage stage : stages) {
            after -= stage.settings().epochs();
            StageCourse course = run(stage, last(courses), new StageContext(context, stage.prefix(), before, after));
            courses.add(course);
            before += course.epochs().size();
            if (course.diverged()) {
                break;
            }
        }
        return courses;
    }

    private StageCourse run(Stage stage, Optional<StageCourse> before, TrainingContext surroundings) {
        double population = ((double) training.size() + validation.size()) / fraction;
        Objective objective = new Objective(stage.architecture(), map, training.columns(), population);
        EpochRows rows = EpochRows.of(training, stage.architecture(), symmetries, stage.random());
        try (Learner learner = TrainingPaths.learner(stage, objective, rows, validation, host)) {
            String network = new NeuralModel(stage.architecture()).summary();
            host.log().info("{}training {} on {}", stage.prefix(), network, learner.name());
            Optional<CheckpointStore> checkpoints = context.checkpoint()
                    .map(directory -> new CheckpointStore(
                            directory, stage.file(), fingerprint.apply(learner.name()), host.log()));
            return new TrainingSession(learner, stage, objective, rows, before, surroundings, checkpoints, host.log())
                    .run();
        }
    }

    private static Optional<StageCourse> last(List<StageCourse> courses) {
        return courses.isEmpty() ? Optional.empty() : Optional.of(courses.get(courses.size() - 1));
    }
}
