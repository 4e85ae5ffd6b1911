package org.muonframework.dimuon.simulation;

import java.util.Arrays;
import java.util.function.DoubleSupplier;
import java.util.random.RandomGenerator;
import org.muonframework.physics.Constants;
import org.muonframework.physics.FourVectors;
import org.muonframework.physics.TwoBodyDecay;
import org.muonframework.stats.random.GammaLaw;

/**
 * One way in which a muon pair comes about: an object is produced, flies and decays into μ⁺μ⁻; in a fraction of the
 * events the two muons are unrelated.
 *
 * @param mass mass of the decaying object
 * @param rapidityWidth standard deviation of its rapidity, which is normal around 0
 * @param pt its transverse momentum in GeV
 * @param polarised whether the muons follow 1 + cos²θ, θ being the angle to the beam in the rest frame, or are isotropic
 * @param uncorrelated fraction of events whose μ⁻ comes from another event, as in a pair of heavy quarks
 */
record PairProcess(MassLaw mass, double rapidityWidth, GammaLaw pt, boolean polarised, double uncorrelated) {

    /**
     * Pairs before the detector.
     *
     * @param parents the decaying objects
     * @param plus the positive muons
     * @param minus the negative muons
     * @param uncorrelated whether the negative muon is that of another parent
     */
    record Candidates(FourVectors parents, FourVectors plus, FourVectors minus, boolean[] uncorrelated) {}

    /** Produces {@code rows} pairs; the other event of an uncorrelated pair is the next one, of the last the first. */
    Candidates produce(int rows, RandomGenerator random) {
        FourVectors parents = FourVectors.ofPtRapidityPhi(
                column(rows, () -> pt.draw(random)),
                column(rows, () -> rapidityWidth * random.nextGaussian()),
                column(rows, () -> angle(random)),
                column(rows, () -> mass.draw(random)));
        TwoBodyDecay decay = TwoBodyDecay.of(
                parents,
                column(rows, () -> cosTheta(random)),
                column(rows, () -> angle(random)),
                Constants.MUON_MASS,
                Constants.MUON_MASS);
        boolean[] swapped = new boolean[rows];
        if (uncorrelated > 0) {
            for (int i = 0; i < rows; i++) {
                swapped[i] = random.nextDouble() < uncorrelated;
            }
        }
        return new Candidates(parents, decay.first(), swap(decay.second(), swapped), swapped);
    }

    private double cosTheta(RandomGenerator random) {
        double cosTheta = 2 * random.nextDouble() - 1;
        while (polarised && 2 * random.nextDouble() >= 1 + cosTheta * cosTheta) {
            cosTheta = 2 * random.nextDouble() - 1;
        }
        return cosTheta;
    }

    private static double angle(RandomGenerator random) {
        return Math.PI * (2 * random.nextDouble() - 1);
    }

    private static FourVectors swap(FourVectors muons, boolean[] swapped) {
        return new FourVectors(
                swap(muons.px(), swapped),
                swap(muons.py(), swapped),
                swap(muons.pz(), swapped),
                swap(muons.e(), swapped));
    }

    private static double[] swap(double[] values, boolean[] swapped) {
        double[] result = values.clone();
        for (int i = 0; i < result.length; i++) {
            if (swapped[i]) {
                result[i] = values[(i + 1) % values.length];
            }
        }
        return result;
    }

    private static double[] column(int rows, DoubleSupplier draw) {
        double[] values = new double[rows];
        Arrays.setAll(values, i -> draw.getAsDouble());
        return values;
    }
}
