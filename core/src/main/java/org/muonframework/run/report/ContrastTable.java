package org.muonframework.run.report;

import java.util.List;
import org.muonframework.report.Block;
import org.muonframework.report.Rounding;
import org.muonframework.run.result.AucContrast;

/** Differences of areas under ROC curves. */
public final class ContrastTable {

    private static final double SMALLEST_SHOWN = 1e-4;

    private ContrastTable() {}

    /** One row a difference. */
    public static Block of(List<AucContrast> contrasts) {
        return new Block.Table(
                "Differences of AUC",
                List.of("class", "models", "difference", "p-value", "computed on"),
                contrasts.stream().map(ContrastTable::row).toList());
    }

    private static List<String> row(AucContrast contrast) {
        return List.of(
                contrast.name(),
                contrast.model() + " − " + contrast.against(),
                contrast.text(),
                probability(contrast.difference().pValue()),
                contrast.basis());
    }

    private static String probability(double p) {
        return p < SMALLEST_SHOWN ? "< " + Rounding.value(SMALLEST_SHOWN) : Rounding.value(p);
    }
}
