package org.muonframework.run.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.muonframework.data.WeightCount;
import org.muonframework.report.Block;
import org.muonframework.report.Rounding;

/** The weights of each part and class: as they are, and as they are trained with. */
final class WeightTable {

    private static final List<String> HEADERS = List.of("part", "class", "rows", "negative", "sum", "effective number");
    private static final List<String> TRAINED = List.of("sum in training", "effective number in training");

    private WeightTable() {}

    /**
     * The table.
     *
     * @param trained whether anything is trained with them
     */
    static Block of(List<WeightCount> weights, boolean trained) {
        List<List<String>> rows = weights.stream()
                .map(count -> trained ? joined(asTheyAre(count), inTraining(count)) : asTheyAre(count))
                .toList();
        return new Block.Table(
                "Weights; effective number (Σw)²/Σw²", trained ? joined(HEADERS, TRAINED) : HEADERS, rows);
    }

    private static List<String> asTheyAre(WeightCount count) {
        return List.of(
                count.part(),
                count.group(),
                String.format(Locale.ROOT, "%,d", count.rows()),
                String.format(Locale.ROOT, "%,d", count.negative()),
                Rounding.value(count.sum()),
                Rounding.value(count.effective()));
    }

    private static List<String> inTraining(WeightCount count) {
        return List.of(Rounding.value(count.trainingSum()), Rounding.value(count.trainingEffective()));
    }

    private static List<String> joined(List<String> first, List<String> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}
