package org.muonframework.darksector.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.muonframework.physics.Constants;

@DisplayName("Events as they are before any detector")
class GeneratorTest {

    private static final InitialState ALL = InitialState.unlimited(true);

    private final RandomGenerator random = new SplittableRandom(11);

    static Stream<Process> processes() {
        return Stream.of(
                new SignalProcess(0.22, ALL),
                new SignalProcess(3, ALL),
                new SignalProcess(10, ALL),
                new DoubleConversion(ALL),
                new FsrConversion(ALL),
                new OtherProcesses(ALL),
                new SignalProcess(3, InitialState.unlimited(false)));
    }

    @ParameterizedTest
    @MethodSource("processes")
    @DisplayName("the four momenta and the photon's add up to that of the beams, to 1e-9 GeV")
    void momentumIsConserved(Process process) {
        assertThat(worst(
                        process,
                        event -> Math.max(
                                Math.max(Math.abs(sum(event.px)), Math.abs(sum(event.py))),
                                Math.max(
                                        Math.abs(sum(event.pz) + event.photonPz),
                                        Math.abs(sum(event.e) + Math.abs(event.photonPz) - 10.58)))))
                .isLessThan(1e-9);
    }

    @ParameterizedTest
    @MethodSource("processes")
    @DisplayName("all particles are on their mass shells, and the radiated pair has its mass, to 1e-9 GeV")
    void masses(Process process) {
        for (int k = 0; k < 4; k++) {
            int particle = k;
            assertThat(worst(process, event -> {
                        double mass = particle > 1 && event.pions ? Constants.PION_MASS : Constants.MUON_MASS;
                        return Math.abs(square(event, particle, particle) / 4 - mass * mass);
                    }))
                    .isLessThan(1e-9);
        }
        boolean twoPhotons = process instanceof DoubleConversion;
        assertThat(worst(
                        process,
                        event -> Math.abs(Math.sqrt(square(event, 2, 3)) - (twoPhotons ? event.mass2 : event.mass))))
                .isLessThan(1e-9);
    }

    @Test
    void doubleConversionHasBothMasses() {
        assertThat(worst(new DoubleConversion(ALL), event -> Math.abs(Math.sqrt(square(event, 0, 1)) - event.mass)))
                .isLessThan(1e-9);
    }

    @Test
    void densityOfRadiation() {
        assertThat(BosonRadiation.density(0.9, 0.9, 0.01)).isCloseTo(163.62, within(1e-9));
    }

    @ParameterizedTest(name = "{0} GeV: {1} fb")
    @CsvSource({
        "0.5, 2.05e5",
        "1, 1.002e5",
        "2, 3.48e4",
        "3, 1.377e4",
        "4, 5465",
        "5, 2037",
        "6, 669",
        "7, 176.5",
        "8, 31.6"
    })
    @DisplayName("the cross section for g' = 1 without radiation of the beams")
    void crossSections(double mass, double expected) {
        double tolerance = mass < 6 ? 0.012 : 0.035;
        assertThat(new SignalCrossSection(mass).total(false) / expected).isCloseTo(1, within(tolerance));
    }

    @ParameterizedTest
    @CsvSource({"0.22, true", "1, true", "1, false", "4, true", "9, true", "10, false"})
    @DisplayName("quadrature and simulation give the same cross section, to three errors")
    void crossSectionBySimulation(double mass, boolean radiates) {
        InitialState limited = InitialState.keeping(Math.max(9.5, mass), radiates);
        SignalCrossSection sigma = new SignalCrossSection(mass);
        assertMean(new SignalProcess(mass, InitialState.unlimited(radiates)), sigma.total(radiates), 0);
        assertMean(new SignalProcess(mass, limited), sigma.within(limited), 0);
    }

    @Test
    @DisplayName("double conversion: 325 fb; conversion of radiation: 55 fb; both to 3 %")
    void totals() {
        assertMean(new DoubleConversion(ALL), 325, 0.03 * 325);
        assertMean(new FsrConversion(ALL), 55, 0.03 * 55);
    }

