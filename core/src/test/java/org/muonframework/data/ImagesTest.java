package org.muonframework.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.muonframework.data.lint.DataLint;
import org.muonframework.spi.data.Column;
import org.muonframework.spi.data.ColumnRole;
import org.muonframework.spi.data.ColumnType;
import org.muonframework.spi.metric.Part;
import org.muonframework.spi.metric.Sample;
import org.muonframework.spi.model.Image;
import org.muonframework.spi.model.Shape;
import org.muonframework.spi.problem.DataException;
import org.muonframework.spi.problem.Problem;
import org.muonframework.spi.train.SparseImages;

@DisplayName("Images of rows")
class ImagesTest {

    private static final int ROWS = 60;
    private static final ImagePlan SHOWER = shower(ImagePlan.Negative.ERROR);

    private static ImagePlan shower(ImagePlan.Negative negative) {
        return new ImagePlan("shower", "cell", "energy", Shape.of(3, 4), negative);
    }

    /** In row i, i mod 4 hits: the cells 0, 1, 2 with values of 100 i, 100 i + 1, 100 i + 2. */
    private static ColumnsDataset data() {
        int[] offsets = new int[ROWS + 1];
        List<Integer> cells = new ArrayList<>();
        List<Double> energies = new ArrayList<>();
        for (int row = 0; row < ROWS; row++) {
            for (int hit = 0; hit < row % 4; hit++) {
                cells.add(hit);
                energies.add(100.0 * row + hit);
            }
            offsets[row + 1] = cells.size();
        }
        return data(
                new Column.Jagged(
                        offsets,
                        new Column.Ints(
                                cells.stream().mapToInt(Integer::intValue).toArray())),
                new Column.Jagged(
                        offsets,
                        new Column.Doubles(energies.stream()
                                .mapToDouble(Double::doubleValue)
                                .toArray())));
    }

    private static ColumnsDataset data(Column cells, Column energies) {
        double[] numbers = IntStream.range(0, cells.size()).asDoubleStream().toArray();
        return new ColumnsDataset()
                .with("event", ColumnRole.KEY, numbers)
                .with("row", numbers)
                .with("cell", cells, ColumnType.INT)
                .with("energy", energies, ColumnType.DOUBLE)
                .inBatchesOf(7);
    }

    private static Column.Jagged lists(Column values, int... offsets) {
        return new Column.Jagged(offsets, values);
    }

    private static Plans plan() {
        return new Plans().classes().targets("row").features().images(SHOWER);
    }

    private static void assertOwnHits(PreparedPart part) {
        SparseImages images = part.images().get(0);
        assertThat(images.rows()).isEqualTo(part.size());
        for (int i = 0; i < part.size(); i++) {
            int row = (int) part.targets()[0][i];
            float[] image = new float[12];
            images.addTo(image, i, 0);
            float[] expected = new float[12];
            for (int hit = 0; hit < row % 4; hit++) {
                expected[hit] = 100 * row + hit;
            }
            assertThat(image).containsExactly(expected);
        }
    }

    @Test
    @DisplayName("go with their rows through selection and split, without any feature")
    void split() {
        Preparation preparation =
                Preparation.of(data(), plan().selection("row >= 10").plan());
        PreparedData prepared = preparation.prepare(1, rows -> {});
        assertThat(prepared.task().images()).containsExactly(new Image("shower", Shape.of(3, 4)));
        assertThat(prepared.parts()).hasSize(3).allSatisfy(ImagesTest::assertOwnHits);
        assertThat(prepared.parts().stream()
                        .mapToLong(part -> part.images().get(0).hits())
                        .sum())
                .isEqualTo(IntStream.range(10, ROWS).map(row -> row % 4).sum());
    }

    @Test
    @DisplayName("are seen by metrics under their names, in each part and in each fold")
    void seenByMetrics() {
        PreparedData prepared = Preparation.of(data(), plan().plan()).prepare(1, rows -> {});
        for (PreparedPart part : prepared.parts()) {
            assertThat(part.sample(part.features(), prepared.task().images(), new float[0][])
                            .images())
                    .containsExactly(entry("shower", part.images().get(0)));
            assertThat(part.sample(part.features(), List.of(), new float[0][]).images())
                    .isEmpty();
        }
        FoldedData folded = Preparation.of(data(), plan().folds(3).plan())
                .prepareFolds(1, MemoryLimit.NONE, rows -> {}, rows -> {});
        Sample all =
                folded.rows().sample(folded.rows().features(), folded.task().images(), new float[0][]);
        SparseImages some = folded.sampleOf(1, all).images().get("shower");
        assertThat(some.rows()).isEqualTo(folded.rowsOf(1).length);
        assertThat(some.starts()[2]).isEqualTo(all.images().get("shower").starts()[folded.rowsOf(1)[2]]);
    }

