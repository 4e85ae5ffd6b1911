package org.muonframework.data.format.hdf5;

import io.jhdf.api.Group;
import io.jhdf.dataset.DatasetBase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.muonframework.spi.data.ColumnRole;
import org.muonframework.spi.data.ColumnSpec;
import org.muonframework.spi.data.ColumnType;
import org.muonframework.spi.problem.DataException;

/**
 * A file in the layout of LUMIN (G. Strong, github.com/GilesStrong/lumin): its rows are divided into groups {@code
 * fold_0}, {@code fold_1}, …, each with {@code inputs}, and mostly {@code targets}, {@code weights} and {@code
 * matrix_inputs}.
 *
 * @param folds the folds in the order of their numbers; at least one, all of one layout
 * @param columns the columns
 * @param meta what the file says about them
 * @param leftOut what is no column, with the reason
 */
record HdfFolds(List<HdfFold> folds, List<HdfFoldColumn> columns, HdfFoldMeta meta, List<String> leftOut) {

    private static final Pattern NAME = Pattern.compile("fold_(\\d{1,9})");
    private static final String TARGETS = "targets";
    private static final String WEIGHTS = "weights";

    HdfFolds {
        folds = List.copyOf(folds);
        columns = List.copyOf(columns);
        leftOut = List.copyOf(leftOut);
    }

    /**
     * Finds the folds of a file, if it has any.
     *
     * @throws DataException if they differ in layout, or the lengths of their datasets do not fit
     */
    static Optional<HdfFolds> find(HdfSource source) {
        Map<Integer, Group> groups = new TreeMap<>();
        source.hdf().getChildren().forEach((name, node) -> {
            Matcher matcher = NAME.matcher(name);
            if (matcher.matches() && !node.isLink() && node instanceof Group group) {
                groups.put(Integer.parseInt(matcher.group(1)), group);
            }
        });
        if (groups.values().stream().noneMatch(HdfFolds::hasInputs)) {
            return Optional.empty();
        }
        List<HdfFold> folds = new ArrayList<>();
        groups.forEach((number, group) -> {
            if (!hasInputs(group)) {
                throw new DataException(
                        source.file().name(),
                        "group 'fold_" + number + "' has no '" + HdfFold.INPUTS
                                + "' of two dimensions, as others have");
            }
            folds.add(HdfFold.of(number, group));
        });
        return Optional.of(of(source, folds));
    }

    long rows() {
        return folds.stream().mapToLong(HdfFold::rows).sum();
    }

    private static boolean hasInputs(Group fold) {
        return fold.getChild(HdfFold.INPUTS) instanceof DatasetBase inputs && inputs.getDimensionsAsLong().length == 2;
    }

    private static HdfFolds of(HdfSource source, List<HdfFold> folds) {
        String file = source.file().name();
        HdfFoldMeta meta = HdfFoldMeta.of(source);
        HdfFold first = folds.get(0);
        for (HdfFold fold : folds) {
            fold.checkLike(first, file, meta);
        }
        if (meta.sparseTargets()) {
            throw new DataException(file, "the targets are sparse matrices, which cannot be read");
        }
        folds.forEach(fold -> fold.checkLengths(file, meta));
        int inputs = first.parts().get(HdfFold.INPUTS).width();
        if (meta.present() && meta.features().size() != inputs) {
            throw new DataException(
                    file,
                    "'inputs' of " + first.name() + " has " + inputs + " columns, but 'meta_data' names "
                            + meta.features().size() + " features");
        }
        Collector columns = new Collector(first, meta);
        return new HdfFolds(folds, columns.collect(), meta, columns.leftOut);
    }

    /** Puts the columns together; of two with one name the first stays. */
    private static final class Collector {

        private final HdfFold fold;
        private final HdfFoldMeta meta;
        private final Map<String, HdfFoldColumn> columns = new LinkedHashMap<>();
        private final List<String> leftOut = new ArrayList<>();

