package org.muonframework.data.format.hdf5;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.muonframework.data.format.FileStart;
import org.muonframework.data.format.InputFile;
import org.muonframework.data.format.ReadOptions;
import org.muonframework.data.format.TableFile;
import org.muonframework.data.format.TableFormat;
import org.muonframework.spi.problem.DataException;
import org.muonframework.spi.problem.Suggestions;

/**
 * HDF5. A file may hold several tables; the description of the package says what is one.
 *
 * <p>Without a name the largest table is read, and the log names the others; of a file of folds all of them are read.
 */
public final class HdfFormat implements TableFormat {

    @Override
    public String name() {
        return "HDF5";
    }

    @Override
    public List<String> endings() {
        return List.of(".h5", ".hdf5", ".hdf");
    }

    @Override
    public boolean recognises(FileStart start) {
        return start.is("\u0089HDF\r\n\u001a\n");
    }

    @Override
    public boolean namesTables() {
        return true;
    }

    @Override
    public TableFile open(InputFile file, ReadOptions options) {
        List<HdfLayout> tables;
        try (HdfSource source = HdfSource.open(file)) {
            if (options.table().isEmpty() || options.table().get().equals("/")) {
                Optional<HdfFolds> folds = source.guard(() -> HdfFolds.find(source));
                if (folds.isPresent()) {
                    return open(file, folds.get(), options);
                }
            }
            tables = source.guard(() -> HdfCatalog.of(source));
        }
        HdfLayout table = options.table().isPresent()
                ? named(options.table().get(), tables, file)
                : largest(tables, file, options);
        if (!table.leftOut().isEmpty()) {
            options.log()
                    .info(
                            "{}: table '{}': left out: {}",
                            file.name(),
                            table.name(),
                            String.join(", ", table.leftOut()));
        }
        return new HdfTable(file, table);
    }

    private static TableFile open(InputFile file, HdfFolds folds, ReadOptions options) {
        options.log()
                .info(
                        "{}: its {} folds are read as one table",
                        file.name(),
                        folds.folds().size());
        if (!folds.leftOut().isEmpty()) {
            options.log().info("{}: left out of each fold: {}", file.name(), String.join(", ", folds.leftOut()));
        }
        return new HdfFoldTable(file, folds);
    }

    private static HdfLayout named(String name, List<HdfLayout> tables, InputFile file) {
        String path = name.startsWith("/") ? name : "/" + name;
        return tables.stream()
                .filter(table -> table.name().equals(path))
                .findFirst()
                .orElseThrow(() -> new DataException(
                        file.name(),
                        "there is no table '" + name + "'."
                                + Suggestions.didYouMean(
                                        path,
                                        tables.stream().map(HdfLayout::name).toList())));
    }

    private static HdfLayout largest(List<HdfLayout> tables, InputFile file, ReadOptions options) {
        Optional<HdfLayout> largest = tables.stream().max(Comparator.comparingDouble(HdfLayout::size));
        HdfLayout table = largest.orElseThrow(() -> new DataException(
                file.name(), "holds no table: no dataset in it has a length and a type that can be read"));
        if (tables.size() > 1) {
            options.log()
                    .info(
                            "{}: the largest table, '{}', is read; others: {}",
                            file.name(),
                            table.name(),
                            tables.stream()
                                    .filter(other -> !other.equals(table))
                                    .map(HdfLayout::name)
                                    .sorted()
                                    .collect(Collectors.joining(", ")));
        }
        return table;
    }
}
