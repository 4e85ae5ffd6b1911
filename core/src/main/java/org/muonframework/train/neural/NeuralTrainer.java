package org.muonframework.train.neural;

import java.util.List;
import java.util.Optional;
import org.muonframework.spi.Context;
import org.muonframework.spi.model.Architecture;
import org.muonframework.spi.model.Model;
import org.muonframework.spi.model.NeuralModel;
import org.muonframework.spi.train.TrainedModel;
import org.muonframework.spi.train.Trainer;
import org.muonframework.spi.train.TrainingContext;
import org.muonframework.spi.train.TrainingData;
import org.muonframework.train.Fingerprint;
import org.muonframework.train.fused.step.Blocks;
import org.muonframework.train.neural.data.ColumnMap;
import org.muonframework.train.neural.data.OrderedRows;
import org.muonframework.train.neural.data.RowChecks;
import org.muonframework.train.neural.data.Scales;
import org.muonframework.train.neural.store.ModelJson;

/**
 * Trains neural networks.
 *
 * <p>The same seed, settings, data, engine and number of engine threads give the same bits, also when a training was
 * interrupted and continued. An engine does not bear two trainings at once in one process.
 */
final class NeuralTrainer implements Trainer {

    private final NeuralSettings settings;
    private final Context host;

    NeuralTrainer(NeuralSettings settings, Context host) {
        this.settings = settings;
        this.host = host;
    }

    @Override
    public Optional<String> objection(Model model) {
        if (!(model instanceof NeuralModel neural)) {
            return Optional.of("needs a neural network, not a model of the family '" + model.family() + "'");
        }
        if (settings.symmetries() && neural.symmetries().isEmpty()) {
            return Optional.of(
                    "has 'symmetries = true', and the model states none for these features and images; expected"
                            + " 'symmetries = false'");
        }
        return TrainingPaths.objection(settings, neural.architecture());
    }

    /** Networks of volumes, which take much memory and share small batches among threads, are trained one by one. */
    @Override
    public boolean concurrent(Model model) {
        return model instanceof NeuralModel neural
                && Blocks.of(neural.architecture()) == Blocks.DENSE
                && TrainingPaths.isFused(settings, neural.architecture(), host.log());
    }

    @Override
    public TrainedModel train(Model model, TrainingData data, TrainingContext context) {
        NeuralModel neural = (NeuralModel) model;
        Architecture architecture = neural.architecture();
        ColumnMap map = ColumnMap.of(architecture, data.task());
        RowChecks.check(data.training(), "training", data.task());
        RowChecks.check(data.validation(), "validation", data.task());
        LossChecks.check(architecture, data.training(), "training");
        LossChecks.check(architecture, data.validation(), "validation");
        Scales scales = Scales.fit(architecture, map, data.training());
        OrderedRows training = OrderedRows.of(data.training(), map, scales);
        OrderedRows validation = OrderedRows.of(data.validation(), map, scales);
        String description =
                ModelJson.write(architecture) + settings + " " + host.random().seed() + " " + data.fraction() + " ";
        List<StageCourse> courses = new StagedTraining(
                        map,
                        training,
                        validation,
                        settings.symmetries() ? neural.symmetries() : List.of(),
                        data.fraction(),
                        engine -> Fingerprint.of(description + engine, data),
                        context,
                        host)
                .run(Stage.of(settings, architecture, host.random()));
        StageCourse last = courses.get(courses.size() - 1);
        NetworkDescription network = NetworkDescription.of(data.task(), architecture, scales, courses);
        return new TrainedNetwork(network, neural, last.parameters(), host);
    }
}
