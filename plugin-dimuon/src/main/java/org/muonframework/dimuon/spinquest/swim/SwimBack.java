package org.muonframework.dimuon.spinquest.swim;

import java.util.Optional;
import org.muonframework.dimuon.spinquest.PairKinematics;
import org.muonframework.dimuon.spinquest.Spectrometer;
import org.muonframework.dimuon.spinquest.VertexRegion;
import org.muonframework.physics.Constants;

/**
 * Follows two tracks back through the iron in 100 steps, with the mean energy loss in the place of the true one and
 * without scattering, and further to z = −800 cm in steps of 8 cm; the vertex is at the step where (r⁺p⁺)² + (r⁻p⁻)² is
 * least, r being the distance from the beam and p the momentum there: scattering moves a muon by about 1/p.
 *
 * @param settings kick and energy loss
 */
public record SwimBack(SwimSettings settings) {

    private static final int STEPS = 100;
    private static final double AIR_STEP = 8;

    /**
     * A pair where it was made, as far as this tells.
     *
     * @param x of the vertex in cm: the mean of both tracks there, each with the weight p²
     * @param y of the vertex in cm
     * @param z of the vertex in cm, one of the steps
     * @param pair momentum and mass of the pair there
     */
    public record Found(double x, double y, double z, PairKinematics pair) {

        /** The region of the vertex. */
        public VertexRegion region() {
            return VertexRegion.nearest(z);
        }
    }

    /**
     * Finds where a pair was made.
     *
     * @param positive the track of μ⁺
     * @param negative the track of μ⁻
     * @return empty if a track does not go forward or is no number
     */
    public Optional<Found> find(Track positive, Track negative) {
        if (!(positive.forward() && negative.forward())) {
            return Optional.empty();
        }
        Swimmer plus = new Swimmer(positive, 1, settings);
        Swimmer minus = new Swimmer(negative, -1, settings);
        Swimmer bestPlus = new Swimmer(positive, 1, settings);
        Swimmer bestMinus = new Swimmer(negative, -1, settings);
        double bestZ = Spectrometer.FMAG_LENGTH;
        double least = plus.squaredDistance() + minus.squaredDistance();
        for (int step = 1; z(step) > VertexRegion.COLLIMATOR.low(); step++) {
            move(plus, step);
            move(minus, step);
            double distance = plus.squaredDistance() + minus.squaredDistance();
            if (distance < least) {
                least = distance;
                bestZ = z(step);
                bestPlus.copy(plus);
                bestMinus.copy(minus);
            }
        }
        return Optional.of(found(bestPlus, bestMinus, bestZ));
    }

    private static void move(Swimmer muon, int step) {
        if (step <= STEPS) {
            muon.back(1.0 / STEPS);
        } else {
            muon.drift(-AIR_STEP);
        }
    }

    private static double z(int step) {
        return step <= STEPS ? Spectrometer.FMAG_LENGTH * (STEPS - step) / STEPS : -AIR_STEP * (step - STEPS);
    }

    private static Found found(Swimmer plus, Swimmer minus, double z) {
        double weight = plus.momentum * plus.momentum;
        double other = minus.momentum * minus.momentum;
        double pz = plus.pz();
        double otherPz = minus.pz();
        return new Found(
                (weight * plus.x + other * minus.x) / (weight + other),
                (weight * plus.y + other * minus.y) / (weight + other),
                z,
                PairKinematics.ofEnergy(
                        plus.slopeX * pz + minus.slopeX * otherPz,
                        plus.slopeY * pz + minus.slopeY * otherPz,
                        pz + otherPz,
                        energy(plus.momentum) + energy(minus.momentum)));
    }

    private static double energy(double momentum) {
        return Math.sqrt(momentum * momentum + Constants.MUON_MASS * Constants.MUON_MASS);
    }
}
