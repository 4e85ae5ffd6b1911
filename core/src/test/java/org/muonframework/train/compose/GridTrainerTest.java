package org.muonframework.train.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muonframework.spi.Context;
import org.muonframework.spi.model.Model;
import org.muonframework.spi.problem.DataException;
import org.muonframework.spi.train.Features;
import org.muonframework.spi.train.Rows;
import org.muonframework.spi.train.Search;
import org.muonframework.spi.train.TrainedModel;
import org.muonframework.spi.train.TrainingCancelledException;
import org.muonframework.spi.train.TrainingData;

@DisplayName("A search on a grid")
class GridTrainerTest {

    private static final Rows UNSEEN = Planted.rows(50, 3);

    private final Planted planted = new Planted();

    private TrainedModel trained(Grid grid, int threads, TrainingData data, Optional<Path> checkpoint) {
        return new GridSource(grid)
                .create(Context.standalone(7, threads))
                .train(Planted.MODEL, data, planted.surroundings(checkpoint));
    }

    private TrainedModel trained(Grid grid, int threads) {
        return trained(grid, threads, Planted.data(300), Optional.empty());
    }

    private static float[][] predicted(TrainedModel model) {
        return model.predict(new Features(UNSEEN.features(), UNSEEN.size()));
    }

    @Test
    @DisplayName("finds the best point, and trains it on all training rows as if it had been given")
    void best() {
        TrainingData data = Planted.data(300);
        try (TrainedModel model = trained(planted.grid(5, 3, 1, 2), 2, data, Optional.empty());
                TrainedModel given = planted.source(1)
                        .create(Context.standalone(7, 2))
                        .train(Planted.MODEL, data, planted.surroundings(Optional.empty()))) {
            Search search = model.searches().get(0);
            assertThat(search.best()).isEqualTo(1);
            assertThat(search.keys()).containsExactly("trainer.loss");
            assertThat(search.points())
                    .extracting(Search.Point::values)
                    .containsExactly(List.of("3.0"), List.of("1.0"), List.of("2.0"));
            assertThat(search.points().get(1).loss()).isCloseTo(1, within(1e-3));
            assertThat(predicted(model)).isDeepEqualTo(predicted(given));
            assertThat(planted.trainings.get(15).training()).isSameAs(data.training());
        }
    }

    @Test
    @DisplayName("needs the columns of the models of all its points, in regions too")
    void columns() {
        Grid grid = new Grid(
                2,
                List.of("model.loss"),
                List.of(
                        new Grid.Point(List.of("1"), asking("weight", "mass"), planted.source(1)),
                        new Grid.Point(List.of("2"), asking("mass", "2 * mass"), planted.source(2))));
        TrainerSource source = new GridSource(grid);

        assertThat(source.columns(Planted.MODEL)).containsExactly("weight", "mass", "2 * mass");
        assertThat(new RegionSource(new Regions("x", true, List.of(1.0)), source).columns(Planted.MODEL))
                .containsExactly("weight", "mass", "2 * mass");
        assertThat(planted.source(1).columns(asking("pt"))).containsExactly("pt");
    }

    private static Model asking(String... columns) {
        return new Model() {

            @Override
            public String family() {
                return "asking";
            }

            @Override
            public String summary() {
                return "";
            }

            @Override
            public List<String> columns() {
                return List.of(columns);
            }
        };
    }

    @Test
    @DisplayName("takes the earlier of two points that are equally good")
    void ties() {
        try (TrainedModel model = trained(planted.grid(3, 2, 1, 1), 1)) {
            Search search = model.searches().get(0);
            assertThat(search.points().get(1).loss())
                    .isEqualTo(search.points().get(2).loss());
            assertThat(search.best()).isEqualTo(1);
        }
    }

    @Test
    @DisplayName("validates on each training row once, and never on an event that it was trained on")
    void events() {
        TrainingData data = Planted.data(300);
        trained(planted.grid(4, 1), 1, data, Optional.empty()).close();

        int judged = 0;
        for (TrainingData fold : planted.trainings.subList(0, 4)) {
            Set<Long> fitted = new HashSet<>();
            for (long event : fold.training().events()) {
                fitted.add(event);
            }
            for (long event : fold.validation().events()) {
                assertThat(fitted).doesNotContain(event);
            }
            judged += fold.validation().size();
            assertThat(fold.training().size() + fold.validation().size()).isEqualTo(300);
        }
        assertThat(judged).isEqualTo(300);
    }

    @Test
    @DisplayName("gives the mean over the folds, weighted by their rows, with its standard error")
    void mean() {
        GridScores scores =
                GridScores.open(planted.grid(3, 1), Planted.data(30), Context.standalone(1, 1), Optional.empty());
        scores.add(0, 0, 1);
        scores.add(0, 1, 2);
        scores.add(0, 2, 4);

        Search.Point equal = scores.search(new double[] {5, 5, 5}).points().get(0);
        assertThat(equal.loss()).isCloseTo(7 / 3.0, within(1e-12));
        assertThat(equal.error()).isCloseTo(Math.sqrt(7 / 3.0) / Math.sqrt(3), within(1e-12));
        assertThat(scores.search(new double[] {2, 1, 1}).points().get(0).loss()).isEqualTo(2);
    }

