package org.muonframework.dimuon.spinquest;

import java.util.ArrayList;
import java.util.List;
import org.muonframework.spi.data.ColumnRole;
import org.muonframework.spi.data.ColumnSpec;
import org.muonframework.spi.data.ColumnType;

/**
 * The 26 columns of both tracks of a pair, in the order of the experiment's networks: charges; positions at station 1
 * of μ⁺, of μ⁻; at station 3; momenta at station 1; at station 3.
 */
public final class TrackColumns {

    /** Number of columns that hold positions and momenta. */
    public static final int MEASURED = 24;

    /** The end of the names of what belongs to μ⁺. */
    public static final String POSITIVE = "Pos";

    /** The end of the names of what belongs to μ⁻. */
    public static final String NEGATIVE = "Neg";

    private TrackColumns() {}

    /** All columns: two charges, then {@link #MEASURED} positions and momenta. */
    public static List<ColumnSpec> specs() {
        List<ColumnSpec> specs = new ArrayList<>();
        for (String sign : List.of(POSITIVE, NEGATIVE)) {
            specs.add(ColumnSpec.of(
                    "q" + sign, ColumnType.INT, "e", "charge of the muon, " + muon(sign), ColumnRole.FEATURE));
        }
        for (String kind : List.of("", "p")) {
            for (int station = 1; station <= 3; station += 2) {
                for (String sign : List.of(POSITIVE, NEGATIVE)) {
                    add(specs, kind, station, sign);
                }
            }
        }
        return List.copyOf(specs);
    }

    private static void add(List<ColumnSpec> specs, String kind, int station, String sign) {
        String unit = kind.isEmpty() ? "cm" : "GeV";
        for (String axis : List.of("x", "y", "z")) {
            String what = kind.isEmpty() ? axis : "momentum along " + axis;
            specs.add(ColumnSpec.of(
                    kind + axis + station + sign,
                    ColumnType.DOUBLE,
                    unit,
                    what + " of " + muon(sign) + " at station " + station,
                    ColumnRole.FEATURE));
        }
    }

    private static String muon(String sign) {
        return sign.equals(POSITIVE) ? "μ⁺" : "μ⁻";
    }
}
