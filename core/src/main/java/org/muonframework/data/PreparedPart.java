package org.muonframework.data;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.muonframework.spi.data.Column;
import org.muonframework.spi.metric.Part;
import org.muonframework.spi.metric.Sample;
import org.muonframework.spi.model.Image;
import org.muonframework.spi.train.Features;
import org.muonframework.spi.train.Rows;
import org.muonframework.spi.train.SparseImages;

/**
 * The rows of one part, column by column.
 *
 * @param part which part
 * @param features {@code features[f][row]} in the order of the plan; missing values already replaced, or NaN where a
 *     model is still to say by what
 * @param labels the class of each row; empty when nothing is classified
 * @param targets {@code targets[t][row]} in the order of the plan
 * @param weights the weight of each row with its sign
 * @param trainingWeights the weight of each row after the policy for negative ones and the normalisation
 * @param columns the values of each expression that metrics, reweighting and the losses of models need
 * @param keys the columns that identify the event, by name; integers with all their digits
 * @param events a number for each row that rows of one event share; empty where the plan does not ask for it
 * @param images in the order of the plan
 */
public record PreparedPart(
        Part part,
        float[][] features,
        int[] labels,
        float[][] targets,
        double[] weights,
        float[] trainingWeights,
        Map<String, double[]> columns,
        Map<String, Column> keys,
        long[] events,
        List<SparseImages> images) {

    /** A part whose rows have no images and do not keep their event. */
    public PreparedPart(
            Part part,
            float[][] features,
            int[] labels,
            float[][] targets,
            double[] weights,
            float[] trainingWeights,
            Map<String, double[]> columns,
            Map<String, Column> keys) {
        this(part, features, labels, targets, weights, trainingWeights, columns, keys, new long[0], List.of());
    }

    public PreparedPart {
        columns = Map.copyOf(columns);
        images = List.copyOf(images);
        keys = Collections.unmodifiableMap(new LinkedHashMap<>(keys));
    }

    /** Number of rows. */
    public int size() {
        return weights.length;
    }

    /** What a model needs of some of the rows, as of a part: new arrays, without keys; the hits of images are shared. */
    PreparedPart pick(Part as, int[] rows) {
        Pick pick = new Pick(rows);
        Map<String, double[]> picked = new HashMap<>();
        columns.forEach((name, values) -> picked.put(name, pick.of(values)));
        return new PreparedPart(
                as,
                pick.of(features),
                pick.of(labels),
                pick.of(targets),
                pick.of(weights),
                pick.of(trainingWeights),
                picked,
                Map.of(),
                pick.of(events),
                pick.of(images));
    }

    /** The weights of the whole and of each class. */
    List<WeightCount> weightCounts(String name, List<String> classes) {
        return WeightCount.of(name, classes, labels, weights, trainingWeights);
    }

    /** What a trainer learns from; the arrays are shared. */
    public Rows rows() {
        return new Rows(features, labels, targets, trainingWeights, Map.of(), events, images);
    }

    /** What a trained model predicts from; the arrays are shared. */
    public Features inputs() {
        return new Features(features, size(), images);
    }

    /**
     * What a metric looks at; the arrays are shared.
     *
     * @param modelFeatures {@code modelFeatures[f][row]}, the features of the model as it sees them
     * @param named the images of the analysis, in the order of the plan; none to go without them
     * @param predictions {@code predictions[p][row]} in the order of the task's predictions
     */
    public Sample sample(float[][] modelFeatures, List<Image> named, float[][] predictions) {
        return sample(part, modelFeatures, named, predictions);
    }

    /** The same, as of another part. */
    public Sample sample(Part as, float[][] modelFeatures, List<Image> named, float[][] predictions) {
        Map<String, SparseImages> byName = new HashMap<>();
        for (int i = 0; i < named.size(); i++) {
            byName.put(named.get(i).name(), images.get(i));
        }
        return new Sample(as, modelFeatures, labels, targets, predictions, weights, columns, byName);
    }
}