        Collector(HdfFold fold, HdfFoldMeta meta) {
            this.fold = fold;
            this.meta = meta;
        }

        List<HdfFoldColumn> collect() {
            add(new HdfFoldColumn.Number(
                    ColumnSpec.of("fold", ColumnType.INT, "", "number of the fold", ColumnRole.SPECTATOR)));
            int inputs = fold.parts().get(HdfFold.INPUTS).width();
            addEach(HdfFold.INPUTS, HdfFoldMeta.named(meta.features(), "input", inputs), ColumnRole.FEATURE);
            if (fold.parts().containsKey(TARGETS)) {
                int targets = fold.parts().get(TARGETS).width();
                addEach(TARGETS, HdfFoldMeta.named(meta.targets(), "target", targets), ColumnRole.TRUTH);
            }
            if (fold.parts().containsKey(WEIGHTS)) {
                addEach(WEIGHTS, List.of("weight"), ColumnRole.WEIGHT);
            }
            if (meta.sparse() && fold.parts().containsKey(HdfFold.MATRIX)) {
                addHits();
            }
            for (String name : fold.parts().keySet()) {
                boolean known = List.of(HdfFold.INPUTS, TARGETS, WEIGHTS).contains(name);
                if (!known && !(name.equals(HdfFold.MATRIX) && meta.sparse())) {
                    addRows(name);
                }
            }
            return List.copyOf(columns.values());
        }

        /** A column for each number in a row of a dataset. */
        private void addEach(String name, List<String> names, ColumnRole role) {
            HdfFold.Part part = fold.parts().get(name);
            Optional<HdfValues> values = HdfTypes.values(part.type()).filter(found -> !found.jagged());
            if (values.isEmpty() || part.width() != names.size()) {
                leaveOut(name, part);
                return;
            }
            for (int i = 0; i < names.size(); i++) {
                HdfValues value = values.get().after(i * part.type().getSize());
                ColumnSpec spec = ColumnSpec.of(names.get(i), value.type(), "", "", role);
                add(new HdfFoldColumn.Stored(spec, name, value));
            }
        }

        /** One column for a dataset: flat if it has one dimension, else of lists. */
        private void addRows(String name) {
            HdfFold.Part part = fold.parts().get(name);
            Optional<HdfValues> values = part.dimensions().length == 1
                    ? HdfTypes.values(part.type())
                    : part.width() == 0 ? Optional.empty() : HdfTypes.lists(part.type(), part.width());
            values.ifPresentOrElse(
                    found -> add(new HdfFoldColumn.Stored(
                            new ColumnSpec(name, found.type(), found.jagged(), "", "", ColumnRole.FEATURE),
                            name,
                            found)),
                    () -> leaveOut(name, part));
        }

        private void addHits() {
            HdfFold.Part part = fold.parts().get(HdfFold.MATRIX);
            Optional<ColumnType> type = HdfTypes.values(part.type())
                    .filter(found -> !found.jagged())
                    .map(HdfValues::type)
                    .filter(found -> found == ColumnType.FLOAT || found == ColumnType.DOUBLE);
            if (type.isEmpty()) {
                leaveOut(HdfFold.MATRIX, part);
                return;
            }
            String cell = "cell of the matrix " + meta.shapeText() + ", in the order of rows";
            add(new HdfFoldColumn.Cells(new ColumnSpec("cell", ColumnType.INT, true, "", cell, ColumnRole.FEATURE)));
            add(new HdfFoldColumn.Hits(
                    new ColumnSpec("value", type.get(), true, "", "what the cell holds", ColumnRole.FEATURE)));
        }

        private void add(HdfFoldColumn column) {
            String name = column.spec().name();
            if (columns.putIfAbsent(name, column) != null) {
                leftOut.add("a second column '" + name + "'");
            }
        }

        private void leaveOut(String name, HdfFold.Part part) {
            leftOut.add(name + " (" + HdfTypes.describe(part.type()) + ")");
        }
    }
}