    @Test
    @DisplayName("gives the same numbers on one thread and on four, which it uses")
    void threads() {
        Grid grid = planted.grid(5, 3, 2.0001, 2.0002, 5);
        try (TrainedModel one = trained(grid, 1)) {
            assertThat(planted.most).hasValue(1);
            planted.meeting = new CountDownLatch(2);
            try (TrainedModel four = trained(grid, 4)) {
                assertThat(planted.most).hasValueGreaterThan(1);
                assertThat(four.searches()).isEqualTo(one.searches());
                assertThat(predicted(four)).isDeepEqualTo(predicted(one));
            }
        }
    }

    @Test
    @DisplayName("trains one after the other what does not bear two trainings at once")
    void oneAfterTheOther() {
        planted.concurrent = false;
        trained(planted.grid(3, 2, 1), 4).close();

        assertThat(planted.most).hasValue(1);
        assertThat(planted.messages).contains("1/6 grid point 1 of 2, fold 1 of 3: loss 2.0");
    }

    @Test
    @DisplayName("goes on after an interruption with the trainings that are left, to the same numbers")
    void resumed(@TempDir Path folder) throws IOException {
        Grid grid = planted.grid(3, 3, 2, 5);
        TrainingData data = Planted.data(300);
        planted.cancelBefore = 5;
        assertThatThrownBy(() -> trained(grid, 1, data, Optional.of(folder)))
                .isInstanceOf(TrainingCancelledException.class)
                .hasMessageContaining("after 5 of 9");
        planted.cancelBefore = Integer.MAX_VALUE;

        try (TrainedModel resumed = trained(grid, 1, data, Optional.of(folder))) {
            assertThat(planted.trainings)
                    .as("five before, four after, and the best")
                    .hasSize(10);
            try (TrainedModel whole = trained(grid, 1, data, Optional.empty())) {
                assertThat(resumed.searches()).isEqualTo(whole.searches());
                assertThat(predicted(resumed)).isDeepEqualTo(predicted(whole));
            }
        }
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder("scores.json", "best");
        }
        planted.trainings.clear();
        trained(planted.grid(3, 3, 2, 6), 1, data, Optional.of(folder)).close();
        assertThat(planted.trainings).as("trainings of another grid").hasSize(10);
    }

    @Test
    @DisplayName("is the same once it was saved and loaded; loaded with another grid it is refused")
    void saved(@TempDir Path folder) throws IOException {
        Grid grid = planted.grid(3, 3, 1);
        try (TrainedModel model = trained(grid, 1)) {
            model.save(folder);
            try (TrainedModel loaded = new GridSource(grid).load(folder, Planted.MODEL, Context.standalone(7, 1))) {
                assertThat(loaded.searches()).isEqualTo(model.searches());
                assertThat(loaded.history()).isEqualTo(model.history());
                assertThat(predicted(loaded)).isDeepEqualTo(predicted(model));
            }
        }
        GridSource other = new GridSource(planted.grid(3, 3, 1, 2));
        assertThatThrownBy(() -> other.load(folder, Planted.MODEL, Context.standalone(7, 1)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is of another grid");
    }

    @Test
    @DisplayName("names the point that fails, and begins no other")
    void failure() {
        Grid good = planted.grid(2, 1);
        Grid grid = new Grid(
                2,
                good.keys(),
                List.of(
                        new Grid.Point(List.of("9"), Planted.MODEL, Planted.failing()),
                        good.points().get(0)));

        for (int threads : new int[] {1, 3}) {
            assertThatThrownBy(() -> trained(grid, threads))
                    .isInstanceOf(DataException.class)
                    .hasMessageContaining("grid point 1 of 2, fold ")
                    .hasMessageContaining("(trainer.loss = 9)")
                    .hasMessageContaining("the loss is not finite");
        }
    }

    @Test
    @DisplayName("says which fold cannot be learned from")
    void fewEvents() {
        Rows all = Planted.rows(6, 1);
        Rows few = new Rows(
                all.features(), new int[] {0, 1, 0, 0, 1, 1}, new float[0][], all.weights(), Map.of(), new long[6]);

        assertThatThrownBy(() ->
                        trained(planted.grid(2, 1), 1, new TrainingData(Planted.TASK, few, few), Optional.empty()))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("of 2 cannot be learned: it has no rows")
                .hasMessageContaining("fewer 'folds'");
        assertThat(planted.trainings).isEmpty();
    }

    @Test
    @DisplayName("objects where one of its points cannot be trained, and says which")
    void objection() {
        Model other = new Model() {

            @Override
            public String family() {
                return "other";
            }

            @Override
            public String summary() {
                return "";
            }
        };
        Grid grid = new Grid(
                2,
                List.of("model.kind"),
                List.of(
                        new Grid.Point(List.of("good"), Planted.MODEL, planted.source(1)),
                        new Grid.Point(List.of("bad"), other, planted.source(1))));

        assertThat(new GridSource(grid).create(Context.standalone(1, 1)).objection(Planted.MODEL))
                .hasValue("with model.kind = bad it needs a planted model");
    }
}
