package org.muonframework.darksector.merit;

import java.util.List;
import java.util.function.Function;
import org.muonframework.spi.figure.Axis;
import org.muonframework.spi.figure.Mark;

/** Curves against the mass of the Z'. */
public final class MassCurve {

    /** The horizontal axis of all of them. */
    public static final Axis AXIS = Axis.of("Z′ mass", "GeV");

    private MassCurve() {}

    /** A line within its 68 % intervals, interrupted where there is no number. */
    public static Mark.Curve banded(String label, List<MassResult> masses, Function<MassResult, Estimate> quantity) {
        return curve(label, masses, quantity, true, false);
    }

    /** A line alone. */
    public static Mark.Curve line(String label, List<MassResult> masses, Function<MassResult, Estimate> quantity) {
        return curve(label, masses, quantity, false, false);
    }

    /** A dashed line. */
    public static Mark.Curve dashed(String label, List<MassResult> masses, Function<MassResult, Estimate> quantity) {
        return curve(label, masses, quantity, false, true);
    }

    private static Mark.Curve curve(
            String label,
            List<MassResult> masses,
            Function<MassResult, Estimate> quantity,
            boolean banded,
            boolean dashed) {
        int n = masses.size();
        double[] x = new double[n];
        double[] y = new double[n];
        double[] low = new double[banded ? n : 0];
        double[] high = new double[low.length];
        for (int i = 0; i < n; i++) {
            Estimate estimate = quantity.apply(masses.get(i));
            x[i] = masses.get(i).mass();
            y[i] = estimate.value();
            if (banded) {
                low[i] = estimate.low();
                high[i] = estimate.high();
            }
        }
        return new Mark.Curve(label, x, y, low, high, dashed);
    }
}
