package org.muonframework.data.format.files;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muonframework.data.format.InputFile;
import org.muonframework.data.format.ReadOptions;
import org.muonframework.data.format.TableFile;
import org.muonframework.data.format.duckdb.DuckDatabase;
import org.muonframework.spi.Context;
import org.muonframework.spi.DatasetProvider;
import org.muonframework.spi.data.Dataset;
import org.muonframework.spi.data.Schema;
import org.muonframework.spi.problem.ConfigurationException;
import org.muonframework.spi.problem.DataException;
import org.muonframework.spi.problem.Problem;

/** The dataset {@code files}: CSV and Parquet, one sample or several. */
public final class FilesDatasetProvider implements DatasetProvider<FilesSettings> {

    private static final Comparator<Sample> ORDER = Comparator.<Sample, Integer>comparing(
                    sample -> sample.settings().label().orElse(Integer.MAX_VALUE))
            .thenComparing(Sample::name);

    @Override
    public String name() {
        return "files";
    }

    @Override
    public String description() {
        return "Events in ROOT, HDF5, Parquet, CSV or NumPy files, as one sample or as several with classes.";
    }

    @Override
    public Class<FilesSettings> settings() {
        return FilesSettings.class;
    }

    /** Opens all files as far as their schemas; reports all that are missing or damaged together. */
    @Override
    public Dataset create(FilesSettings settings, Context context) {
        ReadOptions options =
                new ReadOptions(settings.tree(), settings.delimiterCharacter(), context.threads(), context.log());
        List<SampleFile> files = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (Sample sample : samples(settings)) {
            ReadOptions ofSample = sample.settings().tree().map(options::of).orElse(options);
            try {
                for (InputFile file : FilePatterns.find(sample.settings().files(), context.directory())) {
                    open(file, ofSample, problems).ifPresent(table -> files.add(new SampleFile(sample, table)));
                }
            } catch (DataException e) {
                problems.addAll(e.problems());
            }
        }
        if (!problems.isEmpty()) {
            throw new DataException(problems);
        }
        CommonColumns common = new CommonColumns(files);
        Schema schema = new FilesSchema(settings, files, common).merge();
        common.tell(context.log());
        FilesDataset events = new FilesDataset(files, schema);
        return settings.explode()
                .<Dataset>map(explode -> new ExplodedDataset(events, Explosion.of(explode, schema)))
                .orElse(events);
    }

    private static Optional<TableFile> open(InputFile file, ReadOptions options, List<Problem> problems) {
        try {
            return Optional.of(Formats.open(file, options));
        } catch (DataException e) {
            options.log().debug("{} cannot be opened", file.name(), e);
            problems.addAll(e.problems());
            return Optional.empty();
        }
    }

    private static List<Sample> samples(FilesSettings settings) {
        if (settings.samples().isEmpty()) {
            return List.of(new Sample(
                    "",
                    new SampleSettings(
                            settings.files(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Map.of())));
        }
        return settings.samples().entrySet().stream()
                .map(entry -> new Sample(entry.getKey(), entry.getValue()))
                .sorted(ORDER)
                .toList();
    }

    /** Loads the native library of DuckDB. */
    @Override
    public Optional<String> selfTest() {
        try {
            return Optional.of("DuckDB " + DuckDatabase.version() + " starts");
        } catch (SQLException | LinkageError e) {
            throw new ConfigurationException("DuckDB does not start (" + e.getMessage()
                    + "); it comes for Linux, macOS and" + " Windows on x86_64 and aarch64");
        }
    }
}
