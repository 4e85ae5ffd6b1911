package org.muonframework.run.assemble;

import java.util.List;
import java.util.Optional;
import org.muonframework.config.Problems;
import org.muonframework.spi.data.Schema;
import org.muonframework.spi.metric.Metric;
import org.muonframework.spi.model.Image;
import org.muonframework.spi.model.Task;
import org.muonframework.spi.problem.ConfigurationException;
import org.muonframework.spi.problem.Suggestions;

/** Holds the metrics against the columns, the task and whether there is a model, before any data is read. */
final class MetricCheck {

    private final List<AssembledMetric> metrics;
    private final Problems problems;

    MetricCheck(List<AssembledMetric> metrics, Problems problems) {
        this.metrics = metrics;
        this.problems = problems;
    }

    /** The expressions that the metrics need and that the columns can give; of the others a problem is reported. */
    List<String> expressions(Schema columns) {
        return metrics.stream()
                .flatMap(metric -> needed(metric, columns).stream().filter(text -> understood(metric, text, columns)))
                .distinct()
                .toList();
    }

    /** Those of them that metrics need which judge variations. */
    List<String> expressionsOfVariations(Schema columns) {
        return new MetricCheck(
                        metrics.stream()
                                .filter(AssembledMetric::judgesVariations)
                                .toList(),
                        problems)
                .expressions(columns);
    }

    private List<String> needed(AssembledMetric metric, Schema columns) {
        try {
            return metric.plan().service().call(provider -> metric.metric().columns(columns));
        } catch (ConfigurationException e) {
            e.problems().forEach(problem -> problems.add(metric.plan().where(), problem.toString()));
            return List.of();
        }
    }

    /**
     * Reports what can judge none of the tasks, or needs a model where there is none.
     *
     * @param tasks what models learn, or what there is to learn
     */
    void judge(List<Task> tasks, boolean hasModel) {
        for (AssembledMetric metric : metrics) {
            Metric computed = metric.metric();
            if (!hasModel && metric.plan().service().call(provider -> computed.needsModel())) {
                problem(metric, "judges a model, and there is none: give 'model' and 'trainer', or leave it out");
                continue;
            }
            List<String> objections = tasks.stream()
                    .flatMap(task -> metric.objection(task).or(() -> noImage(metric, task)).stream())
                    .toList();
            if (objections.size() == tasks.size()) {
                objections.stream().findFirst().ifPresent(reason -> problem(metric, "cannot judge this: " + reason));
            }
        }
    }

    /** That it looks at an image which is not there. */
    private static Optional<String> noImage(AssembledMetric metric, Task task) {
        List<String> names = task.images().stream().map(Image::name).toList();
        return metric.plan().service().call(provider -> metric.metric().images()).stream()
                .filter(name -> !names.contains(name))
                .map(name -> names.isEmpty()
                        ? "needs the image '" + name + "', and the analysis has no images"
                        : "there is no image '" + name + "'." + Suggestions.didYouMean(name, names))
                .findFirst();
    }

    private boolean understood(AssembledMetric metric, String text, Schema columns) {
        Optional<String> objection = NumberCheck.objection(text, columns);
        objection.ifPresent(reason -> problem(metric, reason));
        return objection.isEmpty();
    }

    private void problem(AssembledMetric metric, String message) {
        problems.add(
                metric.plan().where(), "the metric '" + metric.plan().service().name() + "' " + message);
    }
}
