package org.muonframework.train.compose;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.muonframework.spi.Context;
import org.muonframework.spi.model.Model;
import org.muonframework.spi.model.Task;
import org.muonframework.spi.problem.DataException;
import org.muonframework.spi.train.Features;
import org.muonframework.spi.train.History;
import org.muonframework.spi.train.LearningCurve;
import org.muonframework.spi.train.Rows;
import org.muonframework.spi.train.TrainedModel;
import org.muonframework.spi.train.Trainer;
import org.muonframework.spi.train.TrainingCancelledException;
import org.muonframework.spi.train.TrainingContext;
import org.muonframework.spi.train.TrainingData;

/**
 * Trainers whose loss is known: the one that is planted, and a little that depends on the seed. Their models predict
 * the sum of the features, the mean of the first feature over the training rows, and the seed's first random number.
 */
final class Planted {

    static final Task TASK = new Task(List.of("x", "y"), List.of("background", "signal"), List.of());
    static final Model MODEL = new Model() {

        @Override
        public String family() {
            return "planted";
        }

        @Override
        public String summary() {
            return "sum of features";
        }
    };

    final List<TrainingData> trainings = Collections.synchronizedList(new ArrayList<>());
    final List<String> messages = Collections.synchronizedList(new ArrayList<>());
    final AtomicInteger running = new AtomicInteger();
    final AtomicInteger most = new AtomicInteger();
    boolean concurrent = true;

    /** What every training waits for, and counts down: two trainings that have to run at the same time, say. */
    CountDownLatch meeting = new CountDownLatch(0);

    int cancelBefore = Integer.MAX_VALUE;

    /** Makes trainers of one loss. */
    TrainerSource source(double loss) {
        return new TrainerSource() {

            @Override
            public Trainer create(Context context) {
                return new PlantedTrainer(loss, context);
            }

            @Override
            public TrainedModel load(Path directory, Model model, Context context) throws IOException {
                List<String> lines = Files.readAllLines(directory.resolve("planted"));
                return new PlantedModel(
                        TASK.withFeatures(lines.subList(2, lines.size())),
                        Float.parseFloat(lines.get(0)),
                        Double.parseDouble(lines.get(1)));
            }

            @Override
            public String toString() {
                return "planted " + loss;
            }
        };
    }

    /** Makes trainers that fail always. */
    static TrainerSource failing() {
        return new TrainerSource() {

            @Override
            public Trainer create(Context context) {
                return new Failing();
            }

            @Override
            public TrainedModel load(Path directory, Model model, Context context) {
                throw new IllegalStateException("nothing was saved");
            }
        };
    }

    /** A grid of one setting whose points have these losses. */
    Grid grid(int folds, double... losses) {
        return new Grid(
                folds,
                List.of("trainer.loss"),
                Arrays.stream(losses)
                        .mapToObj(loss -> new Grid.Point(List.of(String.valueOf(loss)), MODEL, source(loss)))
                        .toList());
    }

    /** What surrounds a training that is kept. */
    TrainingContext surroundings(Optional<Path> checkpoint) {
        return new TrainingContext() {

            @Override
            public Optional<Path> checkpoint() {
                return checkpoint;
            }

            @Override
            public boolean cancelled() {
                return trainings.size() >= cancelBefore;
            }

            @Override
            public void progress(int step, int steps, String message) {
                messages.add(step + "/" + steps + " " + message);
            }
        };
    }

    /** Rows of two classes, in events of three rows each. */
    static Rows rows(int n, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[][] features = new float[2][n];
        int[] labels = new int[n];
        float[] weights = new float[n];
        long[] events = new long[n];
        for (int row = 0; row < n; row++) {
            features[0][row] = (float) random.nextDouble(0, 10);
            features[1][row] = (float) random.nextGaussian();
            labels[row] = random.nextInt(2);
            weights[row] = (float) random.nextDouble(0.5, 1.5);
            events[row] = row / 3;
        }
        return new Rows(features, labels, new float[0][], weights, Map.of(), events);
    }

    static TrainingData data(int n) {
        return new TrainingData(TASK, rows(n, 1), rows(n / 2, 2));
    }

    private final class PlantedTrainer implements Trainer {

        private final double loss;
        private final Context context;

        PlantedTrainer(double loss, Context context) {
            this.loss = loss;
            this.context = context;
        }

        @Override
        public Optional<String> objection(Model model) {
            return model == MODEL ? Optional.empty() : Optional.of("needs a planted model");
        }

        @Override
        public boolean concurrent(Model model) {
            return concurrent;
        }

        @Override
        public TrainedModel train(Model model, TrainingData data, TrainingContext training) {
            if (training.cancelled()) {
                throw new TrainingCancelledException("stopped");
            }
            most.accumulateAndGet(running.incrementAndGet(), Math::max);
            trainings.add(data);
            meeting.countDown();
            try {
                meeting.await(20, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            training.progress(1, 1, "loss " + loss);
            double mean = 0;
            for (float value : data.training().features()[0]) {
                mean += value / data.training().size();
            }
            running.decrementAndGet();
            double random = context.random().stream("planted", 0).nextDouble();
            return new PlantedModel(data.task(), (float) (mean + random), loss + 1e-3 * random);
        }
    }

    /** Fails always. */
    private static final class Failing implements Trainer {

        @Override
        public Optional<String> objection(Model model) {
            return Optional.empty();
        }

        @Override
        public boolean concurrent(Model model) {
            return true;
        }

        @Override
        public TrainedModel train(Model model, TrainingData data, TrainingContext training) {
            throw new DataException("the loss is not finite");
        }
    }

    /** Adds a constant to the sum of the features. */
    record PlantedModel(Task task, float constant, double loss) implements TrainedModel {

        @Override
        public float[][] predict(Features features) {
            float[] sums = new float[features.rows()];
            Arrays.fill(sums, constant);
            for (float[] column : features.columns()) {
                for (int row = 0; row < sums.length; row++) {
                    sums[row] += column[row];
                }
            }
            return new float[][] {sums};
        }

        @Override
        public History history() {
            return new History(
                    "step",
                    List.of(new LearningCurve(History.LOSS, History.VALIDATION, List.of(loss))),
                    0,
                    0.5,
                    Double.NaN);
        }

        @Override
        public void save(Path directory) throws IOException {
            List<String> lines = new ArrayList<>(List.of(String.valueOf(constant), String.valueOf(loss)));
            lines.addAll(task.features());
            Files.write(directory.resolve("planted"), lines);
        }

        @Override
        public void close() {
            // Holds nothing native.
        }
    }
}
