package org.muonframework.data.lint;

import com.typesafe.config.ConfigFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.muonframework.config.Problems;
import org.muonframework.config.SettingsBinder;
import org.muonframework.data.MemoryLimit;
import org.muonframework.data.MissingPolicy;
import org.muonframework.data.NegativeWeights;
import org.muonframework.data.Preparation;
import org.muonframework.data.PreparationPlan;
import org.muonframework.data.SplitPlan;
import org.muonframework.data.WeightNormalisation;
import org.muonframework.data.format.files.FilesDatasetProvider;
import org.muonframework.data.format.files.FilesSettings;
import org.muonframework.spi.Context;
import org.muonframework.spi.RandomStreams;
import org.muonframework.spi.data.ColumnSpec;
import org.muonframework.spi.data.ColumnType;
import org.muonframework.spi.data.Dataset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lints a dataset; a test changes what it is about. */
final class Linted {

    private final Dataset dataset;
    private List<String> features = List.of("x");
    private List<String> targets = List.of();
    private Optional<String> label = Optional.empty();
    private Optional<String> weight = Optional.empty();
    private Optional<String> selection = Optional.empty();
    private List<String> columns = List.of();
    private List<String> splitBy = List.of();
    private OptionalDouble missing = OptionalDouble.empty();

    private Linted(Dataset dataset) {
        this.dataset = dataset;
    }

    static Linted of(Dataset dataset) {
        return new Linted(dataset);
    }

    /** A file; all its numeric columns but the keys and the target are features. */
    static Linted of(Path file, String target, String... keys) {
        var section = ConfigFactory.parseMap(Map.of("files", List.of(file.toString()), "keys", List.of(keys)));
        FilesSettings settings = new SettingsBinder()
                .bind(section.root(), "dataset", FilesSettings.class, Set.of(), new Problems())
                .orElseThrow();
        Dataset dataset = new FilesDatasetProvider().create(settings, new Here());
        List<String> features = new ArrayList<>(dataset.schema().columns().stream()
                .filter(column -> column.type() != ColumnType.TEXT && !column.jagged())
                .map(ColumnSpec::name)
                .toList());
        features.removeAll(List.of(keys));
        features.remove(target);
        return of(dataset).features(features.toArray(String[]::new)).targets(target);
    }

    Linted features(String... names) {
        features = List.of(names);
        return this;
    }

    Linted targets(String... names) {
        targets = List.of(names);
        return this;
    }

    Linted label(String expression) {
        label = Optional.of(expression);
        return this;
    }

    Linted weight(String expression) {
        weight = Optional.of(expression);
        return this;
    }

    Linted selection(String expression) {
        selection = Optional.of(expression);
        return this;
    }

    /** Further columns that are read. */
    Linted reading(String... names) {
        columns = List.of(names);
        return this;
    }

    Linted splitBy(String... names) {
        splitBy = List.of(names);
        return this;
    }

    Linted missing(double value) {
        missing = OptionalDouble.of(value);
        return this;
    }

    /** All findings of a reading. */
    List<Finding> findings() {
        PreparationPlan plan = new PreparationPlan(
                Map.of(),
                selection,
                features,
                label.isPresent() ? List.of("background", "signal") : List.of(),
                label,
                targets,
                weight,
                columns,
                new MissingPolicy(missing, MissingPolicy.Policy.MEDIAN, 0),
                Optional.empty(),
                NegativeWeights.KEEP,
                WeightNormalisation.NONE,
                new SplitPlan(splitBy, 0.5, 0.25),
                Optional.empty(),
                true);
        Preparation preparation = Preparation.of(dataset, plan);
        DataLint lint = DataLint.thorough(preparation, dataset.schema(), 1);
        preparation.prepare(1, MemoryLimit.NONE, lint, rows -> {});
        return lint.findings();
    }

    /** Findings of one kind. */
    List<Finding> findings(String check) {
        return findings().stream()
                .filter(finding -> finding.check().equals(check))
                .toList();
    }

    private record Here() implements Context {
        @Override
        public RandomStreams random() {
            return new RandomStreams(1);
        }

        @Override
        public int threads() {
            return 1;
        }

        @Override
        public Path directory() {
            return Path.of("");
        }

        @Override
        public Logger log() {
            return LoggerFactory.getLogger(Here.class);
        }
    }
}
