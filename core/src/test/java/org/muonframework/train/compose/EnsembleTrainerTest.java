package org.muonframework.train.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muonframework.spi.Context;
import org.muonframework.spi.RandomStreams;
import org.muonframework.spi.problem.DataException;
import org.muonframework.spi.train.Ensemble;
import org.muonframework.spi.train.Features;
import org.muonframework.spi.train.Rows;
import org.muonframework.spi.train.TrainedModel;
import org.muonframework.spi.train.TrainingCancelledException;
import org.muonframework.spi.train.TrainingData;

@DisplayName("An ensemble")
class EnsembleTrainerTest {

    private static final long SEED = 7;
    private static final Rows UNSEEN = Planted.rows(50, 3);
    private static final Members FOLDS = new Members(4, Members.Over.FOLDS, Members.Weights.VALIDATION_LOSS);
    private static final Members SEEDS = new Members(3, Members.Over.SEEDS, Members.Weights.EQUAL);

    private final Planted planted = new Planted();

    private TrainedModel trained(Members members, int threads, TrainingData data, Optional<Path> checkpoint) {
        return new EnsembleSource(members, planted.source(1))
                .create(Context.standalone(SEED, threads))
                .train(Planted.MODEL, data, planted.surroundings(checkpoint));
    }

    private TrainedModel trained(Members members) {
        return trained(members, 1, Planted.data(300), Optional.empty());
    }

    private static float[] predicted(TrainedModel model) {
        return model.predict(new Features(UNSEEN.features(), UNSEEN.size()))[0];
    }

    /** What members predict that are trained apart, with the rows and the random numbers that they had. */
    private List<float[]> apart(int size) {
        List<float[]> predictions = new ArrayList<>();
        for (int member = 0; member < size; member++) {
            long seed = new RandomStreams(SEED).derive("ensemble member", member);
            try (TrainedModel alone = planted.source(1)
                    .create(Context.standalone(seed, 1))
                    .train(Planted.MODEL, planted.trainings.get(member), planted.surroundings(Optional.empty()))) {
                predictions.add(predicted(alone));
            }
        }
        return predictions;
    }

    @Test
    @DisplayName("with equal weights predicts the mean of its members")
    void mean() {
        try (TrainedModel model = trained(SEEDS)) {
            float[] predicted = predicted(model);
            List<float[]> members = apart(3);
            for (int row = 0; row < predicted.length; row++) {
                double mean = ((double) members.get(0)[row] + members.get(1)[row] + members.get(2)[row]) / 3;
                assertThat(predicted[row]).isCloseTo((float) mean, within(1e-5f));
            }
            assertThat(members.get(0)[0]).isNotEqualTo(members.get(1)[0]);
            assertThat(model.task()).isEqualTo(Planted.TASK);
        }
    }

    @Test
    @DisplayName("predicts the mean weighted by the inverse of the validation losses, which it tells")
    void weighted() {
        try (TrainedModel model = trained(FOLDS)) {
            Ensemble ensemble = model.ensembles().get(0);
            double inverses = ensemble.members().stream()
                    .mapToDouble(member -> 1 / member.loss())
                    .sum();
            float[] predicted = predicted(model);
            List<float[]> members = apart(4);
            for (int row = 0; row < predicted.length; row++) {
                double mean = 0;
                for (int member = 0; member < 4; member++) {
                    mean += members.get(member)[row]
                            / ensemble.members().get(member).loss()
                            / inverses;
                }
                assertThat(predicted[row]).isCloseTo((float) mean, within(1e-5f));
            }
            assertThat(ensemble.members())
                    .extracting(Ensemble.Member::loss)
                    .allSatisfy(loss -> assertThat(loss).isBetween(1.0, 1.001))
                    .doesNotHaveDuplicates();
            assertThat(ensemble.warning()).isEmpty();
        }
    }