    @Test
    @DisplayName("are views of the same hits in the parts of all folds")
    void folds() {
        FoldedData folded = Preparation.of(data(), plan().folds(3).plan())
                .prepareFolds(1, MemoryLimit.NONE, rows -> {}, rows -> {});
        assertOwnHits(folded.rows());
        for (int fold = 0; fold < 3; fold++) {
            for (PreparedPart part : folded.training(fold).parts()) {
                assertOwnHits(part);
                assertThat(part.images().get(0).values())
                        .isSameAs(folded.rows().images().get(0).values());
            }
        }
    }

    @Test
    @DisplayName("go with the rows of a variation that a model has not seen")
    void unseen() {
        Preparation preparation = Preparation.of(data(), plan().plan());
        FillValues fill = preparation.prepare(1, rows -> {}).fillValues();
        UnseenData unseen = preparation.prepareUnseen(1, Part.TEST, List.of(fill), MemoryLimit.NONE, rows -> {});
        assertOwnHits(unseen.rows());
    }

    @Test
    @DisplayName("add the values of a cell up that is named twice, and may be made of columns that are derived")
    void derived() {
        ColumnsDataset data = new ColumnsDataset()
                .with("event", ColumnRole.KEY, 0, 1, 2, 3)
                .with("row", 0, 1, 2, 3)
                .with("y", lists(new Column.Ints(new int[] {2, 2, 2}), 0, 3, 3, 3, 3), ColumnType.INT)
                .with("x", lists(new Column.Ints(new int[] {3, 0, 3}), 0, 3, 3, 3, 3), ColumnType.INT)
                .with("energy", lists(new Column.Floats(new float[] {1, 2, 4}), 0, 3, 3, 3, 3), ColumnType.FLOAT);
        Map<String, String> derive = Map.of("cell", "4 * y + x");
        float[] image = new float[12];
        try (FeatureReader reader = FeatureReader.open(data, derive, List.of("row"), List.of(SHOWER), Set.of())) {
            reader.next().orElseThrow().features().images().get(0).addTo(image, 0, 0);
        }
        assertThat(image).containsExactly(0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 5);
    }

    @Test
    @DisplayName("are refused with everything that is wrong about their columns and names")
    void columns() {
        Plans plan = new Plans()
                .classes()
                .targets("row")
                .features("row2")
                .derive("row2", "1 * event")
                .images(
                        new ImagePlan("a", "cel", "row", Shape.of(2), ImagePlan.Negative.KEEP),
                        new ImagePlan("row2", "energy", "flags", Shape.of(2), ImagePlan.Negative.KEEP),
                        new ImagePlan("row", "single", "energy", Shape.of(2), ImagePlan.Negative.KEEP));
        Column nothing = lists(new Column.Floats(new float[0]), 0);
        ColumnsDataset data =
                data().with("flags", nothing, ColumnType.BOOLEAN).with("single", nothing, ColumnType.FLOAT);
        assertThat(Preparation.check(data.schema(), plan.plan()))
                .extracting(Problem::toString)
                .contains(
                        "images.a.cells: unknown column 'cel'. Did you mean 'cell'?",
                        "images.a.values: 'row' is one value in every row, and a list is needed",
                        "images.row2.values: 'flags' has lists of true and false, and lists of numbers are needed",
                        "images.row2: a feature is named 'row2' already",
                        "images.row.cells: 'single' has numbers of single precision, and the number of a cell is whole",
                        "images.row: a target is named 'row' already");
        assertThat(Preparation.check(
                        data().with("truth", ColumnRole.TRUTH, nothing, ColumnType.DOUBLE)
                                .schema(),
                        plan().images(new ImagePlan("a", "cell", "truth", Shape.of(2), ImagePlan.Negative.KEEP))
                                .plan()))
                .extracting(Problem::toString)
                .anyMatch(problem -> problem.startsWith("images.a.values: 'truth' is truth"));
    }

