package org.muonframework.train.neural;

import java.util.List;
import java.util.Optional;
import org.muonframework.spi.Context;
import org.muonframework.spi.RandomStreams;
import org.muonframework.spi.model.Architecture;
import org.muonframework.spi.problem.ConfigurationException;
import org.muonframework.train.neural.data.PreparedRows;
import org.muonframework.train.neural.data.Scorer;
import org.muonframework.train.neural.engine.Engines;
import org.muonframework.train.neural.engine.ForwardPass;
import org.muonframework.train.neural.engine.Network;
import org.muonframework.train.neural.store.Tensor;
import org.slf4j.Logger;

/** Chooses what computes a network: in training by the settings, afterwards by what trained it. */
final class TrainingPaths {

    private TrainingPaths() {}

    /**
     * A network with its initial weights, ready for its first step.
     *
     * @throws ConfigurationException if the path that the settings ask for cannot train it here
     */
    static Learner learner(
            NeuralSettings settings,
            Architecture architecture,
            Objective objective,
            PreparedRows training,
            PreparedRows validation,
            Context host) {
        return new EngineLearner(
                Engines.start(settings.engine(), host.log()),
                architecture,
                objective,
                training,
                validation,
                settings,
                host.random());
    }

    /**
     * A trained network, ready to predict.
     *
     * @throws ConfigurationException if what trained it does not start here
     */
    static Scorer scorer(
            NetworkDescription description, Architecture architecture, List<Tensor> parameters, Logger log) {
        Network network =
                new Network(architecture, Engines.start(Optional.of(description.engine()), log), new RandomStreams(0));
        network.restore(parameters);
        return new ForwardPass(network);
    }

    /**
     * Starts what trains by default.
     *
     * @return what starts
     * @throws ConfigurationException if it does not start here
     */
    static String selfTest(Logger log) {
        return Engines.startPreferred(log) + " starts";
    }
}
