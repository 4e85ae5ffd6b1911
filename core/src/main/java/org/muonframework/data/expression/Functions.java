package org.muonframework.data.expression;

import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.muonframework.data.expression.Function.Arity;
import org.muonframework.physics.Constants;

/** All functions of the language. */
final class Functions {

    private static final Arity TWO_OR_MORE = new Arity(given -> given >= 2, "2 or more arguments");
    private static final Arity MUONS_OR_PARTICLES = new Arity(
            given -> given == 6 || (given >= 8 && given % 4 == 0),
            "6 arguments (pt, eta, phi of two muons) or 8, 12, 16, … (E, px, py, pz of each particle)");
    private static final Arity PARTICLES = new Arity(
            given -> given >= 8 && given % 4 == 0, "8, 12, 16, … arguments (pt, eta, phi, m of each particle)");

    private static final List<Function> ALL = List.of(
            number("abs", UnitRule.COMMON, "x", Functions::abs, "Absolute value."),
            number("sqrt", UnitRule.NONE, "x", Functions::sqrt, "Square root; NaN below 0."),
            number("exp", UnitRule.NONE, "x", each(Math::exp), "e to the power x."),
            number("log", UnitRule.NONE, "x", each(Math::log), "Natural logarithm; NaN below 0."),
            number("log10", UnitRule.NONE, "x", each(Math::log10), "Logarithm to base 10; NaN below 0."),
            number("pow", UnitRule.NONE, "x, y", Operators::power, "x to the power y, as x ^ y."),
            number("sin", UnitRule.NONE, "x", each(Math::sin), "Sine of an angle in radians."),
            number("cos", UnitRule.NONE, "x", each(Math::cos), "Cosine of an angle in radians."),
            number("tan", UnitRule.NONE, "x", each(Math::tan), "Tangent of an angle in radians."),
            number("asin", UnitRule.RADIAN, "x", each(Math::asin), "Angle in [-pi/2, pi/2] whose sine is x."),
            number("acos", UnitRule.RADIAN, "x", each(Math::acos), "Angle in [0, pi] whose cosine is x."),
            number("atan", UnitRule.RADIAN, "x", each(Math::atan), "Angle in [-pi/2, pi/2] whose tangent is x."),
            number("atan2", UnitRule.RADIAN, "y, x", Functions::atan2, "Angle of the point (x, y) in [-pi, pi]."),
            number("sinh", UnitRule.NONE, "x", each(Hyperbolic::sinh), "Hyperbolic sine."),
            number("cosh", UnitRule.NONE, "x", each(Hyperbolic::cosh), "Hyperbolic cosine."),
            number("tanh", UnitRule.NONE, "x", each(Math::tanh), "Hyperbolic tangent."),
            number("asinh", UnitRule.NONE, "x", each(Hyperbolic::asinh), "Inverse hyperbolic sine."),
            number("hypot", UnitRule.COMMON, "x, y", Functions::hypot, "Square root of x^2 + y^2."),
            several("min", Functions::min, "The smallest; NaN if one is NaN."),
            several("max", Functions::max, "The largest; NaN if one is NaN."),
            number("floor", UnitRule.COMMON, "x", each(Math::floor), "Largest whole number not above x."),
            number("ceil", UnitRule.COMMON, "x", each(Math::ceil), "Smallest whole number not below x."),
            number(
                    "round",
                    UnitRule.COMMON,
                    "x",
                    each(Functions::round),
                    "Nearest whole number; halves go away from 0."),
            new Function(
                    "isNaN",
                    "x",
                    Arity.exactly(1),
                    Type.BOOLEAN,
                    UnitRule.NONE,
                    Functions::isNaN,
                    "Whether x is not a number."),
            number(
                    "deltaPhi",
                    UnitRule.RADIAN,
                    "phi1, phi2",
                    KinematicKernels::deltaPhi,
                    "Difference phi1 - phi2 of two angles, in (-pi, pi]."),
            number(
                    "deltaR",
                    UnitRule.NONE,
                    "eta1, phi1, eta2, phi2",
                    KinematicKernels::deltaR,
                    "Distance of two directions: sqrt((eta1 - eta2)^2 + deltaPhi(phi1, phi2)^2)."),
            number(
                    "ptRel",
                    UnitRule.FIRST,
                    "pt, eta, phi, jet_pt, jet_eta, jet_phi",
                    KinematicKernels::ptRel,
                    "Momentum of a muon across the axis of its jet: |p x p_jet| / |p_jet|; NaN where jet_pt is not above"
                            + " 0."),
            number(
                    "longitudinalFraction",
                    UnitRule.NONE,
                    "pt, eta, phi, jet_pt, jet_eta, jet_phi",
                    KinematicKernels::longitudinalFraction,
                    "Momentum fraction z of a muon along the axis of its jet: p . p_jet / |p_jet|^2."),
            new Function(
                    "mass",
                    "…",
                    MUONS_OR_PARTICLES,
                    Type.NUMBER,
                    UnitRule.FIRST,
                    KinematicKernels::mass,
                    "Invariant mass in GeV: mass(pt1, eta1, phi1, pt2, eta2, phi2) of two muons of mass "
                            + Constants.MUON_MASS
                            + " GeV, or mass(E1, px1, py1, pz1, E2, …) of two or more particles; NaN where E < p."),
            new Function(
                    "massPtEtaPhiM",
                    "pt1, eta1, phi1, m1, pt2, …",
                    PARTICLES,
                    Type.NUMBER,
                    UnitRule.FIRST,
                    KinematicKernels::massPtEtaPhiM,
                    "Invariant mass in GeV of two or more particles, from pt, eta, phi and mass of each."));

