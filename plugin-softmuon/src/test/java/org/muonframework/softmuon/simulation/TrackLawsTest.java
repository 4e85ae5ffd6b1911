package org.muonframework.softmuon.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("How tracks look")
class TrackLawsTest {

    private static final int MUONS = 20_000;

    private final RandomGenerator random = new SplittableRandom(6);
    private final Candidate muon = new Candidate();

    @Test
    @DisplayName("stations turn on with momentum: half at 2.6 GeV in the middle, at 4.3 (barrel) or 3.6 GeV outside")
    void stations() {
        assertThat(StationHits.reachesMiddle(2.6)).isCloseTo(0.985 / 2, within(1e-12));
        assertThat(StationHits.reachesMiddle(3.1)).isCloseTo(0.985 / (1 + Math.exp(-1)), within(1e-12));
        assertThat(StationHits.reachesOuter(4.3, -1)).isCloseTo(0.96 / 2, within(1e-12));
        assertThat(StationHits.reachesOuter(3.6, 1.1)).isCloseTo(0.93 / 2, within(1e-12));
        assertThat(StationHits.reachesOuter(100, 2)).isCloseTo(0.93, within(1e-12));
    }

    @Test
    void resolutionsGrowTowardsLowMomentum() {
        assertThat(ScatteringKink.scatteringAngle(10)).isCloseTo(Math.hypot(7e-4, 7.5e-4), within(1e-15));
        assertThat(ScatteringKink.scatteringAngle(0.5)).isCloseTo(Math.hypot(7e-4, 7.5e-3), within(1e-15));
        assertThat(SegmentMatch.resolution(10)).isCloseTo(Math.hypot(1.8e-3, 1.2e-3), within(1e-15));
        assertThat(SegmentMatch.resolution(1)).isCloseTo(Math.hypot(1.8e-3, 6e-3), within(1e-15));
    }

    @Test
    @DisplayName("a kink of 10 scattering angles at 0.5 m shows with its sign, one at 1.1 m not at all")
    void kinks() {
        muon.innerMomentum = 10;
        muon.bendingKink = -10 * ScatteringKink.scatteringAngle(10);
        muon.decayRadius = 0.5;
        assertThat(kinkMean(m -> m.scatteringCurvatureSignificance)).isCloseTo(-9, within(0.05));
        assertThat(muon.kinkSignificance).isCloseTo(-10, within(1e-12));
        assertThat(kinkMean(m -> m.scatteringNeighbourSignificance)).isCloseTo(-0.45 * 9 - 4 * 0.85, within(0.06));
        muon.bendingKink *= 100;
        assertThat(kinkMean(m -> m.scatteringCurvatureSignificance)).isCloseTo(-25 * 0.9, within(0.1));
        muon.decayRadius = 1.1;
        assertThat(kinkMean(m -> m.scatteringCurvatureSignificance)).isCloseTo(0, within(0.05));
        assertThat(muon.kinkSignificance).isZero();
    }

    @Test
    @DisplayName("a kink raises the χ² of the inner track by 0.68 k²/n on average, by no more than 300/n")
    void chi2() {
        muon.signal = true;
        double straight = fitMean(m -> m.reducedChi2Id);
        assertThat(straight).isCloseTo(1.06 * 1.02, within(0.01));
        muon.kinkSignificance = 5;
        assertThat(fitMean(m -> m.reducedChi2Id) - straight).isCloseTo(0.68 * 25 / 40, within(0.02));
        muon.kinkSignificance = 1000;
        assertThat(fitMean(m -> m.reducedChi2Id) - straight).isCloseTo(300.0 / 40, within(0.1));
    }

    @Test
    @DisplayName("the combined χ² is made of both tracks' and of the match in momentum and direction")
    void combinedChi2() {
        muon.signal = true;
        muon.pull = 6;
        muon.segmentPull = 4;
        double matching = 36 + 8 + 3;
        double expected = 40 * 1.06 * 1.02 + 13 * (1.05 * Math.exp(0.33 * 0.33 / 2) + 0.03 * 2) + matching;
        assertThat(fitMean(m -> m.reducedChi2)).isCloseTo(expected / 58, within(0.01));
    }

    @Test
    @DisplayName("segments miss by 1.06 resolutions, and by 0.8 of a kink that the inner track does not see")
    void segments() {
        muon.msMomentum = 10;
        double resolution = SegmentMatch.resolution(10);
        assertThat(segmentSpread()).isCloseTo(0.75 * Math.sqrt(2) * resolution, within(0.03 * resolution));
        muon.kink = 0.05;
        muon.decayRadius = 0.3;
        assertThat(segmentSpread()).isCloseTo(0.75 * Math.sqrt(2) * resolution, within(0.03 * resolution));
        muon.decayRadius = 0.8;
        assertThat(segmentSpread()).isCloseTo(Math.hypot(0.75 * Math.sqrt(2) * resolution, 0.02), within(3e-4));
        muon.decayRadius = 1.5;
        assertThat(segmentSpread()).isCloseTo(Math.hypot(0.75 * Math.sqrt(2) * resolution, 0.04), within(6e-4));
    }

    private double kinkMean(ToDoubleFunction<Candidate> value) {
        double sum = 0;
        for (int i = 0; i < MUONS; i++) {
            ScatteringKink.find(muon, random);
            sum += value.applyAsDouble(muon);
        }
        return sum / MUONS;
    }

    private double fitMean(ToDoubleFunction<Candidate> value) {
        double sum = 0;
        for (int i = 0; i < MUONS; i++) {
            FitQuality.fit(muon, random);
            sum += value.applyAsDouble(muon);
        }
        return sum / MUONS;
    }

    private double segmentSpread() {
        double squares = 0;
        for (int i = 0; i < MUONS; i++) {
            SegmentMatch.match(muon, random);
            squares += muon.segmentDeltaEta * muon.segmentDeltaEta;
        }
        return Math.sqrt(squares / MUONS);
    }
}
