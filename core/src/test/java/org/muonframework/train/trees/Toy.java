package org.muonframework.train.trees;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.muonframework.spi.Context;
import org.muonframework.spi.RandomStreams;
import org.muonframework.spi.model.Task;
import org.muonframework.spi.model.TreeModel;
import org.muonframework.spi.train.Features;
import org.muonframework.spi.train.Rows;
import org.muonframework.spi.train.TrainedModel;
import org.muonframework.spi.train.TrainingContext;
import org.muonframework.spi.train.TrainingData;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A small problem with known structure: feature 0 decides the class, feature 1 the target, feature 2 nothing. */
final class Toy {

    static final List<String> FEATURES = List.of("decides", "drives", "noise");
    static final Task TWO_CLASSES = new Task(FEATURES, List.of("background", "signal"), List.of());
    static final Task THREE_CLASSES = new Task(FEATURES, List.of("low", "middle", "high"), List.of());
    static final Task TARGETS = new Task(FEATURES, List.of(), List.of("mass", "ratio"));
    static final Task BOTH = new Task(FEATURES, List.of("background", "signal"), List.of("mass"));

    private Toy() {}

    static TrainingData data(Task task) {
        return new TrainingData(task, rows(task, 2000, 1), rows(task, 1000, 2));
    }

    static Rows rows(Task task, int n, long seed) {
        var random = new SplittableRandom(seed);
        float[][] x = new float[3][n];
        int[] labels = new int[task.classifies() ? n : 0];
        float[][] targets = new float[task.targets().size()][n];
        float[] weights = new float[n];
        for (int i = 0; i < n; i++) {
            for (float[] column : x) {
                column[i] = (float) random.nextGaussian();
            }
            double truth = x[0][i] + 0.7 * random.nextGaussian();
            if (task.classes().size() == 2) {
                labels[i] = truth > 0 ? 1 : 0;
            } else if (task.classifies()) {
                labels[i] = truth < -0.5 ? 0 : truth < 0.5 ? 1 : 2;
            }
            for (int t = 0; t < targets.length; t++) {
                targets[t][i] = (float) (t == 0 ? 91 + 3 * Math.sin(x[1][i]) + 0.1 * random.nextGaussian() : -x[1][i]);
            }
            weights[i] = (float) (0.5 + random.nextDouble());
        }
        return new Rows(x, labels, targets, weights);
    }

    static Features features(Rows rows) {
        return new Features(rows.features(), rows.size());
    }

    static BoostedTreesSettings settings(int rounds, double sample, int patience) {
        return new BoostedTreesSettings(
                rounds, 4, 0.2, sample, sample, 1, 1, 0, 0, 64, new BoostedTreesSettings.EarlyStopping(patience, 0));
    }

    static TrainedModel train(BoostedTreesSettings settings, TrainingData data, Environment environment) {
        return new BoostedTreesTrainer(settings, environment, environment.schedule())
                .train(new TreeModel(data.task(), Map.of()), data, environment);
    }

    /** What surrounds a training in these tests; remembers the progress, cancels after a number of rounds. */
    static final class Environment implements Context, TrainingContext {
        private final List<String> messages = new ArrayList<>();
        private int threads = 1;
        private int cancelAfter = Integer.MAX_VALUE;
        private Optional<Path> checkpoint = Optional.empty();

        Environment threads(int number) {
            threads = number;
            return this;
        }

        Environment keepingIn(Path directory) {
            checkpoint = Optional.of(directory);
            return this;
        }

        Environment cancelledAfter(int rounds) {
            cancelAfter = rounds;
            return this;
        }

        Schedule schedule() {
            return new Schedule(5, java.time.Duration.ZERO);
        }

        List<String> messages() {
            return messages;
        }

        @Override
        public RandomStreams random() {
            return new RandomStreams(7);
        }

        @Override
        public int threads() {
            return threads;
        }

        @Override
        public Path directory() {
            return Path.of("");
        }

        @Override
        public Logger log() {
            return LoggerFactory.getLogger("toy");
        }

        @Override
        public Optional<Path> checkpoint() {
            return checkpoint;
        }

        @Override
        public boolean cancelled() {
            return messages.size() >= cancelAfter;
        }

        @Override
        public void progress(int step, int steps, String message) {
            messages.add(step + "/" + steps + " " + message);
        }
    }
}
