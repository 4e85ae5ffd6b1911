package org.muonframework.train.compose;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.muonframework.spi.train.History;
import org.muonframework.spi.train.LearningCurve;
import org.muonframework.spi.train.TrainedModel;

/**
 * The trained parts of a composed model, beside each other.
 *
 * @param models the parts, at least one
 * @param names what each is, to be read
 */
record NamedParts(List<TrainedModel> models, List<String> names) {

    NamedParts {
        models = List.copyOf(models);
        names = List.copyOf(names);
    }

    /**
     * The courses of all: each curve names its part. The best step and the rate are medians, the time is the sum.
     */
    History history() {
        List<LearningCurve> curves = told(model -> model.history().curves(), NamedParts::of);
        return JoinedHistory.of(models.stream().map(TrainedModel::history).toList(), curves);
    }

    private static LearningCurve of(LearningCurve curve, String name) {
        String rows = curve.part().isEmpty() ? "" : curve.part() + ", ";
        return new LearningCurve(curve.quantity(), rows + name, curve.values());
    }

    /** What the parts tell, each with its name. */
    <T> List<T> told(Function<TrainedModel, List<T>> what, BiFunction<T, String, T> named) {
        return IntStream.range(0, models.size())
                .boxed()
                .flatMap(part -> what.apply(models.get(part)).stream().map(one -> named.apply(one, names.get(part))))
                .toList();
    }

    /** The sum over all parts, if each knows its own. */
    OptionalLong parameters() {
        List<OptionalLong> counts =
                models.stream().map(TrainedModel::parameters).toList();
        return counts.stream().allMatch(OptionalLong::isPresent)
                ? OptionalLong.of(
                        counts.stream().mapToLong(OptionalLong::getAsLong).sum())
                : OptionalLong.empty();
    }

    /** Closes the others even if one cannot be closed. */
    void close() {
        closeFrom(0);
    }

    private void closeFrom(int first) {
        if (first < models.size()) {
            try {
                models.get(first).close();
            } finally {
                closeFrom(first + 1);
            }
        }
    }
}
