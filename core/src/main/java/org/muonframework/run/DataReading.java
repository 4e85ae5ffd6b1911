package org.muonframework.run;

import java.util.List;
import java.util.function.LongConsumer;
import org.muonframework.data.Preparation;
import org.muonframework.data.Prepared;
import org.muonframework.data.lint.DataLint;
import org.muonframework.data.lint.Finding;
import org.muonframework.run.assemble.Assembly;
import org.muonframework.spi.data.ColumnSpec;

/** Reads the rows of an analysis once, and looks for faults in them on the way. */
public final class DataReading {

    private final Assembly assembly;
    private final Preparation preparation;
    private final DataLint lint;

    private DataReading(Assembly assembly, Preparation preparation, DataLint lint) {
        this.assembly = assembly;
        this.preparation = preparation;
        this.lint = lint;
    }

    /** Of the columns that the analysis needs, and no others. */
    static DataReading of(Assembly assembly) {
        Preparation preparation = Preparation.of(assembly.dataset(), assembly.preparation());
        return new DataReading(assembly, preparation, DataLint.of(preparation, seed(assembly)));
    }

    /** The same, and of columns that help to find faults in those. */
    public static DataReading thorough(Assembly assembly) {
        Preparation preparation = Preparation.of(assembly.dataset(), assembly.preparation());
        return new DataReading(
                assembly,
                preparation,
                DataLint.thorough(preparation, assembly.dataset().schema(), seed(assembly)));
    }

    private static long seed(Assembly assembly) {
        return assembly.plan().settings().seed();
    }

    /**
     * Reads.
     *
     * @throws org.muonframework.spi.problem.DataException if nothing is left to learn from, if the selected rows outgrow
     *     the memory limit, or if a value is bad
     * @throws RunCancelledException if the user asked for a stop
     */
    public Prepared read(RunListener listener, Cancellation cancellation) {
        listener.stage("reading data");
        long expected = assembly.dataset().rows().orElse(-1);
        LongConsumer progress = rows -> {
            cancellation.check();
            listener.progress(rows, expected, "");
        };
        return assembly.plan().dataset().service().plugin().call(() -> prepare(progress));
    }

    private Prepared prepare(LongConsumer progress) {
        long seed = seed(assembly);
        return assembly.preparation().folds().isPresent()
                ? preparation.prepareFolds(seed, assembly.memoryLimit(), lint, progress)
                : preparation.prepare(seed, assembly.memoryLimit(), lint, progress);
    }

    /** The columns that the rows of one event have in common. */
    List<ColumnSpec> eventColumns() {
        return preparation.eventColumns();
    }

    /** Number of selected rows that were looked at. */
    public long rows() {
        return lint.rows();
    }

    /** What was found in them, the most severe first. */
    public List<Finding> findings() {
        return lint.findings();
    }
}
