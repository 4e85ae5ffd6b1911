package org.muonframework.calorimeter.features;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.muonframework.spi.data.Batch;
import org.muonframework.spi.data.Column;
import org.muonframework.spi.data.ColumnSpec;
import org.muonframework.spi.data.Transform;
import org.muonframework.spi.problem.DataException;

/** All features as columns. */
final class FeatureColumns implements Transform {

    private static final HighLevelFeature[] FEATURES = HighLevelFeature.values();

    private final CalorimeterFeatures.Settings settings;

    FeatureColumns(CalorimeterFeatures.Settings settings) {
        this.settings = settings;
    }

    @Override
    public List<Input> inputs() {
        return List.of(
                Input.numbers(settings.cells()),
                Input.numbers(settings.energies()).in("GeV"),
                Input.number(settings.x()).in("mm"),
                Input.number(settings.y()).in("mm"));
    }

    @Override
    public List<ColumnSpec> columns() {
        return Stream.of(FEATURES)
                .map(HighLevelFeature::spec)
                .map(column -> settings.logarithms()
                        ? ColumnSpec.of(
                                column.name(),
                                column.type(),
                                "",
                                "logarithm of: " + column.description(),
                                column.role())
                        : column)
                .toList();
    }

    @Override
    public Map<String, Column> apply(Batch batch) {
        Column.Jagged cells = (Column.Jagged) batch.column(settings.cells());
        Column.Jagged energies = (Column.Jagged) batch.column(settings.energies());
        Column x = batch.column(settings.x());
        Column y = batch.column(settings.y());
        float[][] columns = new float[FEATURES.length][batch.rows()];
        double[] values = new double[FEATURES.length];
        FeatureCalculator calculator = new FeatureCalculator();
        EventHits hits = new EventHits();
        for (int row = 0; row < batch.rows(); row++) {
            try {
                hits.take(cells, energies, row);
                calculator.compute(
                        hits.cells(), hits.energies(), 0, hits.count(), x.doubleAt(row), y.doubleAt(row), values);
            } catch (IllegalArgumentException e) {
                throw new DataException(batch.place(row), e.getMessage(), e);
            }
            for (int f = 0; f < FEATURES.length; f++) {
                columns[f][row] = (float) (settings.logarithms() ? FEATURES[f].compressed(values[f]) : values[f]);
            }
        }
        Map<String, Column> byName = new HashMap<>();
        for (int f = 0; f < FEATURES.length; f++) {
            byName.put(FEATURES[f].column(), new Column.Floats(columns[f]));
        }
        return byName;
    }
}