    private Functions() {}

    static List<Function> all() {
        return ALL;
    }

    static Optional<Function> find(String name) {
        return ALL.stream().filter(function -> function.name().equals(name)).findFirst();
    }

    private static Function number(String name, UnitRule unit, String parameters, Kernel kernel, String description) {
        int count = parameters.split(",").length;
        return new Function(name, parameters, Arity.exactly(count), Type.NUMBER, unit, kernel, description);
    }

    private static Function several(String name, Kernel kernel, String description) {
        return new Function(name, "x, y, …", TWO_OR_MORE, Type.NUMBER, UnitRule.COMMON, kernel, description);
    }

    /** The loop of a function that takes so long itself that a call for each row does not count. */
    private static Kernel each(DoubleUnaryOperator function) {
        return (in, rows) -> {
            double[] x = in[0];
            for (int i = 0; i < rows; i++) {
                x[i] = function.applyAsDouble(x[i]);
            }
        };
    }

    private static void abs(double[][] in, int rows) {
        double[] x = in[0];
        for (int i = 0; i < rows; i++) {
            x[i] = Math.abs(x[i]);
        }
    }

    private static void sqrt(double[][] in, int rows) {
        double[] x = in[0];
        for (int i = 0; i < rows; i++) {
            x[i] = Math.sqrt(x[i]);
        }
    }

    private static void atan2(double[][] in, int rows) {
        double[] y = in[0];
        double[] x = in[1];
        for (int i = 0; i < rows; i++) {
            y[i] = Math.atan2(y[i], x[i]);
        }
    }

    /** The plain formula where its squares neither overflow nor underflow; {@link Math#hypot} is many times slower. */
    private static void hypot(double[][] in, int rows) {
        double[] x = in[0];
        double[] y = in[1];
        for (int i = 0; i < rows; i++) {
            double squared = x[i] * x[i] + y[i] * y[i];
            x[i] = squared > 1e-280 && squared < 1e300 ? Math.sqrt(squared) : Math.hypot(x[i], y[i]);
        }
    }

    private static void min(double[][] in, int rows) {
        double[] smallest = in[0];
        for (int k = 1; k < in.length; k++) {
            double[] x = in[k];
            for (int i = 0; i < rows; i++) {
                smallest[i] = Math.min(smallest[i], x[i]);
            }
        }
    }

    private static void max(double[][] in, int rows) {
        double[] largest = in[0];
        for (int k = 1; k < in.length; k++) {
            double[] x = in[k];
            for (int i = 0; i < rows; i++) {
                largest[i] = Math.max(largest[i], x[i]);
            }
        }
    }

    private static void isNaN(double[][] in, int rows) {
        double[] x = in[0];
        for (int i = 0; i < rows; i++) {
            x[i] = Double.isNaN(x[i]) ? 1 : 0;
        }
    }

    private static double round(double x) {
        double below = Math.floor(Math.abs(x));
        return Math.copySign(Math.abs(x) - below < 0.5 ? below : below + 1, x);
    }
}
