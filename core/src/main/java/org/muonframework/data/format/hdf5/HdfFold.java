package org.muonframework.data.format.hdf5;

import io.jhdf.api.Group;
import io.jhdf.dataset.DatasetBase;
import io.jhdf.object.datatype.DataType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.muonframework.spi.problem.DataException;

/**
 * A group {@code fold_0}, {@code fold_1}, … and what is in it.
 *
 * @param number its number
 * @param rows how many events it has
 * @param parts its datasets by name
 */
record HdfFold(int number, long rows, Map<String, Part> parts) {

    static final String INPUTS = "inputs";
    static final String MATRIX = "matrix_inputs";

    /** A dataset: the lengths of its dimensions, and the type of its values. */
    record Part(long[] dimensions, DataType type) {

        /** Length of all dimensions but the first together. */
        int width() {
            return Math.toIntExact(Arrays.stream(dimensions).skip(1).reduce(1, Math::multiplyExact));
        }

        private String words(boolean sparse) {
            StringBuilder words = new StringBuilder(sparse ? dimensions[0] + " × hits" : "events");
            for (int i = 1; i < dimensions.length && !sparse; i++) {
                words.append(" × ").append(dimensions[i]);
            }
            return words + " (" + HdfTypes.describe(type) + ")";
        }
    }

    /** Looks at a group; scalars are left out. */
    static HdfFold of(int number, Group group) {
        Map<String, Part> parts = new LinkedHashMap<>();
        new TreeMap<>(group.getChildren()).forEach((name, node) -> {
            if (!node.isLink() && node instanceof DatasetBase dataset && dataset.getDimensionsAsLong().length > 0) {
                parts.put(name, new Part(dataset.getDimensionsAsLong(), dataset.getDataType()));
            }
        });
        return new HdfFold(number, parts.get(INPUTS).dimensions()[0], parts);
    }

    String name() {
        return "fold_" + number;
    }

    String path(String part) {
        return "/" + name() + "/" + part;
    }

    /**
     * Checks that each dataset has a row for each event, or what is kept of a sparse matrix.
     *
     * @throws DataException if one has not
     */
    void checkLengths(String file, HdfFoldMeta meta) {
        parts.forEach((name, part) -> {
            long[] dimensions = part.dimensions();
            if (isSparse(name, meta)) {
                int lines = 2 + meta.shape().size();
                if (meta.shape().isEmpty() || dimensions.length != 2 || dimensions[0] != lines) {
                    throw new DataException(
                            file,
                            name() + ": '" + name + "' is " + Arrays.toString(dimensions)
                                    + " where the hits of matrices of shape " + meta.shapeText() + " need [" + lines
                                    + ", hits]: a value, the number of the event and one coordinate a dimension");
                }
            } else if (dimensions[0] != rows) {
                throw new DataException(
                        file,
                        name() + ": '" + INPUTS + "' has " + rows + " rows, but '" + name + "' has " + dimensions[0]);
            }
        });
    }

    /**
     * Checks that this fold has the same datasets as another, of the same types, with rows of the same shape.
     *
     * @throws DataException if they differ, with all that does
     */
    void checkLike(HdfFold first, String file, HdfFoldMeta meta) {
        List<String> differences = new ArrayList<>();
        Set<String> names = new TreeSet<>(parts.keySet());
        names.addAll(first.parts.keySet());
        for (String name : names) {
            if (!parts.containsKey(name) || !first.parts.containsKey(name)) {
                differences.add("'" + name + "' is only in " + (parts.containsKey(name) ? this : first).name());
                continue;
            }
            String here = parts.get(name).words(isSparse(name, meta));
            String there = first.parts.get(name).words(isSparse(name, meta));
            if (!here.equals(there)) {
                differences.add(
                        "'" + name + "' is " + there + " in " + first.name() + " and " + here + " in " + name());
            }
        }
        if (!differences.isEmpty()) {
            throw new DataException(
                    file,
                    first.name() + " and " + name() + " differ in layout: " + String.join("; ", differences)
                            + ". Only folds of one layout are one table");
        }
    }

    private static boolean isSparse(String name, HdfFoldMeta meta) {
        return name.equals(MATRIX) && meta.sparse();
    }
}
