package org.muonframework.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.muonframework.spi.Context;
import org.muonframework.spi.TrainerProvider;
import org.muonframework.spi.model.Model;
import org.muonframework.spi.model.Task;
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
 * A trainer whose models know every row that they have seen, by the first feature: they predict 1 for a row of their
 * training, ½ for one of their validation, and 0 for one that they have not seen.
 */
final class MemoryTrainerProvider implements TrainerProvider<MemoryTrainerProvider.Settings> {

    /** None. */
    record Settings() {}

    private static final Task TASK = new Task(List.of("id"), List.of("background", "signal"), List.of());
    private static final History HISTORY =
            new History("round", List.of(new LearningCurve("loss", "training", List.of(1.0, 0.5))), 1, 0.1, 1000);

    private final List<Long> seeds = new ArrayList<>();
    private int allowed = Integer.MAX_VALUE;

    /** The seed of each training so far. */
    List<Long> seeds() {
        return List.copyOf(seeds);
    }

    /** Interrupts the run before the training of this number, from 0. */
    void interruptBefore(int training) {
        allowed = training;
    }

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public String description() {
        return "remembers rows";
    }

    @Override
    public Class<Settings> settings() {
        return Settings.class;
    }

    @Override
    public Trainer create(Settings settings, Context context) {
        return new Trainer() {

            @Override
            public Optional<String> objection(Model model) {
                return Optional.empty();
            }

            @Override
            public TrainedModel train(Model model, TrainingData data, TrainingContext training) {
                if (seeds.size() == allowed) {
                    throw new TrainingCancelledException("after " + allowed + " trainings");
                }
                seeds.add(context.random().seed());
                return new Memory(ids(data.training()), ids(data.validation()));
            }
        };
    }

    @Override
    public TrainedModel load(Path directory, Model model, Context context) throws IOException {
        return new Memory(read(directory.resolve("training")), read(directory.resolve("validation")));
    }

    private static Set<Float> ids(Rows rows) {
        Set<Float> ids = new HashSet<>();
        for (float id : rows.features()[0]) {
            ids.add(id);
        }
        return ids;
    }

    private static Set<Float> read(Path file) throws IOException {
        Set<Float> ids = new HashSet<>();
        Files.readAllLines(file).forEach(line -> ids.add(Float.valueOf(line)));
        return ids;
    }

    private record Memory(Set<Float> training, Set<Float> validation) implements TrainedModel {

        @Override
        public Task task() {
            return TASK;
        }

        @Override
        public float[][] predict(Features features) {
            float[] scores = new float[features.rows()];
            for (int row = 0; row < scores.length; row++) {
                Float id = features.columns()[0][row];
                scores[row] = training.contains(id) ? 1 : validation.contains(id) ? 0.5f : 0;
            }
            return new float[][] {scores};
        }

        @Override
        public History history() {
            return HISTORY;
        }

        @Override
        public void save(Path directory) {
            try {
                Files.write(directory.resolve("training"), lines(training));
                Files.write(directory.resolve("validation"), lines(validation));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static List<String> lines(Set<Float> ids) {
            return Arrays.asList(ids.stream().map(String::valueOf).toArray(String[]::new));
        }

        @Override
        public void close() {
            // Holds nothing native.
        }
    }
}
