package org.muonframework.train.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muonframework.spi.Context;
import org.muonframework.spi.model.Model;
import org.muonframework.spi.model.Task;
import org.muonframework.spi.model.TreeModel;
import org.muonframework.spi.train.Features;
import org.muonframework.spi.train.Rows;
import org.muonframework.spi.train.TrainedModel;
import org.muonframework.spi.train.Trainer;
import org.muonframework.spi.train.TrainingData;
import org.muonframework.train.trees.BoostedTreesSettings;
import org.muonframework.train.trees.BoostedTreesTrainerProvider;

@DisplayName("Boosted trees in regions, searched on a grid, in ensembles")
class ComposedTreesTest {

    private static final Task ALL = new Task(List.of("x", "y", "mass"), Planted.TASK.classes(), List.of());
    private static final TreeModel MODEL =
            new TreeModel(new Task(List.of("x", "y"), ALL.classes(), List.of()), Map.of());

    private final Planted planted = new Planted();
    private final RegionSource source =
            new RegionSource(new Regions("mass", false, List.of(1.0, 4.0)), new GridSource(grid(1, 2, 4)));

    private static Grid grid(int... depths) {
        List<Grid.Point> points = new ArrayList<>();
        for (int depth : depths) {
            points.add(new Grid.Point(List.of(String.valueOf(depth)), MODEL, new Trees(depth, 0.8)));
        }
        return new Grid(3, List.of("trainer.max-depth"), points);
    }

    /** A class that depends on both features together: one split is not enough. */
    private static Rows rows(int n, long seed) {
        Rows plain = Planted.rows(n, seed);
        float[] mass = Planted.rows(n, seed + 100).features()[0];
        for (int row = 0; row < n; row++) {
            boolean upper = plain.features()[0][row] > 5 == plain.features()[1][row] > 0;
            plain.labels()[row] = upper ? 1 : plain.labels()[row];
        }
        return new Rows(
                new float[][] {plain.features()[0], plain.features()[1], mass},
                plain.labels(),
                plain.targets(),
                plain.weights(),
                Map.of(),
                plain.events());
    }

    private TrainedModel trained(int threads) {
        return source.create(Context.standalone(3, threads))
                .train(
                        MODEL,
                        new TrainingData(ALL, rows(3000, 1), rows(1500, 2)),
                        planted.surroundings(Optional.empty()));
    }

    @Test
    @DisplayName("have the same bits on one thread and on four, and once they were saved and loaded")
    void sameBits(@TempDir Path folder) throws IOException {
        Features unseen = new Features(rows(500, 5).features(), 500);
        try (TrainedModel one = trained(1);
                TrainedModel four = trained(4)) {
            assertThat(four.searches()).isEqualTo(one.searches());
            assertThat(four.predict(unseen)).isDeepEqualTo(one.predict(unseen));
            assertThat(one.searches())
                    .extracting(search -> search.region())
                    .containsExactly("mass < 1", "1 <= mass < 4", "mass >= 4");
            assertThat(one.searches()).allSatisfy(search -> assertThat(search.best())
                    .as("a tree of depth 1 does not see the correlation")
                    .isNotZero());
            four.save(folder);
            assertThat(Files.isRegularFile(folder.resolve("region-1/grid.json")))
                    .isTrue();
            try (TrainedModel loaded = source.load(folder, MODEL, Context.standalone(3, 2))) {
                assertThat(loaded.predict(unseen)).isDeepEqualTo(one.predict(unseen));
                assertThat(loaded.searches()).isEqualTo(one.searches());
            }
        }
    }

    private static final Task PLAIN = MODEL.task();

    private static TrainedModel ensemble(Members members, double subsample, int threads) {
        TrainingData data = new TrainingData(PLAIN, plain(rows(2000, 1)), plain(rows(1000, 2)));
        return new EnsembleSource(members, new Trees(3, subsample))
                .create(Context.standalone(3, threads))
                .train(MODEL, data, new Planted().surroundings(Optional.empty()));
    }

    /** Without the variable of the regions. */
    private static Rows plain(Rows rows) {
        return new RowPick(IntStream.range(0, rows.size()).toArray()).of(rows, 2);
    }

    @Test
    @DisplayName("differ over seeds only where they draw rows; over folds always")
    void differ() {
        Features unseen = new Features(plain(rows(500, 5)).features(), 500);
        Members seeds = new Members(3, Members.Over.SEEDS, Members.Weights.VALIDATION_LOSS);
        Members folds = new Members(3, Members.Over.FOLDS, Members.Weights.VALIDATION_LOSS);
        try (TrainedModel all = ensemble(seeds, 1, 2);
                TrainedModel drawn = ensemble(seeds, 0.5, 1);
                TrainedModel drawnByTwo = ensemble(seeds, 0.5, 2);
                TrainedModel divided = ensemble(folds, 1, 2);
                TrainedModel alone = new Trees(3, 1)
                        .create(Context.standalone(9, 1))
                        .train(
                                MODEL,
                                new TrainingData(PLAIN, plain(rows(2000, 1)), plain(rows(1000, 2))),
                                planted.surroundings(Optional.empty()))) {
            assertThat(all.ensembles().get(0).warning()).contains("they are one model");
            assertThat(all.predict(unseen)).isDeepEqualTo(alone.predict(unseen));
            assertThat(drawn.ensembles().get(0).warning()).isEmpty();
            assertThat(divided.ensembles().get(0).warning()).isEmpty();
            assertThat(divided.ensembles().get(0).members())
                    .extracting(member -> member.weight())
                    .doesNotHaveDuplicates();
            assertThat(drawnByTwo.predict(unseen)).isDeepEqualTo(drawn.predict(unseen));
            assertThat(drawnByTwo.ensembles()).isEqualTo(drawn.ensembles());
        }
    }

    @Test
    @DisplayName("tell in an ensemble the mean of what each feature did, of all members")
    void gains() {
        Members folds = new Members(3, Members.Over.FOLDS, Members.Weights.EQUAL);
        try (TrainedModel model = ensemble(folds, 1, 2)) {
            Map<String, Double> shares = model.featureGains().get(0).shares();
            assertThat(model.featureGains()).hasSize(1);
            assertThat(shares).containsOnlyKeys("x", "y");
            assertThat(shares.get("x") + shares.get("y")).isCloseTo(1, within(1e-9));
        }
    }

    /** The trainer of one depth. */
    private record Trees(int depth, double subsample) implements TrainerSource {

        @Override
        public Trainer create(Context context) {
            BoostedTreesSettings settings = new BoostedTreesSettings(
                    6, depth, 0.3, subsample, 1, 1, 1, 0, 0, 64, new BoostedTreesSettings.EarlyStopping(0, 0));
            return new BoostedTreesTrainerProvider().create(settings, context);
        }

        @Override
        public TrainedModel load(Path directory, Model model, Context context) throws IOException {
            return new BoostedTreesTrainerProvider().load(directory, model, context);
        }
    }
}
