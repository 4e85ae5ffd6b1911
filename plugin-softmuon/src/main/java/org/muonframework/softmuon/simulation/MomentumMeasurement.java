package org.muonframework.softmuon.simulation;

import java.util.random.RandomGenerator;

/**
 * Measures q = 1/p in the inner detector (ID) and in the spectrometer (MS), combines both and compares them. The error
 * that goes with each q is the relative resolution times q.
 *
 * @param tails whether some measurements are worse than their error says and some muons lose much energy in the
 *     calorimeters; without, the pull of prompt muons is standard normal but for errors that go with the measured q
 */
record MomentumMeasurement(boolean tails) {

    private static final double MIN_INVERSE_MOMENTUM = 1e-4;

    /** Measures the candidate in both detectors. */
    void measure(Candidate muon, RandomGenerator random) {
        double muonMomentum = muon.muonMomentum();
        muon.innerMomentum = InnerDetector.momentum(muon.producedMomentum(), muonMomentum, muon.decayRadius);
        double idResolution = InnerDetector.resolution(muon.producedPt, muon.eta);
        double msResolution = Spectrometer.resolution(muonMomentum, muon.muonPt(), muon.eta, muon.fieldIntegral);
        double qId = inverse(muon.innerMomentum, idResolution * idTail(random), random);
        double qMs = inverse(muonMomentum, msResolution * msTail(random), random) / (1 - lostEnergy(random));
        compare(muon, qId, qMs, idResolution, msResolution);
        muon.momentumBalanceSignificance =
                balance(muon.pull, idResolution, msResolution) + 0.55 * random.nextGaussian();
    }

    /**
     * The momentum balance, in units of the fluctuations of the energy loss, follows the pull S:
     * 0.75 S (σ_ID ⊕ σ_MS)/(0.55 σ_MS ⊕ 0.6 σ_ID).
     */
    private static double balance(double pull, double idResolution, double msResolution) {
        return 0.75
                * pull
                * quadrature(idResolution, msResolution)
                / quadrature(0.55 * msResolution, 0.6 * idResolution);
    }

    /** The combined momentum by inverse variances, the pull S, and ρ′ = |p_ID − p_MS|/p_CB, the same as that of pT. */
    private static void compare(Candidate muon, double qId, double qMs, double idResolution, double msResolution) {
        double idError = idResolution * qId;
        double msError = msResolution * qMs;
        double idWeight = 1 / (idError * idError);
        double msWeight = 1 / (msError * msError);
        double qCombined = (qId * idWeight + qMs * msWeight) / (idWeight + msWeight);
        muon.idMomentum = 1 / qId;
        muon.msMomentum = 1 / qMs;
        muon.pt = 1 / (qCombined * muon.coshEta);
        muon.pull = (qMs - qId) / quadrature(idError, msError);
        muon.rhoPrime = Math.abs(muon.idMomentum - muon.msMomentum) * qCombined;
    }

    private static double inverse(double momentum, double resolution, RandomGenerator random) {
        return Math.max((1 + resolution * random.nextGaussian()) / momentum, MIN_INVERSE_MOMENTUM);
    }

    /** How much wider than its error a measurement in the inner detector is: 1.8 times for 6 %. */
    private double idTail(RandomGenerator random) {
        return tails && random.nextDouble() < 0.06 ? 1.8 : 1;
    }

    /** The same in the spectrometer: 1.7 times for 10 %, and 3 times more for 1.2 %. */
    private double msTail(RandomGenerator random) {
        if (!tails) {
            return 1;
        }
        double tail = random.nextDouble() < 0.10 ? 1.7 : 1;
        return random.nextDouble() < 0.012 ? 3 * tail : tail;
    }

    /** Share of the momentum that 1.5 % lose beyond the expected: exponential of mean 0.12, at most 0.7. */
    private double lostEnergy(RandomGenerator random) {
        return tails && random.nextDouble() < 0.015 ? Math.min(0.12 * random.nextExponential(), 0.7) : 0;
    }

    private static double quadrature(double a, double b) {
        return Math.sqrt(a * a + b * b);
    }
}
