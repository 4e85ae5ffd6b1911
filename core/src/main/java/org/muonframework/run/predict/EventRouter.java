package org.muonframework.run.predict;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.muonframework.data.EventHash;
import org.muonframework.data.FoldPlan;
import org.muonframework.data.KeyKind;
import org.muonframework.data.SplitPlan;
import org.muonframework.run.plan.AnalysisSettings;
import org.muonframework.spi.data.Batch;
import org.muonframework.spi.data.Column;
import org.muonframework.spi.data.ColumnSpec;
import org.muonframework.spi.data.Schema;
import org.muonframework.spi.metric.Part;
import org.muonframework.spi.problem.DataException;
import org.muonframework.spi.problem.Suggestions;

/** Says which of the trained models may score a row, so that none scores an event that it has seen. */
final class EventRouter {

    private static final int NONE = -1;

    private final AnalysisSettings settings;
    private final OptionalInt onlyFold;
    private final Map<String, KeyKind> keys;
    private final Set<Path> inputs;
    private final Set<Path> trainedOn;

    /**
     * For one run and some inputs.
     *
     * @param onlyFold the fold whose model scores all rows; empty for that of each event
     * @param keys the columns that identify an event, in the order in which they are hashed
     * @param inputs the files to score, absolute
     * @param trainedOn those of them that the run was trained from
     */
    EventRouter(
            AnalysisSettings settings,
            OptionalInt onlyFold,
            Map<String, KeyKind> keys,
            Set<Path> inputs,
            Set<Path> trainedOn) {
        this.settings = settings;
        this.onlyFold = onlyFold;
        this.keys = keys;
        this.inputs = Set.copyOf(inputs);
        this.trainedOn = Set.copyOf(trainedOn);
    }

    /** Number of trained models of each model of the analysis that are needed. */
    int models() {
        return eachItsOwn() ? settings.folds() : 1;
    }

    private boolean eachItsOwn() {
        return settings.folds() > 0 && onlyFold.isEmpty();
    }

    /** Whether rows may be met whose event a model has seen. */
    boolean meetsSeenEvents() {
        return !eachItsOwn() && !trainedOn.isEmpty();
    }

    /** The columns that have to be read to know the event. */
    List<String> keys() {
        return eachItsOwn() || meetsSeenEvents() ? List.copyOf(keys.keySet()) : List.of();
    }

    /**
     * Checks that the keys are there and are hashed as they were when the model was trained.
     *
     * @param schema the columns of the input and the derived ones
     * @throws DataException if not
     */
    void check(Schema schema, String input) {
        for (String name : keys()) {
            KeyKind expected = keys.get(name);
            ColumnSpec column = schema.find(name)
                    .orElseThrow(() -> new DataException(
                            input,
                            "there is no column '" + name + "', which identifies an event together with "
                                    + keys.keySet() + ": without it nobody knows which model has not seen the event."
                                    + Suggestions.didYouMean(name, schema.names())
                                    + (eachItsOwn() ? " For events that are new, --fold N names one model" : "")));
            KeyKind found = KeyKind.of(column.type());
            if (found != expected) {
                throw new DataException(
                        input,
                        "the column '" + name + "' identifies an event and is of the kind '" + found.label()
                                + "'; the run was trained with the kind '" + expected.label()
                                + "', and its events would not be recognised");
            }
        }
    }

    /** The model for each row of a batch, from 0; {@link #NONE} where all have seen the event. */
    int[] route(Batch batch) {
        int[] models = new int[batch.rows()];
        if (eachItsOwn()) {
            FoldPlan folds = settings.foldPlan().orElseThrow();
            long[] hashes = hashes(batch, FoldPlan.PURPOSE);
            Arrays.setAll(models, row -> folds.of(hashes[row]));
        } else if (meetsSeenEvents() && isTrainedOn(batch.source())) {
            Part[] roles = roles(batch);
            Arrays.setAll(models, row -> roles[row] == Part.TEST ? 0 : NONE);
        }
        return models;
    }

    /** What each row was to the one model in use. */
    private Part[] roles(Batch batch) {
        if (onlyFold.isPresent()) {
            FoldPlan folds = settings.foldPlan().orElseThrow();
            return Arrays.stream(hashes(batch, FoldPlan.PURPOSE))
                    .mapToObj(hash -> folds.role(folds.of(hash), onlyFold.getAsInt()))
                    .toArray(Part[]::new);
        }
        SplitPlan split = settings.splitPlan();
        return Arrays.stream(hashes(batch, SplitPlan.PURPOSE))
                .mapToObj(split::of)
                .toArray(Part[]::new);
    }

    private long[] hashes(Batch batch, String purpose) {
        List<Column> columns = keys.keySet().stream().map(batch::column).toList();
        return new EventHash(settings.seed(), purpose).of(columns);
    }

    /** Where the source is not the name of an input, better safe than sorry. */
    private boolean isTrainedOn(String source) {
        Path file = Path.of(source).toAbsolutePath().normalize();
        return trainedOn.contains(file) || !inputs.contains(file);
    }

    /** Which rows each model has. */
    int[][] rowsOfModels(int[] route) {
        List<int[]> rows = new ArrayList<>();
        for (int m = 0; m < models(); m++) {
            int model = m;
            rows.add(IntStream.range(0, route.length)
                    .filter(row -> route[row] == model)
                    .toArray());
        }
        return rows.toArray(int[][]::new);
    }

    /** How many rows of a batch no model may score. */
    static int seen(int[] route) {
        return (int) Arrays.stream(route).filter(model -> model == NONE).count();
    }

    /** The number of the fold whose model scores each row. */
    int[] folds(int[] route) {
        return eachItsOwn()
                ? route.clone()
                : Arrays.stream(route).map(any -> onlyFold.orElse(0)).toArray();
    }
}
