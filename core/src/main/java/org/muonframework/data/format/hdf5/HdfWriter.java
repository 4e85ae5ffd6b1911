package org.muonframework.data.format.hdf5;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.WritableGroup;
import io.jhdf.exceptions.HdfException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.muonframework.data.format.TableWriter;
import org.muonframework.files.AtomicFile;
import org.muonframework.files.TemporaryFile;
import org.muonframework.spi.data.Batch;
import org.muonframework.spi.data.Column;
import org.muonframework.spi.data.ColumnSpec;
import org.muonframework.spi.data.Schema;
import org.muonframework.spi.problem.DataException;

/**
 * Writes HDF5: a group for the table, a contiguous, uncompressed dataset for each column.
 *
 * <p>Truth values are what h5py makes of them, an enumeration of FALSE and TRUE; texts are in UTF-8, all as long as the
 * longest of the column. For a jagged column {@code x} the elements of all rows lie one after the other in the dataset
 * {@code x}, and {@code n_x} tells how many each row has; the attribute {@code counter} of {@code x} says so. Further
 * attributes are {@code units}, {@code description}, and {@code column}, the place of the column in the table.
 *
 * <p>In the file a dataset must be in one piece, so the rows are first collected in a second file beside the target,
 * which needs about the same room on the disk. Memory is needed for one batch only.
 */
public final class HdfWriter implements TableWriter {

    private final TemporaryFile file;
    private final String table;
    private final Schema schema;
    private final HdfSpill spill;
    private final Map<String, HdfSpill.Strand> values = new LinkedHashMap<>();
    private final Map<String, HdfSpill.Strand> counts = new LinkedHashMap<>();

    private HdfWriter(TemporaryFile file, Schema schema, String table) throws IOException {
        this.file = file;
        this.table = table;
        this.schema = schema;
        this.spill = HdfSpill.beside(file.path());
        for (ColumnSpec column : schema.columns()) {
            values.put(column.name(), spill.strand(HdfEncoding.of(column.type())));
            if (column.jagged()) {
                counts.put(column.name(), spill.strand(HdfEncoding.INT));
            }
        }
    }

    /**
     * Starts a file.
     *
     * @param table name of the group that becomes the table; {@code a/b} is a group within a group
     * @throws DataException if it cannot be written, or a name cannot be one in HDF5
     */
    public static TableWriter open(Path target, Schema schema, String table) {
        schema.names().forEach(name -> checkName(target, "column", name, name.contains("/")));
        groups(table).forEach(name -> checkName(target, "table", name, false));
        TemporaryFile file = TemporaryFile.beside(target);
        try {
            return new HdfWriter(file, schema, table);
        } catch (IOException e) {
            file.close();
            throw AtomicFile.unwritable(target, e);
        }
    }

    @Override
    public void write(Batch batch) {
        try {
            for (ColumnSpec spec : schema.columns()) {
                write(spec.name(), batch.column(spec.name()), batch);
            }
        } catch (IOException e) {
            throw AtomicFile.unwritable(file.target(), e);
        }
    }

    @Override
    public void commit() {
        try (WritableHdfFile hdf = HdfFile.write(file.path())) {
            WritableGroup group = hdf;
            for (String name : groups(table).toList()) {
                group = group.putGroup(name);
            }
            int place = 0;
            for (ColumnSpec spec : schema.columns()) {
                HdfDataset dataset = add(group, spec.name(), values.get(spec.name()));
                dataset.putAttribute(HdfLabels.PLACE, place++);
                label(dataset, HdfLabels.UNIT, spec.unit());
                label(dataset, HdfLabels.DESCRIPTION, spec.description());
                if (spec.jagged()) {
                    String counter = counter(spec.name());
                    label(dataset, HdfLabels.COUNTER, counter);
                    add(group, counter, counts.get(spec.name()));
                }
            }
        } catch (HdfException e) {
            throw AtomicFile.unwritable(file.target(), e.getCause() instanceof IOException cause ? cause : e);
        }
        file.commit();
    }

    @Override
    public void close() {
        try (file;
                spill) {
            values.clear();
        } catch (IOException e) {
            throw AtomicFile.unwritable(file.target(), e);
        }
    }

    private void write(String name, Column column, Batch batch) throws IOException {
        Column flat = column;
        int from = 0;
        int to = column.size();
        if (column instanceof Column.Jagged jagged) {
            int[] lengths = new int[column.size()];
            for (int row = 0; row < lengths.length; row++) {
                lengths[row] = jagged.offsets()[row + 1] - jagged.offsets()[row];
            }
            counts.get(name).append(new Column.Ints(lengths), 0, lengths.length);
            flat = jagged.values();
            from = jagged.offsets()[0];
            to = jagged.offsets()[lengths.length];
        }
        try {
            values.get(name).append(flat, from, to);
        } catch (IllegalArgumentException e) {
            throw new DataException(
                    file.target().toString(),
                    "column '" + name + "', rows from " + batch.firstRow() + " of " + batch.source() + ": "
                            + e.getMessage(),
                    e);
        }
    }

    private static HdfDataset add(WritableGroup group, String name, HdfSpill.Strand strand) {
        HdfDataset dataset = new HdfDataset(group, name, strand);
        group.putDataset(name, dataset);
        return dataset;
    }

    private static void label(HdfDataset dataset, String name, String text) {
        if (!text.isEmpty()) {
            dataset.putAttribute(name, text);
        }
    }

    private String counter(String column) {
        String name = "n_" + column;
        return schema.find(name).isPresent() ? counter(name) : name;
    }

    private static Stream<String> groups(String table) {
        return Stream.of(table.split("/")).filter(name -> !name.isEmpty());
    }

    private static void checkName(Path target, String what, String name, boolean bad) {
        if (bad || name.isBlank() || name.equals(".") || name.equals("..") || name.indexOf('\0') >= 0) {
            throw new DataException(
                    target.toString(),
                    what + " '" + name + "' cannot be written: in HDF5, a name holds no '/' and is not '.'");
        }
    }
}