    @Test
    @DisplayName("are refused with the row of a bad hit, but only in rows that are selected")
    void badHits() {
        ColumnsDataset data = data(
                lists(new Column.Ints(new int[] {11, 12, 0, 0, 0, 0}), 0, 1, 2, 4, 5, 6, 6),
                lists(new Column.Doubles(new double[] {1, 1, 1, 1e300, -1, 2}), 0, 1, 2, 3, 4, 5, 6));
        assertThatThrownBy(() -> Preparation.of(data, plan().plan()).prepare(1, rows -> {}))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("memory: row 2: image 'shower': 'cell' is no cell of 3x4, 0 to 11 (12.0 here)")
                .hasMessageContaining("memory: row 3: image 'shower': there are not as many values in 'energy'")
                .hasMessageContaining("(-1.0 here), in 2 rows")
                .hasMessageContaining("memory: row 4: image 'shower': 'energy' is not a finite number (1.0E300 here)")
                .hasMessageContaining("memory: row 5: image 'shower': 'energy' is negative (-1.0 here)")
                .hasMessageContaining("images.shower.negative = keep");
        assertThatThrownBy(() -> Preparation.of(
                                data,
                                plan().images(shower(ImagePlan.Negative.KEEP))
                                        .selection("row == 0 || row == 4 || row == 5")
                                        .plan())
                        .prepare(1, rows -> {}))
                .hasMessageContaining("row 6")
                .message()
                .doesNotContain("row 2", "row 3", "row 5", "negative");
    }

    @Test
    @DisplayName("count towards the memory limit, hit by hit")
    void memory() {
        Preparation preparation = Preparation.of(data(), plan().plan());
        long rows = ROWS * preparation.bytesPerRow();
        long hits = IntStream.range(0, ROWS).map(row -> row % 4).sum() * 8L;
        PreparedData enough =
                preparation.prepare(1, new MemoryLimit(rows + hits, "memory-limit"), any -> {}, any -> {});
        assertThat(preparation.bytesOf(enough)).isEqualTo(rows + hits);
        assertThatThrownBy(() ->
                        preparation.prepare(1, new MemoryLimit(rows + hits - 1, "memory-limit"), any -> {}, any -> {}))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("8 bytes for each of 90 hits");
    }

    @Test
    @DisplayName("count towards it with the copies of their hits that a training makes")
    void copies() {
        Preparation preparation = Preparation.of(
                data(), plan().copies(new TrainingCopies(0, 0.75)).plan());
        long rows = ROWS * preparation.bytesPerRow();
        assertThat(preparation.bytesPerHit()).isEqualTo(14);
        assertThatThrownBy(() -> preparation.prepare(
                        1, new MemoryLimit(rows + 90 * 14 - 1, "memory-limit"), any -> {}, any -> {}))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("14 bytes for each of 90 hits");
    }

    @Test
    @DisplayName("are summed up in a note: hits in a row, and rows without one")
    void lint() {
        Preparation preparation = Preparation.of(data(), plan().plan());
        DataLint lint = DataLint.of(preparation, 1);
        preparation.prepare(1, MemoryLimit.NONE, lint, rows -> {});
        assertThat(lint.findings())
                .filteredOn(finding -> finding.check().equals("hit-count"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.what())
                        .isEqualTo("image 'shower' has 1.5 hits in a row on average, in 12 cells; 15 of 60 rows (25 %)"
                                + " have none"));
    }

    @Test
    @DisplayName("are read for a trained model with its features, and a missing column is named")
    void prediction() {
        try (FeatureReader reader = FeatureReader.open(data(), Map.of(), List.of("row"), List.of(SHOWER), Set.of())) {
            SparseImages images =
                    reader.next().orElseThrow().features().images().get(0);
            assertThat(images.rows()).isEqualTo(7);
            float[] image = new float[12];
            images.addTo(image, 6, 0);
            assertThat(image).startsWith(600, 601, 0);
        }
        ImagePlan other = new ImagePlan("shower", "cells", "energy", Shape.of(3, 4), ImagePlan.Negative.ERROR);
        assertThatThrownBy(() -> FeatureReader.open(data(), Map.of(), List.of("row"), List.of(other), Set.of()))
                .isInstanceOf(DataException.class)
                .hasMessageContaining(
                        "the model needs the image 'shower': unknown column 'cells'. Did you mean 'cell'?");
        ColumnsDataset bad = data(
                lists(new Column.Ints(new int[] {12}), 0, 0, 1), lists(new Column.Doubles(new double[] {1}), 0, 0, 1));
        try (FeatureReader reader = FeatureReader.open(bad, Map.of(), List.of("row"), List.of(SHOWER), Set.of())) {
            FeatureReader.FeatureBatch batch = reader.next().orElseThrow();
            assertThat(batch.badImages().get(0)).containsExactly(false, true);
            assertThat(batch.features().images().get(0).hits()).isZero();
            assertThat(reader.warnings())
                    .containsExactly(
                            "memory: row 2: image 'shower': 'cell' is no cell of 3x4, 0 to 11 (12.0 here), in this"
                                    + " row only. Such rows have no prediction");
        }
    }
}
