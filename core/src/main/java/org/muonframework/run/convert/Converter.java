package org.muonframework.run.convert;

import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muonframework.data.format.files.FilesDatasetProvider;
import org.muonframework.data.format.files.FilesSettings;
import org.muonframework.run.Cancellation;
import org.muonframework.run.OutputPath;
import org.muonframework.run.RunListener;
import org.muonframework.run.assemble.RunContext;
import org.muonframework.spi.RandomStreams;
import org.muonframework.spi.data.Dataset;
import org.muonframework.spi.problem.ConfigurationException;
import org.muonframework.spi.problem.DataException;
import org.slf4j.LoggerFactory;

/** Turns files of any readable format, one after the other, into one file of any writable format. */
public final class Converter {

    private final FilesDatasetProvider files;

    /** With what reads files. */
    @Inject
    public Converter(FilesDatasetProvider files) {
        this.files = files;
    }

    /**
     * Writes the chosen rows and columns of the inputs, in their order; units are kept where the format has a place for
     * them. No input is ever changed.
     *
     * @param inputs files or patterns
     * @param output the file to write; its ending tells the format
     * @return how many rows and columns it has
     * @throws ConfigurationException if the output is one of the inputs, a column is unknown or has no place in the
     *     format, or the selection cannot be understood
     * @throws DataException if an input cannot be read, or the output not be written
     */
    public TableSize convert(
            List<String> inputs, Path output, ConvertOptions options, RunListener listener, Cancellation cancellation) {
        listener.stage("converting to " + output);
        Dataset dataset = dataset(inputs, options);
        OutputPath.refuseInputs(output, dataset.files());
        return new TableCopy(
                        dataset,
                        ColumnChoice.of(dataset.schema(), options.columns()),
                        options.selection().map(text -> SelectionOption.parse(text, dataset.schema())))
                .to(output, options.outputTable(), listener, cancellation);
    }

    private Dataset dataset(List<String> inputs, ConvertOptions options) {
        FilesSettings settings = new FilesSettings(
                inputs,
                Map.of(),
                options.table(),
                Optional.empty(),
                Map.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty());
        return files.create(
                settings,
                new RunContext(
                        new RandomStreams(0),
                        options.threads(),
                        Path.of(""),
                        LoggerFactory.getLogger("service." + files.name())));
    }
}
