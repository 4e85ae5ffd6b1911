package org.muonframework.train.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muonframework.spi.Context;
import org.muonframework.spi.RandomStreams;
import org.muonframework.spi.problem.DataException;
import org.muonframework.spi.train.Features;
import org.muonframework.spi.train.Rows;
import org.muonframework.spi.train.TrainedModel;
import org.muonframework.spi.train.TrainingCancelledException;
import org.muonframework.spi.train.TrainingData;

@DisplayName("One model for each region")
class RegionTrainerTest {

    private static final Context CONTEXT = Context.standalone(7, 2);
    private static final Regions REGIONS = new Regions("y", false, List.of(-0.5, 0.5));

    private final Planted planted = new Planted();
    private final RegionSource source = new RegionSource(REGIONS, planted.source(1));

    private TrainedModel trained(TrainingData data, Optional<Path> checkpoint) {
        return source.create(CONTEXT).train(Planted.MODEL, data, planted.surroundings(checkpoint));
    }

    private static Features features(Rows rows) {
        return new Features(rows.features(), rows.size());
    }

    @Test
    @DisplayName("predicts as models that are trained apart, which do not see the variable")
    void apart() {
        TrainingData data = Planted.data(900);
        Rows unseen = Planted.rows(200, 3);

        try (TrainedModel model = trained(data, Optional.empty())) {
            float[] predicted = model.predict(features(unseen))[0];

            assertThat(model.task()).isEqualTo(Planted.TASK);
            assertThat(planted.trainings)
                    .extracting(part -> part.task().features())
                    .containsOnly(List.of("x"));
            for (int row = 0; row < unseen.size(); row++) {
                float y = unseen.features()[1][row];
                int region = y < -0.5f ? 0 : y < 0.5f ? 1 : 2;
                double mean = naiveMean(data.training(), region);
                double random = new RandomStreams(new RandomStreams(7).derive("region", region))
                        .stream("planted", 0).nextDouble();
                assertThat(predicted[row])
                        .isCloseTo((float) (mean + random) + unseen.features()[0][row], within(1e-4f));
            }
        }
        assertThat(planted.messages)
                .containsExactly(
                        "1/3 region 1 of 3 (y < -0.5): loss 1.0",
                        "2/3 region 2 of 3 (-0.5 <= y < 0.5): loss 1.0",
                        "3/3 region 3 of 3 (y >= 0.5): loss 1.0");
    }

    private static double naiveMean(Rows rows, int region) {
        double sum = 0;
        int count = 0;
        for (int row = 0; row < rows.size(); row++) {
            float y = rows.features()[1][row];
            if ((y < -0.5f ? 0 : y < 0.5f ? 1 : 2) == region) {
                sum += rows.features()[0][row];
                count++;
            }
        }
        return sum / count;
    }

    @Test
    @DisplayName("keeps labels, weights and events with their rows, of both parts")
    void rowsStayTogether() {
        TrainingData data = Planted.data(300);
        trained(data, Optional.empty()).close();

        int region = 0;
        for (TrainingData part : planted.trainings) {
            int next = 0;
            for (int row = 0; row < data.training().size(); row++) {
                if (REGIONS.of(data.training().features()[1][row]) == region) {
                    assertThat(part.training().labels()[next])
                            .isEqualTo(data.training().labels()[row]);
                    assertThat(part.training().weights()[next])
                            .isEqualTo(data.training().weights()[row]);
                    assertThat(part.training().events()[next])
                            .isEqualTo(data.training().events()[row]);
                    next++;
                }
            }
            assertThat(part.training().size()).isEqualTo(next);
            region++;
        }
        assertThat(planted.trainings.stream()
                        .mapToInt(part -> part.validation().size())
                        .sum())
                .isEqualTo(data.validation().size());
    }

    @Test
    @DisplayName("lets models see the variable where it is among their features")
    void input() {
        RegionSource seeing = new RegionSource(new Regions("x", true, List.of(5.0)), planted.source(1));
        seeing.create(CONTEXT)
                .train(Planted.MODEL, Planted.data(300), planted.surroundings(Optional.empty()))
                .close();

        assertThat(planted.trainings).extracting(part -> part.task().features()).containsOnly(List.of("x", "y"));
    }

