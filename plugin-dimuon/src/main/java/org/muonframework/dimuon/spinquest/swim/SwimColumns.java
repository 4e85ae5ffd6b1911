package org.muonframework.dimuon.spinquest.swim;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.muonframework.dimuon.spinquest.PairKinematics;
import org.muonframework.dimuon.spinquest.TrackColumns;
import org.muonframework.dimuon.spinquest.swim.SwimBack.Found;
import org.muonframework.spi.data.Batch;
import org.muonframework.spi.data.Column;
import org.muonframework.spi.data.ColumnRole;
import org.muonframework.spi.data.ColumnSpec;
import org.muonframework.spi.data.ColumnType;
import org.muonframework.spi.data.Transform;

/** What {@link SwimBack} finds, as columns: NaN where it finds nothing. */
final class SwimColumns implements Transform {

    private static final String REGION = "swimLabel";

    /** The label where there is no vertex. */
    private static final int NO_REGION = -1;

    private static final List<String> AXES = List.of("x1", "y1", "z1", "px1", "py1", "pz1");

    private static final List<ColumnSpec> NUMBERS = List.of(
            number("swimVx", "cm", "x of the vertex"),
            number("swimVy", "cm", "y of the vertex"),
            number("swimVz", "cm", "z of the vertex"),
            number("swimPx", "GeV", "momentum of the pair along x"),
            number("swimPy", "GeV", "momentum of the pair along y"),
            number("swimPz", "GeV", "momentum of the pair along z"),
            number("swimMass", "GeV", "mass of the pair"),
            number("swimX1", "", "momentum fraction of the parton in the beam"),
            number("swimX2", "", "momentum fraction of the parton in the target"),
            number("swimXF", "", "Feynman's x of the pair"));

    private final SwimBack swimBack;

    SwimColumns(SwimBack swimBack) {
        this.swimBack = swimBack;
    }

    @Override
    public List<Input> inputs() {
        return Stream.of(TrackColumns.POSITIVE, TrackColumns.NEGATIVE)
                .flatMap(sign ->
                        AXES.stream().map(axis -> Input.number(axis + sign).in(axis.startsWith("p") ? "GeV" : "cm")))
                .toList();
    }

    @Override
    public List<ColumnSpec> columns() {
        List<ColumnSpec> columns = new ArrayList<>(NUMBERS);
        columns.add(ColumnSpec.of(
                REGION,
                ColumnType.INT,
                "",
                "region of the vertex by its tracks followed back, -1 without one",
                ColumnRole.FEATURE));
        return columns;
    }

    @Override
    public Map<String, Column> apply(Batch batch) {
        Column[] plus = tracks(batch, TrackColumns.POSITIVE);
        Column[] minus = tracks(batch, TrackColumns.NEGATIVE);
        double[][] numbers = new double[NUMBERS.size()][batch.rows()];
        int[] regions = new int[batch.rows()];
        for (int row = 0; row < batch.rows(); row++) {
            Optional<Found> found = swimBack.find(track(plus, row), track(minus, row));
            double[] values = found.map(SwimColumns::values).orElse(new double[0]);
            for (int k = 0; k < numbers.length; k++) {
                numbers[k][row] = values.length == 0 ? Double.NaN : values[k];
            }
            regions[row] = found.map(vertex -> vertex.region().ordinal()).orElse(NO_REGION);
        }
        Map<String, Column> columns = new HashMap<>();
        for (int k = 0; k < numbers.length; k++) {
            columns.put(NUMBERS.get(k).name(), new Column.Doubles(numbers[k]));
        }
        columns.put(REGION, new Column.Ints(regions));
        return columns;
    }

    private static double[] values(Found found) {
        PairKinematics pair = found.pair();
        return new double[] {
            found.x(),
            found.y(),
            found.z(),
            pair.px(),
            pair.py(),
            pair.pz(),
            pair.mass(),
            pair.x1(),
            pair.x2(),
            pair.feynmanX()
        };
    }

    private static Column[] tracks(Batch batch, String sign) {
        return AXES.stream().map(axis -> batch.column(axis + sign)).toArray(Column[]::new);
    }

    private static Track track(Column[] columns, int row) {
        return new Track(
                columns[0].doubleAt(row),
                columns[1].doubleAt(row),
                columns[2].doubleAt(row),
                columns[3].doubleAt(row),
                columns[4].doubleAt(row),
                columns[5].doubleAt(row));
    }

    private static ColumnSpec number(String name, String unit, String description) {
        return ColumnSpec.of(
                name, ColumnType.DOUBLE, unit, description + ", by its tracks followed back", ColumnRole.FEATURE);
    }
}
