package org.muonframework.data;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A plan that a test changes in the one place that it is about. */
final class Plans {

    private final Map<String, String> derive = new LinkedHashMap<>();
    private Optional<String> selection = Optional.empty();
    private List<String> features = List.of("pt");
    private List<String> classes = List.of("background", "signal");
    private Optional<String> label = Optional.empty();
    private List<String> targets = List.of();
    private Optional<String> weight = Optional.empty();
    private List<String> columns = List.of();
    private MissingPolicy missing = MissingPolicy.of(MissingPolicy.Policy.ERROR);
    private Optional<Clip> clip = Optional.empty();
    private NegativeWeights negativeWeights = NegativeWeights.KEEP;
    private WeightNormalisation normalise = WeightNormalisation.NONE;
    private Optional<FoldPlan> folds = Optional.empty();
    private SplitPlan split = new SplitPlan(List.of(), 0.5, 0.3);
    private boolean allowSpectators;
    private List<ImagePlan> images = List.of();
    private TrainingCopies copies = TrainingCopies.NONE;

    Plans derive(String name, String text) {
        derive.put(name, text);
        return this;
    }

    Plans selection(String text) {
        selection = Optional.of(text);
        return this;
    }

    Plans features(String... names) {
        features = List.of(names);
        return this;
    }

    Plans classes(String... names) {
        classes = List.of(names);
        return this;
    }

    Plans label(String text) {
        label = Optional.of(text);
        return this;
    }

    Plans targets(String... names) {
        targets = List.of(names);
        return this;
    }

    Plans weight(String text) {
        weight = Optional.of(text);
        return this;
    }

    Plans columns(String... texts) {
        columns = List.of(texts);
        return this;
    }

    Plans missing(MissingPolicy policy) {
        missing = policy;
        return this;
    }

    Plans missing(MissingPolicy.Policy policy) {
        return missing(MissingPolicy.of(policy));
    }

    Plans clip(double low, double high, String... names) {
        clip = Optional.of(new Clip(low, high, List.of(names)));
        return this;
    }

    Plans negativeWeights(NegativeWeights policy) {
        negativeWeights = policy;
        return this;
    }

    Plans split(double training, double validation, String... by) {
        split = new SplitPlan(List.of(by), training, validation);
        return this;
    }

    Plans normalise(WeightNormalisation how) {
        normalise = how;
        return this;
    }

    Plans folds(int count) {
        folds = Optional.of(new FoldPlan(count));
        return this;
    }

    Plans allowSpectators() {
        allowSpectators = true;
        return this;
    }

    Plans copies(TrainingCopies made) {
        copies = made;
        return this;
    }

    Plans images(ImagePlan... some) {
        images = List.of(some);
        return this;
    }

    PreparationPlan plan() {
        return new PreparationPlan(
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
                copies,
                images);
    }
}