    @Test
    @DisplayName("photons of the beams take η/(1 + η) = 0.0806 of the energy in the mean, either beam alike")
    void initialState() {
        Event event = new Event();
        double sum = 0;
        double sign = 0;
        double largest = 0;
        int events = 400_000;
        for (int i = 0; i < events; i++) {
            ALL.draw(event, random);
            sum += 1 - event.s / InitialState.S;
            sign += Math.signum(event.photonPz);
            largest = Math.max(largest, Math.abs(event.photonPz));
        }
        assertThat(largest).isEqualTo(0.98 * 10.58 / 2);
        assertThat(InitialState.ETA).isCloseTo(0.0877, within(5e-5));
        assertThat(sum / events).isCloseTo(0.0806, within(0.001));
        assertThat(sign / events).isCloseTo(0, within(0.005));
    }

    @Test
    void limitedInitialStateIsThePartOfAllWithinTheLimit() {
        InitialState limited = InitialState.keeping(9.5, true);
        Event event = new Event();
        int within = 0;
        double least = 20;
        for (int i = 0; i < 200_000; i++) {
            ALL.draw(event, random);
            within += event.energy > 9.5 ? 1 : 0;
            limited.draw(event, random);
            least = Math.min(least, event.energy);
        }
        assertThat(least).isBetween(9.5 - 1e-9, 9.51);
        assertThat(within / 2e5).isCloseTo(limited.probability(), within(0.003));
    }

    @ParameterizedTest
    @CsvSource({"0.2113168, 0.3333", "0.3, 0.3602", "9, 0.4"})
    @DisplayName("muons of a photon: ⟨cos²⟩ = 1/3 at threshold, 0.4 far above it")
    void decayAngle(double mass, double expected) {
        double r = Math.pow(2 * Constants.MUON_MASS / mass, 2);
        double exact = (1 / 3.0 + 1 / 5.0 + r * (1 / 3.0 - 1 / 5.0)) / (4 / 3.0 + r * 2 / 3.0);
        assertThat(meanSquare(PairDecay.MUONS, mass)).isCloseTo(exact, within(0.003));
        assertThat(exact).isCloseTo(expected, within(0.0005));
    }

    @Test
    @DisplayName("pions of a ρ: ⟨cos²⟩ = 1/5")
    void decayAngleOfPions() {
        assertThat(meanSquare(PairDecay.PIONS, 0.775)).isCloseTo(0.2, within(0.003));
    }

    @Test
    @DisplayName("a light boson leaves the muons as 1 + cos²θ to the beams")
    void muonsToTheBeams() {
        Event event = new Event();
        double sum = 0;
        double weights = 0;
        Process process = new SignalProcess(0.22, InitialState.unlimited(false));
        for (int i = 0; i < 200_000; i++) {
            double weight = process.propose(event, random);
            process.finish(event, random);
            if (event.e[0] > 5.2) {
                sum += weight * event.pz[0] * event.pz[0] / (event.e[0] * event.e[0]);
                weights += weight;
            }
        }
        assertThat(sum / weights).isCloseTo(0.4, within(0.012));
    }

    private double meanSquare(PairDecay decay, double mass) {
        double sum = 0;
        int draws = 100_000;
        for (int i = 0; i < draws; i++) {
            double c = decay.cosine(mass, random);
            sum += c * c;
        }
        return sum / draws;
    }

    /** Compares the mean weight of a process with a number, within three statistical errors or a tolerance. */
    private void assertMean(Process process, double expected, double tolerance) {
        Event event = new Event();
        double sum = 0;
        double squares = 0;
        int events = 200_000;
        for (int i = 0; i < events; i++) {
            double weight = process.propose(event, random);
            sum += weight;
            squares += weight * weight;
        }
        double mean = sum / events;
        double error = Math.sqrt((squares / events - mean * mean) / events);
        assertThat(mean).isCloseTo(expected, within(Math.max(tolerance, 3 * error)));
        assertThat(error / mean).isLessThan(0.02);
    }

    /** The largest error among some events. */
    private double worst(Process process, ToDoubleFunction<Event> error) {
        Event event = new Event();
        double worst = 0;
        for (int i = 0; i < 2000; i++) {
            double weight = 0;
            while (weight == 0) {
                weight = process.propose(event, random);
            }
            process.finish(event, random);
            worst = Math.max(worst, error.applyAsDouble(event));
        }
        return worst;
    }

    private static double sum(double[] values) {
        return DoubleStream.of(values).sum();
    }

    /** The squared mass of two particles together. */
    private static double square(Event event, int i, int k) {
        double square = Math.pow(event.e[i] + event.e[k], 2);
        for (double[] component : List.of(event.px, event.py, event.pz)) {
            square -= Math.pow(component[i] + component[k], 2);
        }
        return square;
    }
}
