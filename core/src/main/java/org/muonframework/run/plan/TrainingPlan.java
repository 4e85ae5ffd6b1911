package org.muonframework.run.plan;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.muonframework.data.RowChoice;
import org.muonframework.train.compose.Members;
import org.muonframework.train.compose.Regions;

/**
 * How a model is trained, beyond its trainer.
 *
 * @param regions the regions that have a model each, if there are any
 * @param derived columns that the regions need beyond those of the dataset section, name to expression
 * @param grid settings to choose from, if they are searched
 * @param ensemble the members whose mean it is, if it is one
 * @param omit rows that are kept out of training, if any are
 * @param trainOn the condition of the rows to train on, if not all are
 */
public record TrainingPlan(
        Optional<Regions> regions,
        Map<String, String> derived,
        Optional<GridPlan> grid,
        Optional<Members> ensemble,
        Optional<OmitSettings> omit,
        Optional<String> trainOn) {

    /** One model on all rows, with the settings as they are. */
    public static final TrainingPlan PLAIN = new TrainingPlan(
            Optional.empty(), Map.of(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** The key of {@link #trainOn()}. */
    public static final String TRAIN_ON = "train-on";

    /** All keys, which stand at the top level or in an entry of {@code models}. */
    public static final List<String> KEYS =
            List.of(RegionSettings.KEY, GridSettings.KEY, EnsembleSettings.KEY, OmitSettings.KEY, TRAIN_ON);

    public TrainingPlan {
        Objects.requireNonNull(regions, "regions");
        derived = Map.copyOf(derived);
        Objects.requireNonNull(grid, "grid");
        Objects.requireNonNull(ensemble, "ensemble");
        Objects.requireNonNull(omit, "omit");
        Objects.requireNonNull(trainOn, "trainOn");
    }

    /** Whether the members of an ensemble divide the training and validation rows among them. */
    public boolean divides() {
        return ensemble.filter(members -> members.over() == Members.Over.FOLDS).isPresent();
    }

    /** Whether the training must know which rows are of one event. */
    public boolean asksForEvents() {
        return grid.isPresent() || divides();
    }

    /** The rows that it is trained on. */
    public RowChoice rows() {
        return new RowChoice(
                trainOn,
                omit.map(OmitSettings::variable),
                omit.map(OmitSettings::values).orElse(List.of()));
    }
}