    @Test
    @DisplayName("over folds judges by each row of both parts once, never by an event that the member has fitted")
    void folds() {
        TrainingData data = Planted.data(300);
        trained(FOLDS, 1, data, Optional.empty()).close();

        Map<Float, Float> weights = new HashMap<>();
        for (Rows rows : List.of(data.training(), data.validation())) {
            for (int row = 0; row < rows.size(); row++) {
                weights.put(rows.features()[0][row], rows.weights()[row]);
            }
        }
        Set<Float> judged = new HashSet<>();
        for (TrainingData member : planted.trainings) {
            Set<Long> fitted = new HashSet<>();
            for (long event : member.training().events()) {
                fitted.add(event);
            }
            for (int row = 0; row < member.validation().size(); row++) {
                float x = member.validation().features()[0][row];
                assertThat(fitted).doesNotContain(member.validation().events()[row]);
                assertThat(member.validation().weights()[row]).isEqualTo(weights.get(x));
                judged.add(x);
            }
            assertThat(member.training().size() + member.validation().size()).isEqualTo(450);
            assertThat(member.fraction()).isEqualTo(data.fraction());
        }
        assertThat(judged).isEqualTo(weights.keySet());
    }

    @Test
    @DisplayName("over seeds fits the same rows with every member")
    void seeds() {
        TrainingData data = Planted.data(300);
        trained(SEEDS, 1, data, Optional.empty()).close();

        assertThat(planted.trainings).hasSize(3).containsOnly(data);
    }

    @Test
    @DisplayName("gives the same numbers on one thread and on four, which it uses")
    void threads() {
        try (TrainedModel one = trained(FOLDS, 1, Planted.data(300), Optional.empty())) {
            assertThat(planted.most).hasValue(1);
            planted.meeting = new CountDownLatch(2);
            try (TrainedModel four = trained(FOLDS, 4, Planted.data(300), Optional.empty())) {
                assertThat(planted.most).hasValueGreaterThan(1);
                assertThat(four.ensembles()).isEqualTo(one.ensembles());
                assertThat(predicted(four)).isEqualTo(predicted(one));
            }
        }
    }

    @Test
    @DisplayName("trains one after the other what does not bear two trainings at once, and names the member")
    void oneAfterTheOther() {
        planted.concurrent = false;
        trained(SEEDS, 4, Planted.data(300), Optional.empty()).close();

        assertThat(planted.most).hasValue(1);
        assertThat(planted.messages)
                .containsExactly(
                        "1/3 member 1 of 3: loss 1.0", "2/3 member 2 of 3: loss 1.0", "3/3 member 3 of 3: loss 1.0");
    }

    @Test
    @DisplayName("goes on after an interruption with the member that it was at")
    void resumed(@TempDir Path folder) {
        TrainingData data = Planted.data(300);
        planted.cancelBefore = 2;
        assertThatThrownBy(() -> trained(FOLDS, 1, data, Optional.of(folder)))
                .isInstanceOf(TrainingCancelledException.class)
                .hasMessageContaining("member 3 of 4");
        planted.cancelBefore = Integer.MAX_VALUE;

        try (TrainedModel resumed = trained(FOLDS, 1, data, Optional.of(folder));
                TrainedModel whole = trained(FOLDS, 1, data, Optional.empty())) {
            assertThat(planted.trainings).hasSize(2 + 2 + 4);
            assertThat(predicted(resumed)).isEqualTo(predicted(whole));
            assertThat(resumed.ensembles()).isEqualTo(whole.ensembles());
        }
        planted.trainings.clear();
        TrainingData other = new TrainingData(Planted.TASK, Planted.rows(300, 8), Planted.rows(150, 9));
        trained(FOLDS, 1, other, Optional.of(folder)).close();
        assertThat(planted.trainings).as("trainings on other data").hasSize(4);
    }

    @Test
    @DisplayName("is the same once it was saved and loaded; loaded with other settings it is refused")
    void saved(@TempDir Path folder) throws IOException {
        Context context = Context.standalone(SEED, 1);
        EnsembleSource source = new EnsembleSource(FOLDS, planted.source(1));
        try (TrainedModel model = trained(FOLDS)) {
            model.save(folder);
            try (TrainedModel loaded = source.load(folder, Planted.MODEL, context)) {
                assertThat(predicted(loaded)).isEqualTo(predicted(model));
                assertThat(loaded.history()).isEqualTo(model.history());
                assertThat(loaded.ensembles()).isEqualTo(model.ensembles());
            }
        }
        assertThat(folder.resolve("member-3/planted")).isRegularFile();
        assertThatThrownBy(() -> new EnsembleSource(SEEDS, planted.source(1)).load(folder, Planted.MODEL, context))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is of another ensemble");
        Files.delete(folder.resolve("ensemble.json"));
        assertThatThrownBy(() -> source.load(folder, Planted.MODEL, context))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("ensemble.json: no such file");
    }

