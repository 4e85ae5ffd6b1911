package org.muonframework.calorimeter.hits;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.muonframework.calorimeter.grid.CellGrid;
import org.muonframework.spi.data.Batch;
import org.muonframework.spi.data.Column;
import org.muonframework.spi.data.ColumnRole;
import org.muonframework.spi.data.ColumnSpec;
import org.muonframework.spi.data.ColumnType;
import org.muonframework.spi.data.Transform;
import org.muonframework.spi.problem.DataException;

/**
 * Sums the energies of each cell and keeps the cells above the threshold, in the order of their numbers: cell {@code
 * (iz·32 + ix)·32 + iy} of 50 × 32 × 32.
 */
final class HitFinder implements Transform {

    static final String CELL = "hitCell";
    static final String ENERGY = "hitEnergy";

    private static final double MM_PER_CM = 10;

    private final CalorimeterHits.Settings settings;
    private final Axis x;
    private final Axis y;
    private final Axis z;

    HitFinder(CalorimeterHits.Settings settings) {
        this.settings = settings;
        x = new Axis("x", settings.xStart(), MM_PER_CM * CellGrid.WIDTH, CellGrid.SIDE);
        y = new Axis("y", settings.yStart(), MM_PER_CM * CellGrid.WIDTH, CellGrid.SIDE);
        z = new Axis("z", settings.zStart(), MM_PER_CM * CellGrid.DEPTH, CellGrid.LAYERS);
    }

    @Override
    public List<Input> inputs() {
        Input energy = Input.numbers(settings.energy()).in(settings.unit().symbol());
        return settings.positions()
                ? List.of(
                        energy,
                        Input.numbers(settings.x()).in("mm"),
                        Input.numbers(settings.y()).in("mm"),
                        Input.numbers(settings.z()).in("mm"))
                : List.of(energy);
    }

    @Override
    public List<ColumnSpec> columns() {
        return List.of(
                new ColumnSpec(
                        CELL,
                        ColumnType.INT,
                        true,
                        "",
                        "number of the hit cell: (iz·32 + ix)·32 + iy",
                        ColumnRole.FEATURE),
                new ColumnSpec(ENERGY, ColumnType.FLOAT, true, "GeV", "energy in the cell", ColumnRole.FEATURE));
    }

    @Override
    public Map<String, Column> apply(Batch batch) {
        Column.Jagged energies = (Column.Jagged) batch.column(settings.energy());
        CellReader reader = settings.positions() ? positions(batch) : order(batch);
        HitLists hits = new HitLists(batch.rows());
        Event event = new Event();
        for (int row = 0; row < batch.rows(); row++) {
            int from = energies.offsets()[row];
            int count = energies.offsets()[row + 1] - from;
            reader.check(row, count);
            for (int i = 0; i < count; i++) {
                double energy =
                        energies.values().doubleAt(from + i) * settings.unit().inGev();
                if (!(energy >= 0) || energy == Double.POSITIVE_INFINITY) {
                    throw new DataException(
                            batch.place(row),
                            "energy " + (i + 1) + " of '" + settings.energy() + "' is "
                                    + energies.values().doubleAt(from + i)
                                    + "; cells have energies of 0 or more");
                }
                event.add(reader.cell(row, i), energy);
            }
            event.moveTo(hits, settings.threshold());
            hits.endRow();
        }
        return hits.columns();
    }

    /** Tells to which cell an energy belongs. */
    private interface CellReader {

        /** Refuses a row in which there is another number of energies than of cells. */
        void check(int row, int count);

        /** The cell of an energy, counted from the first of its row. */
        int cell(int row, int index);
    }

    private CellReader order(Batch batch) {
        return new CellReader() {
            @Override
            public void check(int row, int count) {
                if (count != CellGrid.CELLS) {
                    throw new DataException(
                            batch.place(row),
                            "'" + settings.energy() + "' has " + count + " energies; without positions "
                                    + CellGrid.CELLS + " are expected, one for each cell");
                }
            }

            @Override
            public int cell(int row, int index) {
                return index;
            }
        };
    }

    private CellReader positions(Batch batch) {
        Column.Jagged xs = (Column.Jagged) batch.column(settings.x());
        Column.Jagged ys = (Column.Jagged) batch.column(settings.y());
        Column.Jagged zs = (Column.Jagged) batch.column(settings.z());
        return new CellReader() {
            @Override
            public void check(int row, int count) {
                check(row, count, settings.x(), xs);
                check(row, count, settings.y(), ys);
                check(row, count, settings.z(), zs);
            }

            private void check(int row, int count, String name, Column.Jagged lists) {
                int length = lists.offsets()[row + 1] - lists.offsets()[row];
                if (length != count) {
                    throw new DataException(
                            batch.place(row),
                            "'" + settings.energy() + "' has " + count + " hits, but '" + name + "' has " + length);
                }
            }

            @Override
            public int cell(int row, int index) {
                try {
                    int layer = z.cell(at(zs, row, index));
                    return (layer * CellGrid.SIDE + x.cell(at(xs, row, index))) * CellGrid.SIDE
                            + y.cell(at(ys, row, index));
                } catch (IllegalArgumentException e) {
                    throw new DataException(batch.place(row), "hit " + (index + 1) + ": " + e.getMessage(), e);
                }
            }

            private static double at(Column.Jagged lists, int row, int index) {
                return lists.values().doubleAt(lists.offsets()[row] + index);
            }
        };
    }

    /** The energies of one event in all cells, of which it knows those that it has to clear. */
    private static final class Event {

        private final double[] energies = new double[CellGrid.CELLS];
        private final boolean[] isHit = new boolean[CellGrid.CELLS];
        private int[] hit = new int[1024];
        private int count;

        void add(int cell, double energy) {
            if (energy == 0) {
                return;
            }
            if (!isHit[cell]) {
                isHit[cell] = true;
                hit = count < hit.length ? hit : Arrays.copyOf(hit, 2 * hit.length);
                hit[count++] = cell;
            }
            energies[cell] += energy;
        }

        void moveTo(HitLists hits, double threshold) {
            Arrays.sort(hit, 0, count);
            for (int i = 0; i < count; i++) {
                int cell = hit[i];
                if (energies[cell] > threshold) {
                    hits.add(cell, (float) energies[cell]);
                }
                energies[cell] = 0;
                isHit[cell] = false;
            }
            count = 0;
        }
    }
}
