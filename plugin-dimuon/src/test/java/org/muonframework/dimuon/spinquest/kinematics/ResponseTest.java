package org.muonframework.dimuon.spinquest.kinematics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("How predictions follow the truth")
class ResponseTest {

    private static final int ROWS = 20_000;

    @ParameterizedTest
    @CsvSource({"3, 1, 0.9, false", "1.5, 1, 0.692, false", "0.67, 1, 0.31, true", "0.1, 1, 0.0099, true"})
    @DisplayName("is τ²/(τ² + σ²) of a Gaussian prior, and the prior's below one half")
    void ofGaussians(double spread, double error, double slope, boolean driven) {
        Response response = Response.of(ToyPairs.gaussian(ROWS, spread, error), 20);
        assertThat(response.median()).isCloseTo(slope, within(0.03));
        assertThat(response.priorDriven() > 0.75).isEqualTo(driven);
        assertThat(response.priorDriven() < 0.05).isEqualTo(!driven);
    }

    @Test
    @DisplayName("is one for a measurement without a prior, however few rows there are")
    void withoutPrior() {
        Quantity quantity = ToyPairs.quantity(
                200, random -> 10 * random.nextDouble(), (truth, random) -> truth + 0.3 * random.nextGaussian());
        Response response = Response.of(quantity, 20);
        assertThat(response.median()).isCloseTo(1, within(0.1));
        assertThat(response.priorDriven()).isZero();
    }

    /** Half of the rows are a narrow resonance at 3.1, to which all that is measured around it is drawn. */
    @Test
    @DisplayName("finds the rows of a resonance to follow the prior, and those beside it not")
    void ofAResonance() {
        Quantity quantity = ToyPairs.quantity(
                ROWS, random -> random.nextBoolean() ? 3.1 : 2 + 8 * random.nextDouble(), ResponseTest::drawn);
        Response response = Response.of(quantity, 20);
        assertThat(response.priorDriven()).isBetween(0.5, 0.65);
        assertThat(response.places())
                .filteredOn(place -> place.truth() > 5)
                .isNotEmpty()
                .noneMatch(Response.Place::followsPrior);
    }

    /** The mean of the truth, given a measurement with an error of 0.35. */
    private static double drawn(double truth, Random random) {
        double measured = truth + 0.35 * random.nextGaussian();
        double resonance = 0.5 * density((measured - 3.1) / 0.35) / 0.35;
        double even = 0.5 / 8;
        return (resonance * 3.1 + even * measured) / (resonance + even);
    }

    private static double density(double x) {
        return Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
    }

    @Test
    @DisplayName("is the prior's where there is but one truth")
    void ofOneTruth() {
        Quantity quantity =
                ToyPairs.quantity(500, random -> 3.0969, (truth, random) -> truth + 0.1 * random.nextGaussian());
        Response response = Response.of(quantity, 20);
        assertThat(response.priorDriven()).isEqualTo(1);
        assertThat(response.median()).isZero();
    }

    @Test
    @DisplayName("does not exist where predictions are the truth, nor is it guessed where weights leave nothing")
    void withoutWidth() {
        Quantity perfect = ToyPairs.quantity(100, Random::nextDouble, (truth, random) -> truth);
        assertThat(Response.of(perfect, 20).places()).isEmpty();
        assertThat(Response.of(perfect, 20).priorDriven()).isNaN();
        double[] weights = new double[100];
        Arrays.setAll(weights, row -> row % 2 == 0 ? 1.5 : -1);
        Quantity mixed = ToyPairs.gaussian(100, 1, 1);
        Response response = Response.of(
                new Quantity("mass", "GeV", mixed.truth(), mixed.predicted(), Optional.empty(), weights), 20);
        assertThat(response.places()).filteredOn(place -> place.rows() == 0).noneMatch(Response.Place::followsPrior);
    }
}
