package org.muonframework.dimuon.higgs.simulation;

import java.util.random.RandomGenerator;
import org.muonframework.dimuon.simulation.MassLaw;
import org.muonframework.physics.Constants;
import org.muonframework.physics.FourVectors;
import org.muonframework.physics.TwoBodyDecay;
import org.muonframework.stats.random.GammaLaw;

/**
 * An object is produced, decays into two of given masses, and each of them into μ⁺μ⁻: three isotropic two-body decays.
 *
 * @param mass mass of the object
 * @param rapidityWidth standard deviation of its rapidity, which is normal around 0
 * @param pt its transverse momentum in GeV
 * @param pairs masses of the two
 */
record DecayChain(MassLaw mass, double rapidityWidth, GammaLaw pt, PairMasses pairs) implements FourMuonSource {

    @Override
    public FourMuons produce(double[] masses, RandomGenerator random) {
        FourVectors parents = parents(masses, rapidityWidth, pt, random);
        double[] first = new double[masses.length];
        double[] second = new double[masses.length];
        for (int row = 0; row < masses.length; row++) {
            pairs.draw(masses[row], first, second, row, random);
        }
        TwoBodyDecay bosons =
                TwoBodyDecay.of(parents, cosines(masses.length, random), angles(masses.length, random), first, second);
        TwoBodyDecay one = intoMuons(bosons.first(), random);
        TwoBodyDecay other = intoMuons(bosons.second(), random);
        return new FourMuons(one.first(), one.second(), other.first(), other.second());
    }

    /** Objects of given masses, of normal rapidity and any azimuth. */
    static FourVectors parents(double[] masses, double rapidityWidth, GammaLaw pt, RandomGenerator random) {
        double[] transverse = new double[masses.length];
        double[] rapidity = new double[masses.length];
        for (int row = 0; row < masses.length; row++) {
            transverse[row] = pt.draw(random);
            rapidity[row] = rapidityWidth * random.nextGaussian();
        }
        return FourVectors.ofPtRapidityPhi(transverse, rapidity, angles(masses.length, random), masses);
    }

    /** Lets each decay into μ⁺ and μ⁻, in any direction. */
    static TwoBodyDecay intoMuons(FourVectors parents, RandomGenerator random) {
        return TwoBodyDecay.of(
                parents,
                cosines(parents.size(), random),
                angles(parents.size(), random),
                Constants.MUON_MASS,
                Constants.MUON_MASS);
    }

    /** Azimuths, even in all directions. */
    static double[] angles(int rows, RandomGenerator random) {
        return random.doubles(rows, -Math.PI, Math.PI).toArray();
    }

    private static double[] cosines(int rows, RandomGenerator random) {
        return random.doubles(rows, -1, 1).toArray();
    }
}
