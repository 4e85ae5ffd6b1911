package org.muonframework.train.neural;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.muonframework.spi.Context;
import org.muonframework.spi.model.Architecture;
import org.muonframework.spi.model.Loss;
import org.muonframework.spi.model.NeuralModel;
import org.muonframework.spi.model.Task;
import org.muonframework.spi.problem.DataException;
import org.muonframework.spi.train.Features;
import org.muonframework.spi.train.History;
import org.muonframework.spi.train.RowGenerator;
import org.muonframework.spi.train.SparseImages;
import org.muonframework.spi.train.TrainedModel;
import org.muonframework.train.neural.data.ColumnMap;
import org.muonframework.train.neural.data.ColumnScale;
import org.muonframework.train.neural.data.OrderedRows;
import org.muonframework.train.neural.data.RowChecks;
import org.muonframework.train.neural.data.RowTable;
import org.muonframework.train.neural.data.Scorer;
import org.muonframework.train.neural.store.JsonDifference;
import org.muonframework.train.neural.store.ModelJson;
import org.muonframework.train.neural.store.Tensor;
import org.muonframework.train.neural.store.TensorFile;

/**
 * A trained network. Its parameters are kept on the Java heap; what computes it starts with the first prediction.
 *
 * <p>A saved one is two files: {@code model.json} (columns, layers, scales, history, versions) and
 * {@code parameters.safetensors}. The layers in it are for the reader, and to check against: what computes is the
 * architecture that the model's provider makes again.
 */
final class TrainedNetwork implements TrainedModel {

    private static final String DESCRIPTION = "model.json";
    private static final String PARAMETERS = "parameters.safetensors";

    private final NetworkDescription description;
    private final NeuralModel model;
    private final Architecture architecture;
    private final List<Tensor> parameters;
    private final ColumnMap map;
    private final Context host;
    private Optional<Scorer> scorer = Optional.empty();
    private Optional<CodeDecoder> decoder = Optional.empty();

    TrainedNetwork(NetworkDescription description, NeuralModel model, List<Tensor> parameters, Context host) {
        this.description = description;
        this.model = model;
        this.architecture = model.architecture();
        this.parameters = List.copyOf(parameters);
        this.map = ColumnMap.of(architecture, description.task());
        this.host = host;
    }

    /** Reads what {@link #save} wrote, of this network. */
    static TrainedNetwork load(Path directory, NeuralModel model, Context host) throws IOException {
        Path file = directory.resolve(DESCRIPTION);
        NetworkDescription description =
                ModelJson.read(Files.readString(file), NetworkDescription.class, file.toString());
        if (description.format() != NetworkDescription.FORMAT) {
            throw new IOException(file + " has the format " + description.format() + "; this version reads format "
                    + NetworkDescription.FORMAT);
        }
        Optional<String> difference =
                JsonDifference.first(description.architecture(), ModelJson.tree(model.architecture()));
        if (difference.isPresent()) {
            throw new IOException(file + " is of another network than the configuration makes: " + difference.get());
        }
        TensorFile tensors = TensorFile.read(directory.resolve(PARAMETERS));
        return new TrainedNetwork(description, model, tensors.tensors(), host);
    }

    @Override
    public void save(Path directory) throws IOException {
        new TensorFile(Map.of(), parameters).write(directory.resolve(PARAMETERS));
        ModelJson.write(directory.resolve(DESCRIPTION), description);
    }

    /** All parameters, running averages included. */
    List<Tensor> parameterTensors() {
        return parameters;
    }

    @Override
    public Task task() {
        return description.task();
    }

    @Override
    public History history() {
        return description.history();
    }

    @Override
    public OptionalLong parameters() {
        return OptionalLong.of(architecture.parameters());
    }

    /**
     * {@inheritDoc}
     *
     * @throws DataException if a feature is not finite, since an activation may turn it into an ordinary number unnoticed,
     *     or if an image has a bad hit
     */
    @Override
    public float[][] predict(Features features) {
        check(features);
        float[][] predictions = new float[task().predictions().size()][features.rows()];
        if (features.rows() > 0) {
            scorer().run(features.rows(), source(features), (from, to, outputs) -> place(outputs, from, predictions));
        }
        return predictions;
    }

    @Override
    public void close() {
        scorer.ifPresent(Scorer::close);
        scorer = Optional.empty();
        decoder.ifPresent(CodeDecoder::close);
        decoder = Optional.empty();
    }

    @Override
    public Optional<RowGenerator> generator() {
        if (decoder.isEmpty()) {
            decoder = model.code().map(code -> CodeDecoder.of(code, architecture, description, parameters, host));
        }
        return decoder.map(RowGenerator.class::cast);
    }

    private Scorer scorer() {
        if (scorer.isEmpty()) {
            scorer = Optional.of(TrainingPaths.scorer(description, architecture, parameters, host));
        }
        return scorer.get();
    }

    private Scorer.Source source(Features features) {
        List<float[][]> columns = new ArrayList<>();
        map.inputs().forEach(positions -> columns.add(OrderedRows.select(features.columns(), positions)));
        Map<Integer, SparseImages> images = map.imagesOf(features.images());
        return new Scorer.Source() {

            @Override
            public void fill(int input, int from, int to, float[] target) {
                RowTable.fill(columns.get(input), description.scales().inputs().get(input), from, to, target);
            }

            @Override
            public SparseImages images(int input, int from, int to) {
                return images.get(input).range(from, to);
            }
        };
    }

    private void place(float[][] outputs, int from, float[][] predictions) {
        for (int output = 0; output < outputs.length; output++) {
            int width = map.widths().get(output);
            int[] targets = map.targets().get(output);
            if (output == map.classifier()) {
                placeScores(outputs[output], width, output, from, predictions);
            }
            List<ColumnScale> scales = description.scales().targets().get(output);
            for (int k = 0; k < targets.length; k++) {
                ColumnScale scale = scales.isEmpty() ? ColumnScale.IDENTITY : scales.get(k);
                float[] column = predictions[position(output, targets[k])];
                for (int i = k, row = from; i < outputs[output].length; i += width, row++) {
                    column[row] = scale.invert(outputs[output][i]);
                }
            }
        }
    }

    /** The place of an output's column among the predictions. */
    private int position(int output, int column) {
        return map.truths().get(output) == Loss.Truth.NONE
                ? task().extraOf(task().extras().get(column))
                : task().predictionOf(task().targets().get(column));
    }

    private void placeScores(float[] outputs, int width, int output, int from, float[][] predictions) {
        Architecture.Output result = architecture.outputs().get(output);
        Link.apply(result.loss().link(), outputs, width);
        for (int scored : task().scoredClasses()) {
            float[] column = predictions[task().scoreOf(scored)];
            int unit = Math.min(scored, width - 1);
            for (int i = unit, row = from; i < outputs.length; i += width, row++) {
                column[row] = outputs[i];
            }
        }
    }

    private void check(Features features) {
        List<String> names = task().features();
        if (features.columns().length != names.size()) {
            throw new IllegalArgumentException(
                    features.columns().length + " feature columns were given, the model takes " + names);
        }
        if (features.images().size() != task().images().size()) {
            throw new IllegalArgumentException(
                    features.images().size() + " images were given, the model takes " + task().images());
        }
        RowChecks.requireFinite(features.columns(), "prediction", "feature", names);
        RowChecks.requireImages(features.images(), "prediction", task());
    }
}
