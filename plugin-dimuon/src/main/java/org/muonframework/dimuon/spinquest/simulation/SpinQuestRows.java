package org.muonframework.dimuon.spinquest.simulation;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.muonframework.dimuon.spinquest.PairKinematics;
import org.muonframework.dimuon.spinquest.TrackColumns;
import org.muonframework.dimuon.spinquest.VertexRegion;
import org.muonframework.physics.Kinematics;
import org.muonframework.spi.data.Column;
import org.muonframework.spi.data.ColumnSpec;

/** The rows of one block, in the columns of {@link SpinQuestColumns}. */
final class SpinQuestRows {

    private static final int TRUTH = SpinQuestColumns.truth().size();

    private final double[][] tracks;
    private final double[][] truth;
    private final int[] source;
    private final int[] label;

    SpinQuestRows(int size) {
        tracks = new double[TrackColumns.MEASURED][size];
        truth = new double[TRUTH][size];
        source = new int[size];
        label = new int[size];
    }

    int size() {
        return label.length;
    }

    /** Puts the pair that a run accepted last into a row. */
    void set(int row, VertexRegion region, PairRun run) {
        MuonTrack plus = run.plus;
        MuonTrack minus = run.minus;
        put(tracks, 0, row, plus.x1, plus.y1, plus.z1);
        put(tracks, 3, row, minus.x1, minus.y1, minus.z1);
        put(tracks, 6, row, plus.x3, plus.y3, plus.z3);
        put(tracks, 9, row, minus.x3, minus.y3, minus.z3);
        put(tracks, 12, row, plus.px1, plus.py1, plus.pz1);
        put(tracks, 15, row, minus.px1, minus.py1, minus.pz1);
        put(tracks, 18, row, plus.px3, plus.py3, plus.pz3);
        put(tracks, 21, row, minus.px3, minus.py3, minus.pz3);
        setTruth(row, run.vertex, run.pair.plus, run.pair.minus);
        source[row] = run.pair.parent.source.ordinal();
        label[row] = region.ordinal();
    }

    private void setTruth(int row, Vertex vertex, Muon plus, Muon minus) {
        PairKinematics pair =
                PairKinematics.ofEnergy(plus.px + minus.px, plus.py + minus.py, plus.pz + minus.pz, plus.e + minus.e);
        double pt = pair.pt();
        put(truth, 0, row, vertex.x, vertex.y, vertex.z);
        put(truth, 3, row, pair.px(), pair.py(), pair.pz());
        put(truth, 6, row, pair.mass(), pair.x1(), pair.x2());
        put(
                truth,
                9,
                row,
                pair.feynmanX(),
                Kinematics.collinsSoperCosTheta(plus.pz, plus.e, minus.pz, minus.e, pair.mass(), pt),
                pair.collinsSoperPhi(plus.px, plus.py, minus.px, minus.py));
        truth[12][row] = pt;
        put(truth, 13, row, plus.px, plus.py, plus.pz);
        put(truth, 16, row, minus.px, minus.py, minus.pz);
    }

    private static void put(double[][] columns, int first, int row, double x, double y, double z) {
        columns[first][row] = x;
        columns[first + 1][row] = y;
        columns[first + 2][row] = z;
    }

    /** All columns of the block by name. */
    Map<String, Column> columns(long firstRow) {
        Map<String, Column> columns = new HashMap<>();
        long[] event = new long[size()];
        Arrays.setAll(event, row -> firstRow + row + 1);
        columns.put(SpinQuestColumns.EVENT, new Column.Longs(event));
        List<ColumnSpec> specs = TrackColumns.specs();
        columns.put(specs.get(0).name(), new Column.Ints(charges(1)));
        columns.put(specs.get(1).name(), new Column.Ints(charges(-1)));
        put(columns, specs.subList(2, specs.size()), tracks);
        put(columns, SpinQuestColumns.truth(), truth);
        columns.put(SpinQuestColumns.SOURCE, new Column.Ints(source));
        columns.put(SpinQuestColumns.LABEL, new Column.Ints(label));
        return columns;
    }

    private int[] charges(int charge) {
        int[] charges = new int[size()];
        Arrays.fill(charges, charge);
        return charges;
    }

    private static void put(Map<String, Column> columns, List<ColumnSpec> specs, double[][] values) {
        for (int column = 0; column < values.length; column++) {
            columns.put(specs.get(column).name(), new Column.Doubles(values[column]));
        }
    }
}
