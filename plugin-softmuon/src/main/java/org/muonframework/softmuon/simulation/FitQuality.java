package org.muonframework.softmuon.simulation;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.muonframework.stats.random.GammaLaw;

/** The χ² per degree of freedom of the tracks in the inner detector (ID), in the spectrometer (ME) and of both. */
final class FitQuality {

    private static final int MIN_DEGREES = 34;
    private static final int MAX_DEGREES = 46;
    private static final int MS_DEGREES = 13;
    private static final int MATCHING_DEGREES = 5;
    private static final double MAX_KINK_CHI2 = 300;
    private static final double MEDIAN_ME = Math.log(1.05);
    private static final GammaLaw THREE_DEGREES = new GammaLaw(1.5, 2);

    /** χ²/n of n degrees of freedom, with a spread as of 0.85 n. */
    private static final List<GammaLaw> ID = IntStream.rangeClosed(MIN_DEGREES, MAX_DEGREES)
            .mapToObj(degrees -> new GammaLaw(0.425 * degrees, 2 / (0.85 * degrees)))
            .toList();

    private FitQuality() {}

    /**
     * Fits both tracks. In the inner detector, 34 to 46 degrees of freedom n: 1.06 χ²/n, 1.4 times that for 5 %, and
     * from a kink of significance k up to 300/n, 0.8 k² U(0.5, 1.2)/n. Of both: the sum of n times the first, 13 times
     * the second, and for the match of the tracks the squares of the pulls of momentum and (half) of Δη and a χ² of
     * three degrees of freedom, all over n + 18.
     */
    static void fit(Candidate muon, RandomGenerator random) {
        int choice = random.nextInt(ID.size());
        int degrees = MIN_DEGREES + choice;
        double k = muon.kinkSignificance;
        double kinkChi2 = Math.min(0.8 * k * k * (0.5 + 0.7 * random.nextDouble()), MAX_KINK_CHI2);
        double wrongHits = random.nextDouble() < 0.05 ? 1.4 : 1;
        muon.reducedChi2Id = 1.06 * wrongHits * ID.get(choice).draw(random) + kinkChi2 / degrees;
        muon.reducedChi2Me = spectrometer(muon.signal, random);
        double matching = muon.pull * muon.pull + muon.segmentPull * muon.segmentPull / 2 + THREE_DEGREES.draw(random);
        muon.reducedChi2 = (degrees * muon.reducedChi2Id + MS_DEGREES * muon.reducedChi2Me + matching)
                / (degrees + MS_DEGREES + MATCHING_DEGREES);
    }

    /** Log-normal around 1.05 by 0.33; an exponential of mean 2 more for 3 % of the signal, 16 % of the background. */
    private static double spectrometer(boolean signal, RandomGenerator random) {
        double chi2 = Math.exp(MEDIAN_ME + 0.33 * random.nextGaussian());
        return random.nextDouble() < (signal ? 0.03 : 0.16) ? chi2 + 2 * random.nextExponential() : chi2;
    }
}