    @Test
    @DisplayName("names the member that diverged or failed, and begins no other")
    void failures() {
        for (int threads : new int[] {1, 3}) {
            EnsembleSource source = new EnsembleSource(SEEDS, planted.source(Double.POSITIVE_INFINITY));
            assertThatThrownBy(() -> source.create(Context.standalone(SEED, threads))
                            .train(Planted.MODEL, Planted.data(30), planted.surroundings(Optional.empty())))
                    .isInstanceOf(DataException.class)
                    .hasMessageContaining("ensemble, member ")
                    .hasMessageContaining("diverged");
        }
        planted.trainings.clear();
        EnsembleSource failing = new EnsembleSource(SEEDS, Planted.failing());
        assertThatThrownBy(() -> failing.create(Context.standalone(SEED, 1))
                        .train(Planted.MODEL, Planted.data(30), planted.surroundings(Optional.empty())))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("ensemble, member 1 of 3")
                .hasMessageContaining("the loss is not finite");
    }

    @Test
    @DisplayName("says before any training which member has nothing to learn from")
    void fewEvents() {
        Rows all = Planted.rows(6, 1);
        Rows few = new Rows(
                all.features(), new int[] {0, 1, 0, 0, 1, 1}, new float[0][], all.weights(), Map.of(), new long[6]);

        assertThatThrownBy(() -> trained(FOLDS, 1, new TrainingData(Planted.TASK, few, few), Optional.empty()))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("of 4 cannot learn: it has no rows")
                .hasMessageContaining("a smaller 'size'");
        assertThat(planted.trainings).isEmpty();
    }

    @Test
    @DisplayName("takes each row for an event where events have no numbers")
    void withoutEvents() {
        Rows plain = Planted.rows(300, 1);
        Rows rows = new Rows(plain.features(), plain.labels(), plain.targets(), plain.weights());
        trained(FOLDS, 1, new TrainingData(Planted.TASK, rows, rows), Optional.empty())
                .close();

        assertThat(planted.trainings.stream()
                        .mapToInt(member -> member.validation().size())
                        .sum())
                .isEqualTo(600);
        assertThat(planted.trainings)
                .allSatisfy(member -> assertThat(member.validation().size()).isBetween(110, 190));
    }

    @Test
    @DisplayName("tells the course of each member under its name")
    void history() {
        try (TrainedModel model = trained(SEEDS)) {
            assertThat(model.history().curves())
                    .extracting(curve -> curve.part())
                    .containsExactly("validation, member 1", "validation, member 2", "validation, member 3");
            assertThat(model.history().seconds()).isEqualTo(1.5);
            assertThat(model.history().validationLoss()).isEmpty();
            assertThat(model.searches()).isEmpty();
            assertThat(model.parameters()).isEmpty();
        }
    }

    @Test
    @DisplayName("is what becomes of the best point of a grid, which tries single models")
    void searched(@TempDir Path folder) throws IOException {
        List<Grid.Point> points = IntStream.of(3, 1)
                .mapToObj(loss -> new Grid.Point(
                        List.of(String.valueOf(loss)),
                        Planted.MODEL,
                        planted.source(loss),
                        new EnsembleSource(SEEDS, planted.source(loss))))
                .toList();
        GridSource source = new GridSource(new Grid(2, List.of("trainer.loss"), points));
        Context context = Context.standalone(SEED, 1);
        try (TrainedModel model = source.create(context)
                .train(Planted.MODEL, Planted.data(300), planted.surroundings(Optional.empty()))) {
            assertThat(planted.trainings)
                    .as("two points in two folds, and three members")
                    .hasSize(4 + 3);
            assertThat(model.searches().get(0).best()).isEqualTo(1);
            assertThat(model.ensembles().get(0).members()).hasSize(3);
            assertThat(planted.messages)
                    .last()
                    .asString()
                    .startsWith("3/3 best point, trainer.loss = 1: member 3 of 3: ");
            model.save(folder);
            try (TrainedModel loaded = source.load(folder, Planted.MODEL, context)) {
                assertThat(predicted(loaded)).isEqualTo(predicted(model));
                assertThat(loaded.ensembles()).isEqualTo(model.ensembles());
            }
        }
    }
}
