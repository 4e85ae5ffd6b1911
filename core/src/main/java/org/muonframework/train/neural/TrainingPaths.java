package org.muonframework.train.neural;

import ai.djl.engine.Engine;
import java.util.List;
import java.util.Optional;
import org.muonframework.spi.Context;
import org.muonframework.spi.RandomStreams;
import org.muonframework.spi.model.Architecture;
import org.muonframework.spi.model.Loss;
import org.muonframework.spi.problem.ConfigurationException;
import org.muonframework.train.fused.FusedScorer;
import org.muonframework.train.fused.FusedSupport;
import org.muonframework.train.fused.kernel.KernelSet;
import org.muonframework.train.neural.data.EpochRows;
import org.muonframework.train.neural.data.OrderedRows;
import org.muonframework.train.neural.data.Scorer;
import org.muonframework.train.neural.engine.Engines;
import org.muonframework.train.neural.engine.ForwardPass;
import org.muonframework.train.neural.engine.Network;
import org.muonframework.train.neural.store.Tensor;
import org.slf4j.Logger;

/** Chooses what computes a network: in training by the settings, afterwards by what trained it. */
final class TrainingPaths {

    /** The one system that the distribution has an engine's native code for. */
    private static final String SYSTEM_OF_ENGINE = "Linux amd64";

    private TrainingPaths() {}

    /** Why a network cannot be trained as the settings ask for. */
    static Optional<String> objection(NeuralSettings settings, Architecture architecture) {
        boolean pretrained =
                architecture.outputs().stream().anyMatch(output -> output.loss() instanceof Loss.Pretrained);
        if (pretrained && settings.pretraining().isEmpty()) {
            return Optional.of("the model has a loss for a pretraining of its own, and the trainer none; expected a"
                    + " section 'pretraining', such as pretraining { epochs = 150 }");
        }
        if (settings.path() == NeuralSettings.Path.FUSED) {
            if (settings.engine().isPresent()) {
                return Optional.of("has 'path = fused' and names an engine; expected one of the two");
            }
            Optional<String> objection = FusedSupport.objection(architecture);
            if (objection.isPresent()) {
                return objection.map(reason -> "has 'path = fused', which cannot train this network here: " + reason
                        + "; expected 'path = auto' or 'path = engine'");
            }
        }
        return BatchMemory.inTraining(settings, architecture)
                .flatMap(memory -> BatchLimits.objection(settings, architecture, memory, memory.available()));
    }

    /** Whether an engine trains a network, or would if the fused path were not asked for. */
    static boolean needsEngine(NeuralSettings settings, Architecture architecture) {
        return settings.path() == NeuralSettings.Path.ENGINE
                || settings.engine().isPresent()
                || FusedSupport.objection(architecture).isPresent();
    }

    /**
     * A network with its initial weights, ready for its first step.
     *
     * @throws ConfigurationException if no path can train it here
     */
    static Learner learner(Stage stage, Objective objective, EpochRows training, OrderedRows validation, Context host) {
        NeuralSettings settings = stage.settings();
        BatchMemory.inTraining(settings, stage.architecture())
                .ifPresent(memory -> BatchLimits.check(settings, memory, training.size(), memory.available()));
        if (isFused(settings, stage.architecture(), host.log())) {
            return new FusedLearner(KernelSet.best(), stage, objective, training, validation, host.threads());
        }
        return new EngineLearner(Engines.start(settings.engine(), host.log()), stage, objective, training, validation);
    }

    /** Whether the fused path trains a network; the log says why where it cannot. */
    static boolean isFused(NeuralSettings settings, Architecture architecture, Logger log) {
        if (settings.path() == NeuralSettings.Path.ENGINE || settings.engine().isPresent()) {
            return false;
        }
        Optional<String> objection = FusedSupport.objection(architecture);
        objection.ifPresent(
                reason -> log.info("the fused path cannot train this network: {}; an engine trains it", reason));
        return objection.isEmpty();
    }

    /**
     * A trained network, ready to predict.
     *
     * @throws ConfigurationException if what trained it does not start here
     */
    static Scorer scorer(
            NetworkDescription description, Architecture architecture, List<Tensor> parameters, Context host) {
        if (description.engine().equals(FusedLearner.ENGINE)) {
            return new FusedScorer(architecture, parameters, KernelSet.best(), host.threads());
        }
        Engine engine = Engines.start(Optional.of(description.engine()), host.log());
        Network network = new Network(architecture, engine, new RandomStreams(0));
        network.restore(parameters);
        return new ForwardPass(network);
    }

    /**
     * Tries both paths.
     *
     * @return what each computes with; where the distribution brings no engine, what needs one
     * @throws ConfigurationException if an engine is brought and does not start
     */
    static String selfTest(Logger log) {
        String fused = "dense and convolutional networks on the fused path with "
                + KernelSet.best().name();
        try {
            return fused + ", others on " + Engines.startPreferred(log);
        } catch (ConfigurationException e) {
            String system = System.getProperty("os.name") + " " + System.getProperty("os.arch");
            if (system.equals(SYSTEM_OF_ENGINE)) {
                throw new ConfigurationException("", fused + "; others nowhere: " + e.getMessage());
            }
            return fused
                    + "; recurrent and attention layers need an engine, and the one that comes along"
                    + " has no native code for " + system + ": put the JARs of another into lib/";
        }
    }
}
