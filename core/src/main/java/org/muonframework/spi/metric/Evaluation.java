package org.muonframework.spi.metric;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.muonframework.spi.data.ColumnSpec;
import org.muonframework.spi.model.Task;
import org.muonframework.spi.train.History;

/**
 * One trained model with its predictions on every part: what a metric looks at.
 *
 * @param model name of the model in the analysis
 * @param task features, classes and targets
 * @param history the course of the training
 * @param samples the parts that have rows, training first
 * @param evaluated the part that results are quoted for: the test part, or the validation part where nothing was split
 *     off for a test
 * @param columns descriptions of features, targets and of the columns that metrics asked for, by name
 * @param reprediction the model itself, for metrics that ask what it says of other features; empty where it is not at
 *     hand
 * @param nominal where the samples are a variation of the simulation, the same model on the nominal one, without
 *     features: thresholds are those of the nominal sample; empty where the samples are the nominal ones
 */
public record Evaluation(
        String model,
        Task task,
        History history,
        List<Sample> samples,
        Part evaluated,
        Map<String, ColumnSpec> columns,
        Optional<Reprediction> reprediction,
        Optional<Evaluation> nominal) {

    public Evaluation {
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(task, "task");
        Objects.requireNonNull(history, "history");
        samples = List.copyOf(samples);
        columns = Map.copyOf(columns);
        Objects.requireNonNull(reprediction, "reprediction");
        Objects.requireNonNull(nominal, "nominal");
    }

    /** An evaluation of nominal samples. */
    public Evaluation(
            String model,
            Task task,
            History history,
            List<Sample> samples,
            Part evaluated,
            Map<String, ColumnSpec> columns,
            Optional<Reprediction> reprediction) {
        this(model, task, history, samples, evaluated, columns, reprediction, Optional.empty());
    }

    /** An evaluation of predictions alone, without the model that made them. */
    public Evaluation(
            String model,
            Task task,
            History history,
            List<Sample> samples,
            Part evaluated,
            Map<String, ColumnSpec> columns) {
        this(model, task, history, samples, evaluated, columns, Optional.empty());
    }

    /**
     * The same model on another simulation, whose rows are of the evaluated part; this evaluation is its nominal one.
     *
     * @param sample the rows of the variation
     */
    public Evaluation varied(Sample sample, Optional<Reprediction> of) {
        return new Evaluation(model, task, history, List.of(sample), evaluated, columns, of, Optional.of(this));
    }

    /** The evaluation on which thresholds and bins are found: the nominal one, which may be this one. */
    public Evaluation reference() {
        return nominal.orElse(this);
    }

    /** The rows of a part, if it has any. */
    public Optional<Sample> sample(Part part) {
        return samples.stream().filter(sample -> sample.part() == part).findFirst();
    }

    /** The rows that results are quoted for. */
    public Sample evaluatedSample() {
        return sample(evaluated).orElseThrow();
    }

    /** The physical unit of a column; empty for a pure number, or where nothing is known of it. */
    public String unit(String column) {
        return Optional.ofNullable(columns.get(column)).map(ColumnSpec::unit).orElse("");
    }

    /** Title of a column with its unit; the bare name where nothing is known of it. */
    public String title(String column) {
        return Optional.ofNullable(columns.get(column)).map(ColumnSpec::title).orElse(column);
    }
}
