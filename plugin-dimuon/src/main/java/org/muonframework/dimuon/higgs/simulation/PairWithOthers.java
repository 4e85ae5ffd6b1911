package org.muonframework.dimuon.higgs.simulation;

import java.util.random.RandomGenerator;
import org.muonframework.dimuon.simulation.MassLaw;
import org.muonframework.physics.Constants;
import org.muonframework.physics.FourVectors;
import org.muonframework.stats.random.GammaLaw;

/**
 * A Z → μ⁺μ⁻ and two muons of other origin, of opposite charges: pT of {@code others} above 5 GeV, even in
 * pseudorapidity to ±2.4 and in azimuth. A simplification, without source.
 *
 * @param mass mass of the Z
 * @param rapidityWidth standard deviation of its rapidity
 * @param pt its transverse momentum in GeV
 * @param others by how much the transverse momenta of the others are above 5 GeV
 */
record PairWithOthers(MassLaw mass, double rapidityWidth, GammaLaw pt, GammaLaw others) implements FourMuonSource {

    private static final double LEAST_PT = 5;
    private static final double LARGEST_ETA = 2.4;

    @Override
    public FourMuons produce(double[] masses, RandomGenerator random) {
        var pair = DecayChain.intoMuons(DecayChain.parents(masses, rapidityWidth, pt, random), random);
        return new FourMuons(pair.first(), pair.second(), other(masses.length, random), other(masses.length, random));
    }

    private FourVectors other(int rows, RandomGenerator random) {
        double[] transverse = new double[rows];
        double[] eta = new double[rows];
        for (int row = 0; row < rows; row++) {
            transverse[row] = LEAST_PT + others.draw(random);
            eta[row] = LARGEST_ETA * (2 * random.nextDouble() - 1);
        }
        return FourVectors.ofPtEtaPhi(transverse, eta, DecayChain.angles(rows, random), Constants.MUON_MASS);
    }
}
