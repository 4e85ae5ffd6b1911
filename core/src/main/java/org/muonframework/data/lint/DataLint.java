package org.muonframework.data.lint;

import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.muonframework.data.Preparation;
import org.muonframework.data.RowWatcher;
import org.muonframework.data.SelectedRows;
import org.muonframework.spi.data.ColumnRole;
import org.muonframework.spi.data.Schema;

/**
 * Looks for faults in the selected rows while a preparation reads them. It keeps some numbers for each column, samples of
 * at most 32 768 rows, and at most 32 MiB (twice that where the split goes by other columns than the keys) to tell events
 * apart, whatever the number of rows.
 */
public final class DataLint implements RowWatcher {

    private final Set<String> more;
    private final List<Check> checks;
    private long rows;

    private DataLint(Set<String> more, List<Check> checks) {
        this.more = Set.copyOf(more);
        this.checks = checks;
    }

    /**
     * Of the columns that are read anyway.
     *
     * @param seed the seed of the run, which decides the split
     */
    public static DataLint of(Preparation preparation, long seed) {
        return new DataLint(Set.of(), Checks.of(LintPlan.of(preparation, Set.of()), seed));
    }

    /**
     * The same, and of columns of the dataset that only the checks need: the other components of four-vectors of which
     * the analysis uses one, and run and event numbers where no keys are declared.
     */
    public static DataLint thorough(Preparation preparation, Schema dataset, long seed) {
        Set<String> more = companions(preparation, dataset);
        return new DataLint(more, Checks.of(LintPlan.of(preparation, more), seed));
    }

    private static Set<String> companions(Preparation preparation, Schema dataset) {
        Set<String> used = new HashSet<>();
        preparation.used().forEach(column -> used.add(column.name()));
        Set<String> more = new LinkedHashSet<>();
        for (FourVectorNames names : FourVectorNames.in(dataset)) {
            if (names.columns().stream().anyMatch(used::contains)) {
                more.addAll(names.columns());
            }
        }
        if (dataset.withRole(ColumnRole.KEY).isEmpty()) {
            more.addAll(EventColumns.in(dataset));
        }
        more.removeAll(used);
        return more;
    }

    @Override
    public Set<String> columns() {
        return more;
    }

    @Override
    public void look(SelectedRows selected) {
        rows += selected.count();
        LintRows batch = new LintRows(selected);
        checks.forEach(check -> check.look(batch));
    }

    /** Number of rows looked at. */
    public long rows() {
        return rows;
    }

    /** What was found in the rows looked at, the most severe first. */
    public List<Finding> findings() {
        return checks.stream()
                .flatMap(check -> check.findings().stream())
                .sorted(Comparator.comparing(Finding::severity).reversed())
                .toList();
    }
}
