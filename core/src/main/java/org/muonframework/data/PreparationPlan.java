package org.muonframework.data;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What an analysis wants from its dataset.
 *
 * @param derive new columns, name to expression; one may use another
 * @param selection the condition of the rows to keep; empty keeps all
 * @param features names of the input columns, dataset's or derived
 * @param routes those of the features that only say which of several models a row belongs to: columns of numbers, also
 *     spectators; a missing value is replaced by none
 * @param classes names of the classes 0, 1, …; empty when nothing is classified
 * @param label expression that gives the class; empty for the dataset's label column
 * @param targets names of the columns to regress, dataset's or derived
 * @param weight expression that multiplies the dataset's weight columns
 * @param columns expressions whose values metrics, reweighting and the losses of models need
 * @param missing what to do with missing values of features
 * @param clip limits of feature values
 * @param negativeWeights what becomes of negative weights in training
 * @param normalise how training weights are scaled
 * @param split how events are divided
 * @param folds division into folds in the place of the fractions of the split; empty for one split
 * @param allowSpectators whether spectators may be features
 * @param events whether each row keeps the number of its event for training
 * @param copies what regions, a grid or an ensemble copy of the rows
 * @param images what each row has beside its features
 */
public record PreparationPlan(
        Map<String, String> derive,
        Optional<String> selection,
        List<String> features,
        Set<String> routes,
        List<String> classes,
        Optional<String> label,
        List<String> targets,
        Optional<String> weight,
        List<String> columns,
        MissingPolicy missing,
        Optional<Clip> clip,
        NegativeWeights negativeWeights,
        WeightNormalisation normalise,
        SplitPlan split,
        Optional<FoldPlan> folds,
        boolean allowSpectators,
        boolean events,
        TrainingCopies copies,
        List<ImagePlan> images) {

    public PreparationPlan {
        derive = Collections.unmodifiableMap(new LinkedHashMap<>(derive));
        Objects.requireNonNull(selection, "selection");
        features = List.copyOf(features);
        routes = Set.copyOf(routes);
        classes = List.copyOf(classes);
        Objects.requireNonNull(label, "label");
        targets = List.copyOf(targets);
        Objects.requireNonNull(weight, "weight");
        columns = List.copyOf(columns);
        Objects.requireNonNull(missing, "missing");
        Objects.requireNonNull(clip, "clip");
        Objects.requireNonNull(negativeWeights, "negativeWeights");
        Objects.requireNonNull(normalise, "normalise");
        Objects.requireNonNull(split, "split");
        Objects.requireNonNull(folds, "folds");
        Objects.requireNonNull(copies, "copies");
        images = List.copyOf(images);
    }

    /** A plan without images whose features are all seen by models, and whose rows do not keep their event. */
    public PreparationPlan(
            Map<String, String> derive,
            Optional<String> selection,
            List<String> features,
            List<String> classes,
            Optional<String> label,
            List<String> targets,
            Optional<String> weight,
            List<String> columns,
            MissingPolicy missing,
            Optional<Clip> clip,
            NegativeWeights negativeWeights,
            WeightNormalisation normalise,
            SplitPlan split,
            Optional<FoldPlan> folds,
            boolean allowSpectators) {
        this(
                derive,
                selection,
                features,
                Set.of(),
                classes,
                label,
                targets,
                weight,
                columns,
                missing,
                clip,
                negativeWeights,
                normalise,
                split,
                folds,
                allowSpectators,
                false,
                TrainingCopies.NONE,
                List.of());
    }
}