    @Test
    @DisplayName("gives no prediction to a row whose variable is not a number, and refuses to train on one")
    void notANumber() {
        Rows unseen = Planted.rows(5, 3);
        unseen.features()[1][3] = Float.NaN;
        try (TrainedModel model = trained(Planted.data(300), Optional.empty())) {
            float[] predicted = model.predict(features(unseen))[0];
            assertThat(predicted[3]).isNaN();
            assertThat(predicted[2]).isNotNaN();
        }
        TrainingData bad = Planted.data(300);
        bad.training().features()[1][17] = Float.NaN;
        assertThatThrownBy(() -> trained(bad, Optional.empty()))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("training row 17")
                .hasMessageContaining("'y' is not a number");
    }

    @Test
    @DisplayName("names all regions that cannot be learned, before any training")
    void impossible() {
        TrainingData data = Planted.data(300);
        for (int row = 0; row < data.training().size(); row++) {
            float[] y = data.training().features()[1];
            y[row] = Math.max(y[row], -0.4f);
            if (y[row] >= 0.5f) {
                data.training().labels()[row] = 1;
            }
        }

        assertThatThrownBy(() -> trained(data, Optional.empty()))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("the region y < -0.5 cannot be learned: it has no rows in the training part")
                .hasMessageContaining("the region y >= 0.5 cannot be learned")
                .hasMessageContaining("only one class, 'signal'");
        assertThat(planted.trainings).isEmpty();
    }

    @Test
    @DisplayName("is the same once it was saved and loaded; loaded with other regions it is refused")
    void saved(@TempDir Path folder) throws IOException {
        Rows unseen = Planted.rows(100, 3);
        try (TrainedModel model = trained(Planted.data(300), Optional.empty())) {
            model.save(folder);
            try (TrainedModel loaded = source.load(folder, Planted.MODEL, CONTEXT)) {
                assertThat(loaded.predict(features(unseen))).isDeepEqualTo(model.predict(features(unseen)));
                assertThat(loaded.history()).isEqualTo(model.history());
                assertThat(loaded.task()).isEqualTo(model.task());
            }
        }
        RegionSource other = new RegionSource(new Regions("y", false, List.of(-0.5, 0.6)), planted.source(1));
        assertThatThrownBy(() -> other.load(folder, Planted.MODEL, CONTEXT))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is of other regions");
        Files.delete(folder.resolve("regions.json"));
        assertThatThrownBy(() -> source.load(folder, Planted.MODEL, CONTEXT))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("regions.json: no such file");
    }

    @Test
    @DisplayName("goes on after an interruption with the region that it was at")
    void resumed(@TempDir Path folder) {
        TrainingData data = Planted.data(300);
        Rows unseen = Planted.rows(100, 3);
        planted.cancelBefore = 2;
        assertThatThrownBy(() -> trained(data, Optional.of(folder))).isInstanceOf(TrainingCancelledException.class);
        planted.cancelBefore = Integer.MAX_VALUE;

        try (TrainedModel resumed = trained(data, Optional.of(folder));
                TrainedModel whole = trained(data, Optional.empty())) {
            assertThat(planted.trainings).hasSize(2 + 1 + 3);
            assertThat(resumed.predict(features(unseen))).isDeepEqualTo(whole.predict(features(unseen)));
        }
        planted.trainings.clear();
        TrainingData other = new TrainingData(Planted.TASK, Planted.rows(300, 8), Planted.rows(150, 9));
        trained(other, Optional.of(folder)).close();
        assertThat(planted.trainings).as("trainings on other data").hasSize(3);
    }

    @Test
    @DisplayName("tells the course of each region under its name")
    void history() {
        try (TrainedModel model = trained(Planted.data(300), Optional.empty())) {
            assertThat(model.history().curves())
                    .extracting(curve -> curve.part())
                    .containsExactly("validation, y < -0.5", "validation, -0.5 <= y < 0.5", "validation, y >= 0.5");
            assertThat(model.history().seconds()).isEqualTo(1.5);
            assertThat(model.searches()).isEmpty();
        }
    }
}
