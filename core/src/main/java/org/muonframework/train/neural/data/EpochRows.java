package org.muonframework.train.neural.data;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.muonframework.spi.RandomStreams;
import org.muonframework.spi.model.Architecture;
import org.muonframework.spi.model.Symmetry;
import org.muonframework.spi.train.SparseImages;

/**
 * The rows of a training, to which each symmetry is done or not anew in every epoch, with a probability of one half. That
 * depends on the seed, the epoch and the number of the row alone: not on threads, nor on what trains.
 *
 * <p>Features change their sign before they are scaled. What a symmetry changes is copied once, the rest is shared with the
 * rows of the analysis; tables and images that were handed out change with the epoch.
 */
public final class EpochRows {

    private final OrderedRows rows;
    private final List<Mirror> mirrors;
    private final RandomStreams random;
    private final List<Table> tables = new ArrayList<>();

    /**
     * What one symmetry does.
     *
     * @param odd columns whose sign it changes
     * @param axes axes along which it turns images round, by the number of their input
     * @param done the rows to which it is done now
     */
    private record Mirror(List<OddColumn> odd, Map<Integer, Integer> axes, BitSet done) {}

    /** A column of an input. */
    private record OddColumn(int input, int column) {}

    /** A table that was handed out, and the column in it where those of an input begin. */
    private record Table(RowTable rows, int input, int first) {}

    private EpochRows(OrderedRows rows, List<Mirror> mirrors, RandomStreams random) {
        this.rows = rows;
        this.mirrors = mirrors;
        this.random = random;
    }

    /**
     * Gets ready; before the first epoch begins the rows are as they are in the analysis.
     *
     * @param architecture names the columns and images of the rows
     * @param symmetries those that are done; none for rows that never change
     * @param random of the training
     */
    public static EpochRows of(
            OrderedRows rows, Architecture architecture, List<Symmetry> symmetries, RandomStreams random) {
        List<Mirror> mirrors = symmetries.stream()
                .map(symmetry -> mirror(symmetry, architecture.inputs()))
                .toList();
        List<float[][]> inputs = new ArrayList<>();
        rows.inputs().forEach(columns -> inputs.add(columns.clone()));
        mirrors.stream().flatMap(mirror -> mirror.odd().stream()).distinct().forEach(odd -> {
            float[][] columns = inputs.get(odd.input());
            columns[odd.column()] = columns[odd.column()].clone();
        });
        Map<Integer, SparseImages> images = new HashMap<>(rows.images());
        mirrors.stream()
                .flatMap(mirror -> mirror.axes().keySet().stream())
                .distinct()
                .forEach(input -> images.put(input, images.get(input).copied()));
        OrderedRows own = new OrderedRows(
                inputs,
                rows.inputScales(),
                rows.truths(),
                rows.truthScales(),
                rows.weights(),
                rows.columns(),
                Map.copyOf(images));
        return new EpochRows(own, mirrors, random);
    }

    private static Mirror mirror(Symmetry symmetry, List<Architecture.Input> inputs) {
        List<OddColumn> odd = new ArrayList<>();
        Map<Integer, Integer> axes = new HashMap<>();
        for (int number = 0; number < inputs.size(); number++) {
            Architecture.Input input = inputs.get(number);
            for (int column = 0; column < input.columns().size(); column++) {
                if (symmetry.odd().contains(input.columns().get(column))) {
                    odd.add(new OddColumn(number, column));
                }
            }
            if (input.takesImage() && symmetry.mirrored().containsKey(input.name())) {
                axes.put(number, symmetry.mirrored().get(input.name()));
            }
        }
        return new Mirror(odd, axes, new BitSet());
    }

    /** Number of rows. */
    public int size() {
        return rows.size();
    }

    /** The images of the inputs that take some, by the number of the input. */
    public Map<Integer, SparseImages> images() {
        return rows.images();
    }

    /** See {@link OrderedRows#records}. */
    public RowTable records(int step) {
        RowTable records = rows.records(step);
        int first = 0;
        for (int input = 0; input < rows.inputs().size(); input++) {
            tables.add(new Table(records, input, first));
            first += rows.inputs().get(input).length;
        }
        return records;
    }

    /** See {@link PreparedRows#of}. */
    public PreparedRows prepared() {
        PreparedRows prepared = PreparedRows.of(rows);
        for (int input = 0; input < rows.inputs().size(); input++) {
            tables.add(new Table(prepared.inputs().get(input), input, 0));
        }
        return prepared;
    }

    /**
     * Gets the rows of an epoch ready.
     *
     * @param epoch its number, from 0
     */
    public void begin(int epoch) {
        for (int number = 0; number < mirrors.size(); number++) {
            Mirror mirror = mirrors.get(number);
            long keys = random.derive("symmetry/" + number, epoch);
            for (int row = 0; row < rows.size(); row++) {
                boolean wanted = DropoutMask.hash(row, (int) keys, (int) (keys >>> Integer.SIZE)) < 0;
                if (wanted != mirror.done().get(row)) {
                    turn(mirror, row);
                    mirror.done().flip(row);
                }
            }
        }
        mirrors.stream().flatMap(mirror -> mirror.odd().stream()).distinct().forEach(odd -> tables.stream()
                .filter(table -> table.input() == odd.input())
                .forEach(table -> replace(table, odd)));
    }

    private void turn(Mirror mirror, int row) {
        for (OddColumn odd : mirror.odd()) {
            float[] column = rows.inputs().get(odd.input())[odd.column()];
            column[row] = -column[row];
        }
        mirror.axes().forEach((input, axis) -> {
            SparseImages image = rows.images().get(input);
            int size = image.shape().size(axis);
            int stride = 1;
            for (int faster = axis + 1; faster < image.shape().rank(); faster++) {
                stride *= image.shape().size(faster);
            }
            for (int hit = image.starts()[row]; hit < image.ends()[row]; hit++) {
                int place = image.cells()[hit] / stride % size;
                image.cells()[hit] += (size - 1 - 2 * place) * stride;
            }
        });
    }

    private void replace(Table table, OddColumn odd) {
        List<ColumnScale> scales = rows.inputScales().get(odd.input());
        table.rows()
                .replace(
                        table.first() + odd.column(),
                        rows.inputs().get(odd.input())[odd.column()],
                        scales.isEmpty() ? ColumnScale.IDENTITY : scales.get(odd.column()));
    }
}
