package org.muonframework.softmuon.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.hipparchus.stat.StatUtils;
import org.hipparchus.stat.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("The variations of the generator change what they say, before any selection")
class GeneratorTest {

    private static final int MUONS = 20_000;

    @ParameterizedTest
    @EnumSource
    void kaons(Generator generator) {
        double expected =
                switch (generator) {
                    case NOMINAL -> 0.38;
                    case FEWER_KAONS_NARROW_Z -> 0.30;
                    case MORE_KAONS_WIDE_Z -> 0.46;
                };
        double[] kaons = produced(generator, false, muon -> muon.source == MuonSource.KAON ? 1 : 0);
        assertThat(StatUtils.mean(kaons)).isCloseTo(expected, within(0.012));
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("the mean of z stays, its width is that of Beta shapes 15 % larger or smaller")
    void fragmentation(Generator generator) {
        double factor =
                switch (generator) {
                    case NOMINAL -> 1;
                    case FEWER_KAONS_NARROW_Z -> 1.15;
                    case MORE_KAONS_WIDE_Z -> 0.85;
                };
        double[] z = produced(generator, false, muon -> muon.producedPt / muon.jetPt);
        double mean = 1.1 / 12.1;
        assertThat(StatUtils.mean(z)).isCloseTo(mean, within(0.002));
        assertThat(StatUtils.variance(z)).isCloseTo(mean * (1 - mean) / (12.1 * factor + 1), within(0.0003));
    }

    @Test
    void pTrel() {
        double nominal = StatUtils.mean(pTrel(Generator.NOMINAL));
        assertThat(StatUtils.mean(pTrel(Generator.FEWER_KAONS_NARROW_Z)) / nominal)
                .isCloseTo(1.1, within(0.015));
        assertThat(StatUtils.mean(pTrel(Generator.MORE_KAONS_WIDE_Z)) / nominal).isCloseTo(0.9, within(0.015));
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("nothing else changes: directions, jets, fractions of b and c, decays and the detector")
    void theRest(Generator generator) {
        assertSame(generator, true, muon -> muon.eta);
        assertSame(generator, false, muon -> muon.jetPt);
        assertSame(generator, false, muon -> muon.fieldIntegral);
        assertSame(generator, false, muon -> muon.decayRadius);
        assertSame(generator, true, muon -> muon.pull);
        double[] bottom = produced(generator, true, muon -> muon.source == MuonSource.BOTTOM ? 1 : 0);
        assertThat(StatUtils.mean(bottom)).isCloseTo(0.58, within(0.012));
    }

    /** Compares with another sample of the nominal generator. */
    private static void assertSame(Generator generator, boolean signal, ToDoubleFunction<Candidate> quantity) {
        double[] nominal = produced(Generator.NOMINAL, signal, quantity, 99);
        double[] other = produced(generator, signal, quantity);
        assertThat(new KolmogorovSmirnovTest().kolmogorovSmirnovTest(nominal, other))
                .isGreaterThan(0.01);
    }

    private static double[] pTrel(Generator generator) {
        RandomGenerator random = new SplittableRandom(8);
        JetAxis axis = CandidateSimulation.of(generator).jetAxis();
        Candidate muon = new Candidate();
        muon.pt = 1000;
        muon.coshEta = 1;
        muon.jetPt = 2000;
        return IntStream.range(0, MUONS)
                .mapToDouble(i -> {
                    axis.associate(muon, random);
                    return muon.pTrel;
                })
                .toArray();
    }

    private static double[] produced(Generator generator, boolean signal, ToDoubleFunction<Candidate> quantity) {
        return produced(generator, signal, quantity, 7);
    }

    private static double[] produced(
            Generator generator, boolean signal, ToDoubleFunction<Candidate> quantity, long seed) {
        RandomGenerator random = new SplittableRandom(seed);
        CandidateSimulation produces = CandidateSimulation.of(generator);
        Candidate muon = new Candidate();
        muon.signal = signal;
        return IntStream.range(0, MUONS)
                .mapToDouble(i -> {
                    produces.produce(muon, random);
                    return quantity.applyAsDouble(muon);
                })
                .toArray();
    }
}
