package org.muonframework.data.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.muonframework.spi.data.ColumnSpec;

/** A check that looks at each of some columns by itself. */
final class ColumnCheck implements Check {

    /** What is known of one column. */
    interface Watch {

        /** Looks at the next values. */
        void look(Values values);

        /** What was found, nothing or one fault or several. */
        List<Finding> findings();
    }

    private final List<ColumnSpec> columns;
    private final List<Watch> watches;

    ColumnCheck(List<ColumnSpec> columns, Function<ColumnSpec, Watch> watch) {
        this.columns = List.copyOf(columns);
        watches = this.columns.stream().map(watch).toList();
    }

    @Override
    public void look(LintRows rows) {
        for (int c = 0; c < watches.size(); c++) {
            watches.get(c).look(rows.values(columns.get(c).name()));
        }
    }

    @Override
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        watches.forEach(watch -> findings.addAll(watch.findings()));
        return findings;
    }
}
