package org.muonframework.run.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.muonframework.data.WeightCount;
import org.muonframework.report.Fact;
import org.muonframework.run.assemble.AssembledModel;
import org.muonframework.run.result.ModelResult;
import org.muonframework.run.result.RunResult;
import org.muonframework.spi.metric.MetricValue;
import org.muonframework.spi.metric.Part;
import org.muonframework.spi.model.Task;

/**
 * What stands at the top of a report: what was trained on what, and the numbers that matter.
 *
 * @param result what the run found
 */
record ReportSummary(RunResult result) {

    private static final int NUMBERS_OF_ONE_MODEL = 3;
    private static final int LARGEST = 6;

    /** {@code Z told from background by 4 models, trained on 19,852 rows and quoted on 12,077 of zmumu-simulation}. */
    String lead() {
        String source = result.plan().dataset().service().name();
        if (result.assembly().models().isEmpty()) {
            return rows(Part.WHOLE) + " rows of " + source + " as they are, nothing trained";
        }
        int folds = result.plan().settings().folds();
        String division = folds > 0
                ? "in " + folds + " folds"
                : "trained on " + rows(Part.TRAINING) + " rows and quoted on " + rows(result.evaluated());
        return learned() + " by " + models() + ", " + division + " of " + source;
    }

    private String learned() {
        Task task = result.assembly().task();
        List<String> parts = new ArrayList<>();
        if (any(Task::classifies) && task.classes().size() == 2) {
            parts.add(task.classes().get(1) + " told from " + task.classes().get(0));
        } else if (any(Task::classifies)) {
            parts.add(String.join(", ", task.classes()) + " told apart");
        }
        if (any(Task::regresses)) {
            parts.add(String.join(", ", task.targets()) + " regressed");
        }
        if (any(learned -> !learned.classifies() && !learned.regresses())) {
            parts.add(task.features().size() + " features learned by themselves");
        }
        return String.join(" and ", parts);
    }

    /** Whether any model learns such a thing. */
    private boolean any(Predicate<Task> what) {
        return result.assembly().models().stream().map(AssembledModel::task).anyMatch(what);
    }

    private String models() {
        List<AssembledModel> models = result.assembly().models();
        return models.size() == 1 ? models.get(0).plan().model().service().name() : models.size() + " models";
    }

    private String rows(Part part) {
        return result.weights().stream()
                .filter(count -> count.part().equals(part.label()))
                .findFirst()
                .map(WeightCount::rows)
                .map(count -> String.format(Locale.ROOT, "%,d", count))
                .orElse("no");
    }

    /**
     * Of one model the first number of each metric that has one, of several models the first number of each: metrics are in the order
     * of the analysis.
     */
    List<Fact> facts() {
        int each =
                result.assembly().models().isEmpty() ? LARGEST : result.models().size() == 1 ? NUMBERS_OF_ONE_MODEL : 1;
        return result.models().stream()
                .flatMap(model -> first(model).limit(each).map(value -> fact(model, value)))
                .limit(LARGEST)
                .toList();
    }

    private Stream<MetricValue> first(ModelResult model) {
        return model.metrics().stream()
                .flatMap(metric -> metric.result().values().stream()
                        .filter(value -> value.sample() == result.evaluated() && value.standsForTheWhole())
                        .filter(value -> !Double.isNaN(value.value()))
                        .findFirst()
                        .stream());
    }

    private Fact fact(ModelResult model, MetricValue value) {
        List<String> note = new ArrayList<>();
        if (!model.name().equals(ModelResult.DATA)) {
            note.add(model.name());
        }
        note.add(value.sample().label() + " sample");
        baseline(model, value).ifPresent(note::add);
        return new Fact(ReportTables.label(value), ReportTables.text(value), String.join(", ", note));
    }

    /** What a value has to beat to be worth anything, where the metric says so. */
    private static Optional<String> baseline(ModelResult model, MetricValue value) {
        return model.metrics().stream()
                .flatMap(metric -> metric.result().values().stream())
                .filter(other -> other.name().equals("majority-" + value.name()) && other.sample() == value.sample())
                .findFirst()
                .map(other -> "majority class " + ReportTables.text(other));
    }
}
