package org.muonframework.physics;

import java.util.Arrays;

/**
 * The products of parents that decayed into two particles each, row by row.
 *
 * @param first the first product, emitted along the direction that was asked for
 * @param second the second product, opposite to the first in the parent's rest frame
 */
public record TwoBodyDecay(FourVectors first, FourVectors second) {

    /**
     * Lets every parent decay.
     *
     * @param parents the decaying particles in the laboratory
     * @param cosTheta cosine of the first product's polar angle in the parent's rest frame, whose axes are parallel to
     *     those of the laboratory
     * @param phi its azimuth there
     * @param mass1 mass of the first product in GeV
     * @param mass2 mass of the second product in GeV
     * @throws IllegalArgumentException if a parent is lighter than its products together
     */
    public static TwoBodyDecay of(FourVectors parents, double[] cosTheta, double[] phi, double mass1, double mass2) {
        return of(parents, cosTheta, phi, same(mass1, parents.size()), same(mass2, parents.size()));
    }

    /**
     * Lets every parent decay into products with masses of their own, such as resonances.
     *
     * @param parents the decaying particles in the laboratory
     * @param cosTheta cosine of the first product's polar angle in the parent's rest frame, whose axes are parallel to
     *     those of the laboratory
     * @param phi its azimuth there
     * @param mass1 masses of the first products in GeV, one a parent
     * @param mass2 masses of the second products in GeV, one a parent
     * @throws IllegalArgumentException if a parent is lighter than its products together
     */
    public static TwoBodyDecay of(
            FourVectors parents, double[] cosTheta, double[] phi, double[] mass1, double[] mass2) {
        int rows = parents.size();
        double[] parentMass = parents.mass();
        FourVectors first = FourVectors.ofSize(rows);
        FourVectors second = FourVectors.ofSize(rows);
        for (int i = 0; i < rows; i++) {
            double momentum = momentum(parentMass[i], mass1[i], mass2[i]);
            double transverse = momentum * Math.sqrt(1 - cosTheta[i] * cosTheta[i]);
            first.px()[i] = transverse * Math.cos(phi[i]);
            first.py()[i] = transverse * Math.sin(phi[i]);
            first.pz()[i] = momentum * cosTheta[i];
            first.e()[i] = Math.sqrt(momentum * momentum + mass1[i] * mass1[i]);
            second.px()[i] = -first.px()[i];
            second.py()[i] = -first.py()[i];
            second.pz()[i] = -first.pz()[i];
            second.e()[i] = Math.sqrt(momentum * momentum + mass2[i] * mass2[i]);
        }
        return new TwoBodyDecay(first.fromRestFrameOf(parents), second.fromRestFrameOf(parents));
    }

    /**
     * The momentum of either product in the rest frame, √[(M² − (m₁+m₂)²) (M² − (m₁−m₂)²)] / 2M, in GeV.
     *
     * <p>Source: Particle Data Group, review "Kinematics", section on two-body decays.
     *
     * @throws IllegalArgumentException if the parent is lighter than its products together
     */
    public static double momentum(double parentMass, double mass1, double mass2) {
        double sum = mass1 + mass2;
        double difference = mass1 - mass2;
        if (!(parentMass >= sum)) {
            throw new IllegalArgumentException(
                    "a particle of " + parentMass + " GeV cannot decay into " + mass1 + " and " + mass2 + " GeV");
        }
        double squared =
                (parentMass - sum) * (parentMass + sum) * (parentMass - difference) * (parentMass + difference);
        return Math.sqrt(squared) / (2 * parentMass);
    }

    private static double[] same(double mass, int rows) {
        double[] masses = new double[rows];
        Arrays.fill(masses, mass);
        return masses;
    }
}
