package org.muonframework.run;

import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import org.muonframework.data.FillValues;
import org.muonframework.data.FoldedData;
import org.muonframework.data.MemoryLimit;
import org.muonframework.data.Preparation;
import org.muonframework.data.Prepared;
import org.muonframework.data.PreparedData;
import org.muonframework.data.UnseenData;
import org.muonframework.data.lint.DataLint;
import org.muonframework.data.lint.Finding;
import org.muonframework.run.assemble.AssembledVariation;
import org.muonframework.run.assemble.Assembly;
import org.muonframework.spi.data.ColumnSpec;
import org.muonframework.spi.problem.DataException;

/** Reads the rows of an analysis once, and looks for faults in them on the way; then those of its variations. */
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
     * @throws DataException if nothing is left to learn from, if the selected rows outgrow the memory limit, or if a
     *     value is bad
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

    /**
     * Reads a variation: the rows of its events that no model was trained on (nor, where there is a test part, validated
     * on), by the same division.
     *
     * @param nominal the rows of the analysis itself, which stay in memory and whose models the rows are for
     * @throws DataException as {@link #read}
     * @throws RunCancelledException if the user asked for a stop
     */
    public UnseenData readVariation(
            AssembledVariation variation, Prepared nominal, RunListener listener, Cancellation cancellation) {
        listener.stage("reading the variation " + variation.name());
        long expected = variation.dataset().rows().orElse(-1);
        LongConsumer progress = rows -> {
            cancellation.check();
            listener.progress(rows, expected, "");
        };
        MemoryLimit left = assembly.memoryLimit().beside(preparation.bytesOf(nominal));
        return variation.plan().dataset().service().plugin().call(() -> Preparation.of(
                        variation.dataset(), variation.preparation())
                .prepareUnseen(seed(assembly), nominal.evaluated(), fillValues(nominal), left, progress));
    }

    /** What each trained model has in the place of missing values. */
    private static List<FillValues> fillValues(Prepared nominal) {
        return nominal instanceof FoldedData folded
                ? IntStream.range(0, folded.folds().count())
                        .mapToObj(folded::fillValues)
                        .toList()
                : List.of(((PreparedData) nominal).fillValues());
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
