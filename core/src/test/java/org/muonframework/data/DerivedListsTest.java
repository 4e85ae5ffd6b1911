package org.muonframework.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.muonframework.spi.data.Batch;
import org.muonframework.spi.data.Column;
import org.muonframework.spi.data.ColumnRole;
import org.muonframework.spi.data.ColumnSpec;
import org.muonframework.spi.data.ColumnType;
import org.muonframework.spi.problem.Problem;

@DisplayName("Derived columns of lists")
class DerivedListsTest {

    private static final ColumnsDataset DATA = new ColumnsDataset()
            .with("event", ColumnRole.KEY, new long[] {1, 2, 3, 4})
            .with("isSignal", ColumnRole.LABEL, 0, 1, 0, 1)
            .with(
                    "pt",
                    ColumnRole.FEATURE,
                    new Column.Jagged(new int[] {0, 2, 2, 3, 6}, new Column.Doubles(new double[] {5, 6, 7, 1, 9, 8})),
                    ColumnType.DOUBLE)
            .with(
                    "genPt",
                    ColumnRole.TRUTH,
                    new Column.Jagged(new int[] {0, 2, 2, 3, 6}, new Column.Doubles(new double[] {5, 6, 7, 1, 9, 8})),
                    ColumnType.DOUBLE);

    private static List<String> problems(Plans plans) {
        return Preparation.check(DATA.schema(), plans.plan()).stream()
                .map(Problem::toString)
                .toList();
    }

    @Test
    @DisplayName("are jagged or flat as their expressions are, and inherit the strictest role")
    void columns() {
        Map<String, String> derive = new LinkedHashMap<>();
        derive.put("count", "count(hard)");
        derive.put("hard", "pt[pt > 5.5]");
        derive.put("isHard", "pt > 5.5");
        derive.put("resolution", "pt / genPt - 1");
        DerivedColumns derived = DerivedColumns.of(DATA.schema(), derive);

        assertThat(derived.problems()).isEmpty();
        assertThat(derived.schema().find("hard").orElseThrow())
                .isEqualTo(new ColumnSpec("hard", ColumnType.DOUBLE, true, "", "pt[pt > 5.5]", ColumnRole.FEATURE));
        assertThat(derived.schema().find("isHard").orElseThrow().type()).isEqualTo(ColumnType.BOOLEAN);
        assertThat(derived.schema().find("resolution").orElseThrow().role()).isEqualTo(ColumnRole.TRUTH);
        Batch batch = derived.apply(DATA.batch(), Set.of("hard", "count", "isHard"));
        Column.Jagged hard = (Column.Jagged) batch.column("hard");
        assertThat(hard.offsets()).containsExactly(0, 1, 1, 2, 4);
        assertThat(((Column.Doubles) hard.values()).values()).containsExactly(6, 7, 9, 8);
        assertThat(((Column.Doubles) batch.column("count")).values()).containsExactly(1, 0, 1, 2);
    }

    @Test
    @DisplayName("serve features, selections, labels and weights through one value a row")
    void uses() {
        Plans plans = new Plans()
                .derive("hard", "pt[pt > 5.5]")
                .derive("leadingPt", "max(hard)")
                .features("leadingPt")
                .selection("any(hard > 6) && length(pt) > 0")
                .label("count(hard) > 1")
                .weight("sum(pt)");
        assertThat(problems(plans)).isEmpty();
        assertThat(Preparation.of(DATA, plans.plan()).columns()).containsExactlyInAnyOrder("event", "pt");
    }

    @Test
    @DisplayName("are refused themselves wherever one value is needed, with what to write instead")
    void refused() {
        assertThat(problems(new Plans()
                        .derive("hard", "pt[pt > 5.5]")
                        .features("hard")
                        .selection("hard > 6")
                        .label("hard")
                        .targets("pt")
                        .weight("2 * pt")
                        .columns("pt")
                        .split(0.5, 0.3, "hard")))
                .containsExactlyInAnyOrder(
                        "features: 'hard' is a list in every row, and one number is needed. Derive one from it, as in:"
                                + " derive { hard_0 = \"hard[0]\" }, or give every element a row of its own by"
                                + " dataset.explode",
                        "selection: 'hard > 6' is a list in every row, where one value is needed at position 1."
                                + " Write any(hard > 6), all(…) or count(…)",
                        "label: 'hard' is a list in every row, where one value is needed at position 1."
                                + " Take an element, hard[0], or the sum, min, max, mean or count of all",
                        "targets: 'pt' is a list in every row, and one number is needed. Derive one from it, as in:"
                                + " derive { pt_0 = \"pt[0]\" }, or give every element a row of its own by"
                                + " dataset.explode",
                        "weight: '2 * pt' is a list in every row, where one value is needed at position 1."
                                + " Take an element, (2 * pt)[0], or the sum, min, max, mean or count of all",
                        "metrics: 'pt' is a list in every row, where one value is needed at position 1."
                                + " Take an element, pt[0], or the sum, min, max, mean or count of all",
                        "split.by: 'hard' is a list in every row and cannot identify an event. Derive one from it, as"
                                + " in: derive { hard_0 = \"hard[0]\" }");
    }

    @Test
    @DisplayName("tell the rows of one event apart only as spectators do")
    void index() {
        ColumnsDataset rows = new ColumnsDataset()
                .with("event", ColumnRole.KEY, new long[] {1, 1})
                .with("isSignal", ColumnRole.LABEL, 0, 1)
                .with("index", ColumnRole.INDEX, 0, 1);
        Plans plans = new Plans().derive("isFirst", "index == 0").features("isFirst");
        assertThat(Preparation.check(rows.schema(), plans.plan()))
                .extracting(Problem::message)
                .containsExactly("'isFirst' (made from: index == 0) tells the rows of one event apart; if the model may"
                        + " see it, set allow-spectators = true");
        assertThat(Preparation.check(rows.schema(), plans.allowSpectators().plan()))
                .isEmpty();
    }
}
