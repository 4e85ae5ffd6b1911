package org.muonframework.train.neural;

import java.util.List;
import org.muonframework.spi.RandomStreams;
import org.muonframework.spi.model.Architecture;

/**
 * A training, or the pretraining before it.
 *
 * @param name what it is called where there are two; else empty
 * @param file where it keeps its checkpoint, without the ending
 * @param architecture the network with the losses that it has in this stage
 * @param settings those of this stage
 * @param random its random numbers
 */
record Stage(String name, String file, Architecture architecture, NeuralSettings settings, RandomStreams random) {

    private static final String FIRST = "pretraining";
    private static final String LAST = "neural";

    /** The stages of a training, one or two. */
    static List<Stage> of(NeuralSettings settings, Architecture architecture, RandomStreams random) {
        Architecture last = architecture.training();
        return settings.ofPretraining()
                .map(own -> {
                    RandomStreams apart = new RandomStreams(random.derive(FIRST, 0));
                    return List.of(
                            new Stage(FIRST, FIRST, architecture.pretraining(), own, apart),
                            new Stage("training", LAST, last, settings, random));
                })
                .orElseGet(() -> List.of(new Stage("", LAST, last, settings, random)));
    }

    /** What a quantity is called that does not compare with that of the other stage: {@code pretraining-loss}. */
    String quantity(String what) {
        return name.equals(FIRST) ? FIRST + "-" + what : what;
    }

    /** Its name before what happens in it: {@code pretraining, }. */
    String prefix() {
        return name.isEmpty() ? "" : name + ", ";
    }

    /** An epoch of it, counted from 0: {@code pretraining, epoch 12}. */
    String epoch(int number) {
        return prefix() + "epoch " + (number + 1);
    }
}
