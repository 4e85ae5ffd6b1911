package org.muonframework.train.trees;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.muonframework.spi.problem.DataException;
import org.muonframework.spi.train.Rows;
import org.muonframework.spi.train.TrainingData;

/** The native side of one training: matrices and one booster an output, advanced together; freed by {@link #close}. */
final class Boosting implements AutoCloseable {

    private static final String[] PARTS = {"training", "validation"};

    private final List<Output> outputs;
    private final Function<Output, Map<String, Object>> parameters;
    private final List<DMatrix> matrices = new ArrayList<>();
    private final List<float[][]> truth = new ArrayList<>();
    private final List<Booster> boosters = new ArrayList<>();

    /** Builds the matrices; weights are scaled to a mean of 1 in each part. */
    Boosting(List<Output> outputs, Function<Output, Map<String, Object>> parameters, TrainingData data) {
        this.outputs = outputs;
        this.parameters = parameters;
        try {
            for (Rows rows : List.of(data.training(), data.validation())) {
                DMatrix matrix = RowMajor.matrix(rows, PARTS[matrices.size()]);
                matrices.add(matrix);
                matrix.setWeight(scaledToMeanOne(rows.weights()));
                float[][] labels =
                        outputs.stream().map(output -> output.truth(rows)).toArray(float[][]::new);
                matrix.setLabel(labels[0]);
                truth.add(labels);
            }
        } catch (XGBoostError e) {
            String part = PARTS[truth.size()];
            close();
            throw new DataException(part, NativeFailure.reason(e));
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private static float[] scaledToMeanOne(float[] weights) {
        double sum = 0;
        for (float weight : weights) {
            sum += weight;
        }
        double factor = weights.length / sum;
        float[] scaled = new float[weights.length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = (float) (weights[i] * factor);
        }
        return scaled;
    }

    /** Starts without a tree. */
    void start() throws XGBoostError {
        for (Output output : outputs) {
            Booster booster = XGBoost.train(matrices.get(0), parameters.apply(output), 0, Map.of(), null, null);
            boosters.add(booster);
            addMetrics(booster, output);
        }
    }

    /** Goes on from what {@link #models()} gave; what follows depends on nothing else. */
    void restart(List<byte[]> models) throws XGBoostError {
        disposeBoosters();
        for (int i = 0; i < outputs.size(); i++) {
            Booster booster = read(models.get(i));
            boosters.add(booster);
            booster.setParams(parameters.apply(outputs.get(i)));
            addMetrics(booster, outputs.get(i));
        }
    }

    private static Booster read(byte[] model) throws XGBoostError {
        try {
            return XGBoost.loadModel(model);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void addMetrics(Booster booster, Output output) throws XGBoostError {
        for (String metric : output.metrics()) {
            booster.setParam("eval_metric", metric);
        }
    }

    /** Adds one round of trees to every output and judges all of them. */
    Scores round(int round) throws XGBoostError {
        Scores total = Scores.NONE;
        for (int i = 0; i < outputs.size(); i++) {
            if (outputs.size() > 1) {
                for (int part = 0; part < PARTS.length; part++) {
                    matrices.get(part).setLabel(truth.get(part)[i]);
                }
            }
            Booster booster = boosters.get(i);
            booster.update(matrices.get(0), round);
            String line = booster.evalSet(matrices.toArray(DMatrix[]::new), PARTS, round);
            total = total.plus(Scores.parse(line, outputs.get(i)), outputs.get(i), outputs);
        }
        return total;
    }

    /** All boosters as bytes, in the order of the outputs. */
    List<byte[]> models() throws XGBoostError {
        List<byte[]> models = new ArrayList<>();
        for (Booster booster : boosters) {
            models.add(booster.toByteArray("ubj"));
        }
        return models;
    }

    /** The boosters in the order of the outputs; still owned here. */
    List<Booster> boosters() {
        return List.copyOf(boosters);
    }

    /** Hands the boosters over; from now on the caller disposes them. */
    List<Booster> release() {
        List<Booster> released = List.copyOf(boosters);
        boosters.clear();
        return released;
    }

    @Override
    public void close() {
        disposeBoosters();
        matrices.forEach(DMatrix::dispose);
        matrices.clear();
    }

    private void disposeBoosters() {
        boosters.forEach(Booster::dispose);
        boosters.clear();
    }
}
