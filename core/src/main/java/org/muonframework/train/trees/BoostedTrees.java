package org.muonframework.train.trees;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.muonframework.files.AtomicFile;
import org.muonframework.spi.model.Model;
import org.muonframework.spi.model.Task;
import org.muonframework.spi.model.TreeModel;
import org.muonframework.spi.train.FeatureGains;
import org.muonframework.spi.train.Features;
import org.muonframework.spi.train.History;
import org.muonframework.spi.train.TrainedModel;

/** Trained trees: one booster for the classes and one for each target. */
final class BoostedTrees implements TrainedModel {

    /** Rows predicted at a time: bounds the memory of the row-major copy. */
    private static final int CHUNK = 1 << 16;

    private final ModelRecord record;
    private final List<Booster> boosters;
    private boolean closed;

    BoostedTrees(ModelRecord record, List<Booster> boosters) {
        this.record = record;
        this.boosters = List.copyOf(boosters);
    }

    static BoostedTrees load(Path directory, Model model, int threads) throws IOException {
        ModelRecord record = ModelRecord.read(directory);
        if (!(model instanceof TreeModel trees)) {
            throw new IOException(
                    directory + " holds boosted trees, not a model of the family '" + model.family() + "'");
        }
        if (!trees.parameters().equals(record.parameters())) {
            throw new IOException(directory + " is of another model than the configuration makes: its parameters are "
                    + trees.parameters() + ", were saved as " + record.parameters());
        }
        List<Booster> boosters = new ArrayList<>();
        try {
            for (Output output : record.outputs()) {
                boosters.add(booster(directory.resolve(output.file()), threads));
            }
        } catch (IOException e) {
            boosters.forEach(Booster::dispose);
            throw e;
        }
        return new BoostedTrees(record, boosters);
    }

    private static Booster booster(Path file, int threads) throws IOException {
        try {
            Booster booster = XGBoost.loadModel(Files.readAllBytes(file));
            booster.setParams(Map.of("nthread", threads, "verbosity", 0));
            return booster;
        } catch (XGBoostError e) {
            throw new IOException(file + ": damaged: " + NativeFailure.reason(e), e);
        }
    }

    @Override
    public Task task() {
        return record.task();
    }

    @Override
    public History history() {
        return record.history();
    }

    /** Of each output, what the splits on a feature lowered the training loss by, as a part of what all splits did. */
    @Override
    public List<FeatureGains> featureGains() {
        return record.outputs().stream()
                .map(output -> new FeatureGains(
                        record.outputs().size() == 1 ? "" : output.name(task()),
                        "",
                        record.gain().get(output.file())))
                .filter(gains -> !gains.shares().isEmpty())
                .toList();
    }

    @Override
    public float[][] predict(Features features) {
        if (closed) {
            throw new IllegalStateException("the model is closed");
        }
        if (features.columns().length != task().features().size()) {
            throw new IllegalArgumentException(features.columns().length + " features given, "
                    + task().features().size() + " expected");
        }
        float[][] predictions = new float[task().predictions().size()][features.rows()];
        try {
            for (int from = 0; from < features.rows(); from += CHUNK) {
                predict(features, from, Math.min(from + CHUNK, features.rows()), predictions);
            }
        } catch (XGBoostError e) {
            throw new IllegalStateException(NativeFailure.reason(e), e);
        }
        return predictions;
    }

    private void predict(Features features, int from, int to, float[][] predictions) throws XGBoostError {
        float[] matrix = RowMajor.of(features.columns(), from, to);
        for (int o = 0; o < boosters.size(); o++) {
            Output output = record.outputs().get(o);
            float[][] rows = boosters.get(o)
                    .inplace_predict(
                            matrix, to - from, features.columns().length, Float.NaN, new int[] {0, record.rounds()});
            int[] columns = output.predictions(task());
            for (int p = 0; p < columns.length; p++) {
                float[] column = predictions[columns[p]];
                for (int row = from; row < to; row++) {
                    column[row] = (float) (output.mean() + output.scale() * rows[row - from][p]);
                }
            }
        }
    }

    @Override
    public void save(Path directory) throws IOException {
        for (int o = 0; o < boosters.size(); o++) {
            Path file = directory.resolve(record.outputs().get(o).file());
            try {
                byte[] content = boosters.get(o).toByteArray("ubj");
                AtomicFile.replace(file, temporary -> Files.write(temporary, content));
            } catch (XGBoostError e) {
                throw new IOException(file + ": " + NativeFailure.reason(e), e);
            }
        }
        record.write(directory);
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            boosters.forEach(Booster::dispose);
        }
    }
}
