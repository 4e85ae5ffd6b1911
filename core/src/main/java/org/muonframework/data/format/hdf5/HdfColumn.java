package org.muonframework.data.format.hdf5;

import java.util.Optional;
import org.muonframework.spi.data.ColumnRole;
import org.muonframework.spi.data.ColumnSpec;

/**
 * A column and where it comes from.
 *
 * @param spec the column
 * @param dataset path of the dataset that holds its values
 * @param values how they come from the rows of the dataset
 * @param counter path of the dataset that tells how many rows of the dataset are one row of the table; one when empty
 * @param place where among the columns its writer had it; unknown ones go last
 */
record HdfColumn(ColumnSpec spec, String dataset, HdfValues values, Optional<String> counter, int place) {

    static final int UNKNOWN_PLACE = Integer.MAX_VALUE;

    /** A column of a dataset that has a row for each row of the table. */
    static HdfColumn of(String name, String dataset, HdfValues values, HdfLabels labels) {
        ColumnSpec spec = new ColumnSpec(
                name, values.type(), values.jagged(), labels.unit(), labels.description(), ColumnRole.FEATURE);
        return new HdfColumn(spec, dataset, values, Optional.empty(), labels.place());
    }

    /** The same, in lists whose lengths another dataset tells. */
    HdfColumn countedBy(String path) {
        ColumnSpec jagged =
                new ColumnSpec(spec.name(), spec.type(), true, spec.unit(), spec.description(), spec.role());
        return new HdfColumn(jagged, dataset, values, Optional.of(path), place);
    }

    /** The same under a longer name. */
    HdfColumn prefixed(String prefix) {
        ColumnSpec longer = new ColumnSpec(
                prefix + spec.name(), spec.type(), spec.jagged(), spec.unit(), spec.description(), spec.role());
        return new HdfColumn(longer, dataset, values, counter, place);
    }
}
