package org.muonframework.run.predict;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.muonframework.data.FeatureReader;
import org.muonframework.data.FeatureReader.FeatureBatch;
import org.muonframework.data.ImagePlan;
import org.muonframework.data.Treatment;
import org.muonframework.data.format.TableWriter;
import org.muonframework.data.format.files.TableWriters;
import org.muonframework.data.lint.InputRanges;
import org.muonframework.run.Cancellation;
import org.muonframework.run.Predictions;
import org.muonframework.run.RunListener;
import org.muonframework.run.plan.AnalysisPlan;
import org.muonframework.spi.data.Batch;
import org.muonframework.spi.data.Column;
import org.muonframework.spi.data.ColumnSpec;
import org.muonframework.spi.data.ColumnType;
import org.muonframework.spi.data.Dataset;
import org.muonframework.spi.data.Schema;

/**
 * Scores rows, batch by batch, into a file.
 *
 * @param dataset the rows
 * @param plan the analysis that the models were trained in
 * @param router says which model may score a row
 * @param keys the columns to copy
 * @param treatment what is done to features, for each of the router's models
 * @param scorers the models of the analysis
 * @param ranges compares the rows with those of the training
 * @param check looks at the keys, if the user wants that
 */
record Scoring(
        Dataset dataset,
        AnalysisPlan plan,
        EventRouter router,
        List<ColumnSpec> keys,
        Treatment treatment,
        List<Scorer> scorers,
        InputRanges ranges,
        Optional<KeyCheck> check) {

    private static final String TABLE = "scores";

    /** Writes the file; gives the number of rows. */
    long write(Path output, RunListener listener, Cancellation cancellation) {
        Set<String> columns = new HashSet<>(router.keys());
        keys.forEach(key -> columns.add(key.name()));
        long rows = 0;
        try (FeatureReader reader = FeatureReader.open(
                        dataset, plan.preparation().derive(), treatment.features(), images(), columns);
                TableWriter writer = TableWriters.open(output, schema(), TABLE)) {
            for (Optional<FeatureBatch> next = reader.next(); next.isPresent(); next = reader.next()) {
                cancellation.check();
                writer.write(score(next.get()));
                rows += next.get().batch().rows();
                listener.progress(rows, dataset.rows().orElse(-1), "");
            }
            check.ifPresent(keyCheck -> keyCheck.requireUnique(names()));
            writer.commit();
            reader.warnings().forEach(listener::warning);
            treatment.warnings().forEach(listener::warning);
            ranges.warnings().forEach(listener::warning);
        }
        return rows;
    }

    /** The images that any of the models looks at. */
    private List<ImagePlan> images() {
        return plan.settings().imagePlans().stream()
                .filter(image -> scorers.stream().anyMatch(scorer -> scorer.looksAt(image.name())))
                .toList();
    }

    private Schema schema() {
        List<ColumnSpec> specs = new ArrayList<>(keys);
        if (folded()) {
            specs.add(ColumnSpec.of(Predictions.FOLD, ColumnType.INT));
        }
        scorers.forEach(scorer -> specs.addAll(scorer.columns()));
        return Schema.of(specs);
    }

    private boolean folded() {
        return plan.settings().folds() > 0;
    }

    private Batch score(FeatureBatch features) {
        Batch batch = features.batch();
        check.ifPresent(keyCheck -> keyCheck.add(batch));
        int[] route = router.route(batch);
        int[][] rows = router.rowsOfModels(route);
        treatment.apply(features, rows);
        Map<String, Column> columns = new LinkedHashMap<>();
        keys.forEach(key -> columns.put(key.name(), batch.column(key.name())));
        if (folded()) {
            columns.put(Predictions.FOLD, new Column.Ints(router.folds(route)));
        }
        ranges.look(features.features());
        Scorer.Names names = new Scorer.Names(
                treatment.features(), images().stream().map(ImagePlan::name).toList());
        scorers.forEach(scorer -> scorer.score(features, names, rows, columns));
        return new Batch(batch.rows(), columns, batch.source(), batch.firstRow());
    }

    private String names() {
        return String.join(", ", dataset.files().stream().map(Path::toString).toList());
    }
}
