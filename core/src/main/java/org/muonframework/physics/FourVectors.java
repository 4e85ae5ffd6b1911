package org.muonframework.physics;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/**
 * Energies and momenta of many particles, column by column; row {@code i} of every column is particle {@code i}.
 *
 * <p>The columns are shared, not copied: treat them as read-only.
 *
 * @param px momentum along x in GeV
 * @param py momentum along y in GeV
 * @param pz momentum along z in GeV
 * @param e energy in GeV
 */
public record FourVectors(double[] px, double[] py, double[] pz, double[] e) {

    public FourVectors {
        if (px.length != e.length || py.length != e.length || pz.length != e.length) {
            throw new IllegalArgumentException("columns of " + px.length + ", " + py.length + ", " + pz.length + " and "
                    + e.length + " rows are not the four-vectors of the same particles");
        }
    }

    /** Four-vectors from transverse momentum, pseudorapidity, azimuth and a common mass. */
    public static FourVectors ofPtEtaPhi(double[] pt, double[] eta, double[] phi, double mass) {
        FourVectors result = ofSize(pt.length);
        for (int i = 0; i < pt.length; i++) {
            double pz = pt[i] * Math.sinh(eta[i]);
            result.set(i, pt[i], phi[i], pz, Math.sqrt(pt[i] * pt[i] + pz * pz + mass * mass));
        }
        return result;
    }

    /** Four-vectors from transverse momentum, rapidity (not pseudorapidity), azimuth and masses. */
    public static FourVectors ofPtRapidityPhi(double[] pt, double[] rapidity, double[] phi, double[] mass) {
        FourVectors result = ofSize(pt.length);
        for (int i = 0; i < pt.length; i++) {
            double transverseMass = Math.sqrt(pt[i] * pt[i] + mass[i] * mass[i]);
            double exponential = Math.exp(rapidity[i]);
            double cosh = (exponential + 1 / exponential) / 2;
            double sinh = (exponential - 1 / exponential) / 2;
            result.set(i, pt[i], phi[i], transverseMass * sinh, transverseMass * cosh);
        }
        return result;
    }

    /**
     * The row-by-row sum of any number of particles: one system a row.
     *
     * @param others further particles, with as many rows as {@code first}
     */
    public static FourVectors sum(FourVectors first, FourVectors... others) {
        FourVectors total = new FourVectors(first.px.clone(), first.py.clone(), first.pz.clone(), first.e.clone());
        for (FourVectors other : others) {
            add(total.px, other.px);
            add(total.py, other.py);
            add(total.pz, other.pz);
            add(total.e, other.e);
        }
        return total;
    }

    /** Number of rows. */
    public int size() {
        return e.length;
    }

    /** The invariant masses in GeV; rounding below zero gives 0, a space-like vector NaN (see {@link Kinematics#mass}). */
    public double[] mass() {
        return column(i -> Kinematics.mass(px[i], py[i], pz[i], e[i]));
    }

    /** The transverse momenta in GeV. */
    public double[] pt() {
        return column(i -> Math.sqrt(px[i] * px[i] + py[i] * py[i]));
    }

    /** The pseudorapidities. */
    public double[] eta() {
        return column(i -> Kinematics.pseudorapidity(px[i], py[i], pz[i]));
    }

    /** The azimuths in (−π, π]. */
    public double[] phi() {
        return column(i -> {
            double phi = Math.atan2(py[i], px[i]);
            return phi == -Math.PI ? Math.PI : phi;
        });
    }

    /**
     * The vectors as seen in the laboratory, where these are given in the rest frames of {@code parents} (also of the
     * laboratory, with parallel axes). Row {@code i} is boosted by parent {@code i}.
     *
     * @param parents vectors with positive mass, in the laboratory
     */
    public FourVectors fromRestFrameOf(FourVectors parents) {
        return boosted(parents, 1);
    }

    /** The inverse of {@link #fromRestFrameOf}: these vectors as seen in the rest frames of {@code parents}. */
    public FourVectors inRestFrameOf(FourVectors parents) {
        return boosted(parents, -1);
    }

    /**
     * The boost that takes a parent of mass M from rest to (P, E), without its velocity, so that a parent at rest is no
     * special case: E' = (E e + P·p)/M, p' = p + P ((e + e')/(M + E)), where e' is the boosted energy.
     */
    private FourVectors boosted(FourVectors parents, int sign) {
        if (parents.size() != size()) {
            throw new IllegalArgumentException(size() + " vectors cannot be boosted by " + parents.size() + " parents");
        }
        FourVectors result = ofSize(size());
        for (int i = 0; i < size(); i++) {
            double x = sign * parents.px[i];
            double y = sign * parents.py[i];
            double z = sign * parents.pz[i];
            double mass = Kinematics.mass(x, y, z, parents.e[i]);
            double energy = (parents.e[i] * e[i] + x * px[i] + y * py[i] + z * pz[i]) / mass;
            double along = (e[i] + energy) / (mass + parents.e[i]);
            result.px[i] = px[i] + along * x;
            result.py[i] = py[i] + along * y;
            result.pz[i] = pz[i] + along * z;
            result.e[i] = energy;
        }
        return result;
    }

    static FourVectors ofSize(int rows) {
        return new FourVectors(new double[rows], new double[rows], new double[rows], new double[rows]);
    }

    private void set(int row, double pt, double phi, double longitudinal, double energy) {
        px[row] = pt * Math.cos(phi);
        py[row] = pt * Math.sin(phi);
        pz[row] = longitudinal;
        e[row] = energy;
    }

    private double[] column(IntToDoubleFunction value) {
        double[] result = new double[size()];
        Arrays.setAll(result, value);
        return result;
    }

    private static void add(double[] total, double[] other) {
        if (other.length != total.length) {
            throw new IllegalArgumentException(
                    "particles of " + total.length + " and " + other.length + " rows have no row-by-row sum");
        }
        for (int i = 0; i < total.length; i++) {
            total[i] += other[i];
        }
    }
}
