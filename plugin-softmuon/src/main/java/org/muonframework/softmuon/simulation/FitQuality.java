package org.muonframework.softmuon.simulation;

import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.muonframework.stats.random.GammaLaw;

/** The χ² per degree of freedom of the tracks in the inner detector (ID) and spectrometer (ME), and of both together. */
final class FitQuality {

    private static final int MIN_DEGREES = 34;
    private static final int MAX_DEGREES = 46;
    private static final int MS_DEGREES = 13;
    private static final int MATCHING_DEGREES = 5;
    private static final double MAX_KINK_CHI2 = 300;
    private static final double MEDIAN_ME = Math.log(1.05);
    private static final GammaLaw THREE_DEGREES = new GammaLaw(1.5, 2);

    /** χ²/n of n degrees of freedom, 8.5 % wider than it should be. */
    private static final GammaLaw[] ID = IntStream.rangeClosed(MIN_DEGREES, MAX_DEGREES)
            .mapToObj(degrees -> new GammaLaw(0.425 * degrees, 2 / (0.85 * degrees)))
            .toArray(GammaLaw[]::new);

    private FitQuality() {}

    /** Fits both tracks; a kink in the inner detector adds what the fit cannot follow. */
    static void fit(Candidate muon, RandomGenerator random) {
        int choice = random.nextInt(ID.length);
        int degrees = MIN_DEGREES + choice;
        double k = muon.kinkSignificance;
        double kinkChi2 = Math.min(0.8 * k * k * (0.5 + 0.7 * random.nextDouble()), MAX_KINK_CHI2);
        double wrongHits = random.nextDouble() < 0.05 ? 1.4 : 1;
        muon.reducedChi2Id = 1.06 * wrongHits * ID[choice].draw(random) + kinkChi2 / degrees;
        muon.reducedChi2Me = spectrometer(muon.signal, random);
        double matching = muon.pull * muon.pull
                + muon.segmentPull * muon.segmentPull / 2
                + THREE_DEGREES.draw(random);
        muon.reducedChi2 = (degrees * muon.reducedChi2Id + MS_DEGREES * muon.reducedChi2Me + matching)
                / (degrees + MS_DEGREES + MATCHING_DEGREES);
    }

    /** Log-normal around 1.05; badly fitted are 3 % of the signal and 16 % of the background. */
    private static double spectrometer(boolean signal, RandomGenerator random) {
        double chi2 = Math.exp(MEDIAN_ME + 0.33 * random.nextGaussian());
        return random.nextDouble() < (signal ? 0.03 : 0.16) ? chi2 + 2 * random.nextExponential() : chi2;
    }
}
