package org.muonframework.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.muonframework.data.FoldedData;
import org.muonframework.data.Prepared;
import org.muonframework.data.PreparedData;
import org.muonframework.data.PreparedPart;
import org.muonframework.data.format.TableWriter;
import org.muonframework.data.format.files.TableWriters;
import org.muonframework.evaluate.OneAgainstRest;
import org.muonframework.run.assemble.AssembledModel;
import org.muonframework.run.result.AucContrast;
import org.muonframework.spi.data.Batch;
import org.muonframework.spi.data.Column;
import org.muonframework.spi.data.ColumnRole;
import org.muonframework.spi.data.ColumnSpec;
import org.muonframework.spi.data.ColumnType;
import org.muonframework.spi.data.Schema;
import org.muonframework.spi.metric.Part;
import org.muonframework.spi.metric.Sample;

/**
 * The predictions of all models on all parts, and their file: event keys, part, fold where there are folds, truth,
 * weight, predictions.
 */
public final class Predictions {

    /** The column of fold numbers. */
    public static final String FOLD = "fold";

    private final Prepared data;
    private final boolean several;
    private final List<PreparedPart> parts;
    private final Optional<int[]> folds;
    private final Map<Part, Map<String, float[]>> columns = new LinkedHashMap<>();

    private Predictions(Prepared data, boolean several, List<PreparedPart> parts, Optional<int[]> folds) {
        this.data = data;
        this.several = several;
        this.parts = parts;
        this.folds = folds;
        parts.forEach(part -> columns.put(part.part(), new LinkedHashMap<>()));
    }

    /** Of models that were trained on one split: all parts. */
    static Predictions of(PreparedData data, boolean several) {
        return new Predictions(data, several, data.parts(), Optional.empty());
    }

    /** Of models that were trained in folds: all rows, each predicted by the model of its fold. */
    static Predictions of(FoldedData data, boolean several) {
        return new Predictions(data, several, List.of(data.rows()), Optional.of(data.foldOfRow()));
    }

    /** Keeps what one model predicts for one part; its name stands before the columns' where there are several. */
    void add(AssembledModel model, Part part, float[][] values) {
        List<String> names = model.task().predictions();
        for (int p = 0; p < values.length; p++) {
            columns.get(part).put(column(model, names.get(p)), values[p]);
        }
    }

    /** The rows of a part with what one model predicts for them, without features and images; empty where it predicted none. */
    Optional<Sample> sample(AssembledModel model, Part part) {
        List<float[]> values = model.task().predictions().stream()
                .map(name -> columns.getOrDefault(part, Map.of()).get(column(model, name)))
                .filter(Objects::nonNull)
                .toList();
        return parts.stream()
                .filter(rows -> rows.part() == part && !values.isEmpty())
                .findFirst()
                .map(rows -> rows.sample(new float[0][], List.of(), values.toArray(float[][]::new)));
    }

    /**
     * The areas under the ROC curves of each model against that of the first, for each class; for two classes one
     * difference says it.
     *
     * @param part the part that results are quoted for
     */
    List<AucContrast> contrasts(List<AssembledModel> models, Part part) {
        List<AucContrast> contrasts = new ArrayList<>();
        for (AssembledModel model : models.subList(Math.min(1, models.size()), models.size())) {
            AssembledModel first = models.get(0);
            int classes = model.task().classes().size();
            Optional<Sample> own = sample(model, part);
            Optional<Sample> others = sample(first, part);
            if (classes < 2 || own.isEmpty() || others.isEmpty()) {
                return List.of();
            }
            for (int c : model.task().scoredClasses()) {
                contrasts.add(AucContrast.paired(
                        model.plan().name(),
                        OneAgainstRest.of(own.get(), model.task(), c),
                        first.plan().name(),
                        OneAgainstRest.of(others.get(), first.task(), c)));
            }
        }
        return contrasts;
    }

    private String column(AssembledModel model, String name) {
        return several ? model.plan().name() + "_" + name : name;
    }

    /** Writes the file, part after part. */
    void write(Path file) {
        List<ColumnSpec> specs = new ArrayList<>();
        PreparedPart first = parts.get(0);
        first.keys().forEach((name, column) -> specs.add(ColumnSpec.of(name, type(column), "", "", ColumnRole.KEY)));
        specs.add(ColumnSpec.of("part", ColumnType.TEXT));
        folds.ifPresent(fold -> specs.add(ColumnSpec.of(FOLD, ColumnType.INT)));
        if (data.task().classifies()) {
            specs.add(ColumnSpec.of("label", ColumnType.INT));
        }
        for (String target : data.task().targets()) {
            specs.add(ColumnSpec.of("true_" + target, ColumnType.FLOAT, unit(target), "", ColumnRole.TRUTH));
        }
        specs.add(ColumnSpec.of("weight", ColumnType.DOUBLE));
        columns.get(first.part()).keySet().forEach(name -> specs.add(ColumnSpec.of(name, ColumnType.FLOAT)));
        try (TableWriter writer = TableWriters.open(file, Schema.of(specs))) {
            parts.forEach(part -> writer.write(batch(part)));
            writer.commit();
        }
    }

    private Batch batch(PreparedPart part) {
        Map<String, Column> batch = new LinkedHashMap<>(part.keys());
        String[] names = new String[part.size()];
        Arrays.fill(names, part.part().label());
        batch.put("part", new Column.Texts(names));
        folds.ifPresent(fold -> batch.put(FOLD, new Column.Ints(fold)));
        if (data.task().classifies()) {
            batch.put("label", new Column.Ints(part.labels()));
        }
        for (int t = 0; t < part.targets().length; t++) {
            batch.put("true_" + data.task().targets().get(t), new Column.Floats(part.targets()[t]));
        }
        batch.put("weight", new Column.Doubles(part.weights()));
        columns.get(part.part()).forEach((name, values) -> batch.put(name, new Column.Floats(values)));
        return new Batch(part.size(), batch, part.part().label(), 1);
    }

    private String unit(String column) {
        ColumnSpec spec = data.columns().get(column);
        return spec == null ? "" : spec.unit();
    }

    private static ColumnType type(Column column) {
        if (column instanceof Column.Longs) {
            return ColumnType.LONG;
        }
        if (column instanceof Column.Ints) {
            return ColumnType.INT;
        }
        if (column instanceof Column.Texts) {
            return ColumnType.TEXT;
        }
        return column instanceof Column.Floats ? ColumnType.FLOAT : ColumnType.DOUBLE;
    }
}
