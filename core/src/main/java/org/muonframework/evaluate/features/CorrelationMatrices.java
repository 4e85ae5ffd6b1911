package org.muonframework.evaluate.features;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.muonframework.evaluate.Findings;
import org.muonframework.evaluate.features.CorrelationSettings.Method;
import org.muonframework.spi.figure.Axis;
import org.muonframework.spi.figure.Figure;
import org.muonframework.spi.figure.Mark;
import org.muonframework.spi.metric.Evaluation;
import org.muonframework.spi.metric.Metric;
import org.muonframework.spi.metric.MetricResult;
import org.muonframework.spi.metric.MetricValue;
import org.muonframework.spi.metric.Sample;
import org.muonframework.spi.model.Task;
import org.muonframework.stats.Correlation;

/**
 * Values: {@code largest-correlation} of two different features, by its absolute value, for each class (key {@code
 * class}) and kind (key {@code method}); the key {@code variable} names the two. Figures: one matrix for each class and
 * kind, on the evaluated part; in a regression with the targets.
 */
final class CorrelationMatrices implements Metric {

    private static final String VALUE = "largest-correlation";

    /** Of more columns the numbers are not written into the cells. */
    private static final int MOST_PRINTED = 16;

    private final CorrelationSettings settings;

    CorrelationMatrices(CorrelationSettings settings) {
        this.settings = settings;
    }

    @Override
    public boolean needsModel() {
        return false;
    }

    @Override
    public List<String> columns() {
        return settings.columns();
    }

    @Override
    public MetricResult evaluate(Evaluation evaluation) {
        Findings findings = new Findings();
        Task task = evaluation.task();
        Sample sample = evaluation.evaluatedSample();
        FeatureColumns features = FeatureColumns.of(sample, task, settings.columns())
                .atMost(settings.maxColumns(), "max-columns", findings);
        FeatureColumns columns = features.withTargets(sample, task);
        if (columns.names().size() < 2) {
            findings.note("a correlation needs two columns or more");
            return findings.result();
        }
        List<RowGroup> groups = RowGroup.of(sample, task);
        for (Method method : settings.method().stream().distinct().toList()) {
            for (int g = 0; g < groups.size(); g++) {
                RowGroup rows =
                        method == Method.SPEARMAN ? groups.get(g).atMost(settings.spearmanRows()) : groups.get(g);
                Correlation correlation = new Correlation(columns.values(), sample.weights(), rows.rows());
                double[][] matrix = method == Method.PEARSON ? correlation.pearson() : correlation.spearman();
                judge(matrix, features.names(), method, rows, sample, findings);
                findings.add(figure(matrix, columns, method, rows, groups.size() > 1 ? "-class-" + g : "", evaluation));
            }
        }
        return findings.result();
    }

    private static void judge(
            double[][] matrix, List<String> names, Method method, RowGroup rows, Sample sample, Findings findings) {
        MetricValue found = MetricValue.of(VALUE, sample.part(), Double.NaN);
        Optional<String> pair = Optional.empty();
        for (int a = 0; a < names.size(); a++) {
            for (int b = a + 1; b < names.size(); b++) {
                if (Math.abs(matrix[a][b]) > (pair.isEmpty() ? -1 : Math.abs(found.value()))) {
                    found = MetricValue.of(VALUE, sample.part(), matrix[a][b]);
                    pair = Optional.of(names.get(a) + ", " + names.get(b));
                }
            }
        }
        MetricValue value = keyed(found.with("method", lower(method)), rows);
        if (pair.isPresent()) {
            findings.add(value.with("variable", pair.get()));
        } else {
            findings.addMissing(value, "in " + rows.text() + " no two features vary together");
        }
        for (int c = 0; c < names.size() && pair.isPresent(); c++) {
            if (Double.isNaN(matrix[c][c])) {
                findings.note("'" + names.get(c) + "' does not vary in " + rows.text() + ", and has no correlation");
            }
        }
    }

    private static MetricValue keyed(MetricValue value, RowGroup rows) {
        return rows.name().isEmpty() ? value : value.with("class", rows.name());
    }

    private static String lower(Method method) {
        return method.name().toLowerCase(Locale.ROOT);
    }

    private static Figure figure(
            double[][] matrix,
            FeatureColumns columns,
            Method method,
            RowGroup rows,
            String suffix,
            Evaluation evaluation) {
        int n = columns.names().size();
        double[] edges = IntStream.rangeClosed(0, n).mapToDouble(i -> i).toArray();
        String kind = method == Method.PEARSON ? "Linear correlation (Pearson)" : "Correlation of ranks (Spearman)";
        return Figure.of(
                        "correlation-" + lower(method) + suffix,
                        (method == Method.PEARSON ? "Linear correlation" : "Rank correlation")
                                + (rows.name().isEmpty() ? "" : ", " + rows.name()),
                        String.format(
                                Locale.ROOT,
                                "%s of %d columns over %,d rows of %s on the %s part; a row is left out of the pairs of"
                                        + " which it misses a value.",
                                kind,
                                n,
                                rows.rows().length,
                                rows.text(),
                                evaluation.evaluated().label()),
                        Axis.of(""),
                        Axis.of(""),
                        List.of(new Mark.HeatMap("Correlation", edges, edges, matrix, n <= MOST_PRINTED, 1)))
                .withLabels(columns.names(), columns.names());
    }
}
