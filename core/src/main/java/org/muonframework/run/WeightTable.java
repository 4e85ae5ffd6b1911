package org.muonframework.run;

import java.util.List;
import java.util.Locale;
import org.muonframework.data.WeightCount;
import org.muonframework.report.Block;
import org.muonframework.report.Rounding;

/** The weights of each part and class: as they are, and as they are trained with. */
final class WeightTable {

    private WeightTable() {}

    static Block of(List<WeightCount> weights) {
        List<List<String>> rows = weights.stream()
                .map(count -> List.of(
                        count.part(),
                        count.group(),
                        String.format(Locale.ROOT, "%,d", count.rows()),
                        String.format(Locale.ROOT, "%,d", count.negative()),
                        Rounding.value(count.sum()),
                        Rounding.value(count.effective()),
                        Rounding.value(count.trainingSum()),
                        Rounding.value(count.trainingEffective())))
                .toList();
        return new Block.Table(
                "Weights; effective number (Σw)²/Σw²",
                List.of(
                        "part",
                        "class",
                        "rows",
                        "negative",
                        "sum",
                        "effective number",
                        "sum in training",
                        "effective number in training"),
                rows);
    }
}
