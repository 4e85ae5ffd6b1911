package org.muonframework.run.result;

import java.util.List;
import org.muonframework.data.ClipCount;
import org.muonframework.data.StepCount;
import org.muonframework.data.WeightCount;
import org.muonframework.data.lint.Finding;
import org.muonframework.run.assemble.Assembly;
import org.muonframework.run.plan.AnalysisPlan;
import org.muonframework.spi.metric.MetricValue;
import org.muonframework.spi.metric.Part;

/**
 * Everything that a run found.
 *
 * @param assembly what the run was made of
 * @param steps rows and sum of weights after each step
 * @param weights weights of each part and class, as they are and as they are trained with
 * @param clipped what was set to the limits of feature values
 * @param findings what was found in the data while they were read
 * @param models the trained models with their metrics
 * @param values all values of all metrics, in order
 * @param evaluated the part that results are quoted for
 * @param warnings what the reader must know about the data
 * @param failures metrics that could not be computed
 * @param variations what the metrics found on variations of the simulation
 * @param contrasts areas under the ROC curves of the models against that of the first; none without classes
 */
public record RunResult(
        Assembly assembly,
        List<StepCount> steps,
        List<WeightCount> weights,
        List<ClipCount> clipped,
        List<Finding> findings,
        List<ModelResult> models,
        List<ModelMetric> values,
        Part evaluated,
        List<String> warnings,
        List<String> failures,
        List<VariationResult> variations,
        List<AucContrast> contrasts) {

    /** What stands for the whole of the evaluated part, of one model, in the order of the metrics. */
    public List<MetricValue> headline(String model) {
        return values.stream()
                .filter(metric -> metric.model().equals(model) && metric.value().sample() == evaluated)
                .map(ModelMetric::value)
                .filter(MetricValue::standsForTheWhole)
                .toList();
    }

    /** The configuration that it was made from. */
    public AnalysisPlan plan() {
        return assembly.plan();
    }
}
