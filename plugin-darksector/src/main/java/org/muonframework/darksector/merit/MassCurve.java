package org.muonframework.darksector.merit;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.muonframework.spi.figure.Axis;
import org.muonframework.spi.figure.Mark;

/** Curves against the mass of the Z'. */
public final class MassCurve {

    /** The horizontal axis of all of them. */
    public static final Axis AXIS = Axis.of("Z′ mass", "GeV");

    private MassCurve() {}

    /** A line, interrupted where there is no number. */
    public static Mark.Curve line(String label, double[] masses, List<Estimate> estimates) {
        return new Mark.Curve(label, masses, numbers(estimates, Estimate::value), new double[0], new double[0], false);
    }

    /** The same, dashed. */
    public static Mark.Curve dashed(String label, double[] masses, List<Estimate> estimates) {
        return new Mark.Curve(label, masses, numbers(estimates, Estimate::value), new double[0], new double[0], true);
    }

    /** A line within its intervals. */
    public static Mark.Curve banded(String label, double[] masses, List<Estimate> estimates) {
        return new Mark.Curve(
                label,
                masses,
                numbers(estimates, Estimate::value),
                numbers(estimates, Estimate::low),
                numbers(estimates, Estimate::high),
                false);
    }

    private static double[] numbers(List<Estimate> estimates, ToDoubleFunction<Estimate> of) {
        return estimates.stream().mapToDouble(of).toArray();
    }
}
