package org.muonframework.data.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.muonframework.spi.RandomStreams;
import org.muonframework.spi.train.Features;

/** Whether rows to predict look like those that were learned from. */
class InputRangesTest {

    private static final int ROWS = 5000;

    private final RandomGenerator random = new RandomStreams(5).stream("lint", 0);

    private Features rows(int count, double scale, double shift) {
        float[] values = new float[count];
        for (int row = 0; row < count; row++) {
            values[row] = (float) (shift + scale * (5 + Math.abs(20 * random.nextGaussian())));
        }
        return new Features(new float[][] {values}, count);
    }

    private List<FeatureRange> trained() {
        FeatureRanges ranges = new FeatureRanges(List.of("pt"));
        ranges.add(rows(ROWS, 1, 0));
        return ranges.list();
    }

    private List<String> warnings(Features... batches) {
        InputRanges input = new InputRanges(List.of("pt"), trained());
        for (Features batch : batches) {
            input.look(batch);
        }
        return input.warnings();
    }

    @Test
    void rangesAreThoseOfTheValues() {
        FeatureRanges ranges = new FeatureRanges(List.of("i", "none"));
        float[] numbers = new float[1001];
        float[] holes = new float[1001];
        IntStream.range(0, 1001).forEach(i -> {
            numbers[i] = i == 500 ? Float.NaN : i;
            holes[i] = Float.NaN;
        });
        ranges.add(new Features(new float[][] {numbers, holes}, 1001));

        assertThat(ranges.list()).containsExactly(new FeatureRange("i", 0, 0.5, 500, 999.5, 1000));
    }

    @Test
    void rowsLikeThoseOfTheTrainingGiveNoWarning() {
        assertThat(warnings(rows(300, 1, 0), rows(300, 1, 0))).isEmpty();
        assertThat(warnings(rows(300, 1.5, 0))).isEmpty();
    }

    @Test
    void anotherUnitIsRecognisedInBothDirections() {
        assertThat(warnings(rows(300, 1000, 0)))
                .singleElement()
                .asString()
                .contains("'pt'", "1000 times larger", "in the training", "MeV and GeV");
        assertThat(warnings(rows(300, 0.001, 0))).singleElement().asString().contains("1000 times smaller");
    }

    @Test
    void valuesMostlyOutsideOfTheTrainingAreTold() {
        assertThat(warnings(rows(300, 1, 500)))
                .singleElement()
                .asString()
                .contains("outside of the training in 100 % of the rows");
    }

    @Test
    void oneValueThroughoutIsToldUnlessThereAreFewRows() {
        assertThat(warnings(rows(300, 0, 20))).singleElement().asString().contains("same value in all rows");
        assertThat(warnings(rows(9, 0, 20))).isEmpty();
    }

    @Test
    void aRunThatSavedNoRangesGivesNoWarning() {
        InputRanges input = new InputRanges(List.of("pt"), List.of());
        input.look(rows(300, 1000, 0));

        assertThat(input.warnings()).isEmpty();
    }
}
