package org.muonframework.train.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.muonframework.spi.train.Ensemble;

@DisplayName("What the members of an ensemble count")
class MemberWeightsTest {

    private static Ensemble ensemble(Members.Over over, Members.Weights weights, double... losses) {
        return new MemberWeights(new Members(losses.length, over, weights), losses).ensemble();
    }

    private static double[] weights(Ensemble ensemble) {
        return ensemble.members().stream().mapToDouble(Ensemble.Member::weight).toArray();
    }

    @Test
    @DisplayName("is the inverse of their losses, or the same for all")
    void weights() {
        Ensemble inverse = ensemble(Members.Over.FOLDS, Members.Weights.VALIDATION_LOSS, 0.5, 1, 2);
        assertThat(weights(inverse)).containsExactly(new double[] {4 / 7.0, 2 / 7.0, 1 / 7.0}, within(1e-15));
        assertThat(inverse.warning()).isEmpty();
        assertThat(inverse.divided()).isTrue();

        Ensemble equal = ensemble(Members.Over.SEEDS, Members.Weights.EQUAL, -3, 0, Double.NaN, 5);
        assertThat(weights(equal)).containsOnly(0.25);
        assertThat(equal.warning()).isEmpty();
        assertThat(equal.members()).extracting(Ensemble.Member::loss).containsExactly(-3.0, 0.0, Double.NaN, 5.0);
    }

    @Provide
    Arbitrary<double[]> losses() {
        return Arbitraries.doubles()
                .between(0.01, 100)
                .array(double[].class)
                .ofMinSize(2)
                .ofMaxSize(9);
    }

    @Property(tries = 200)
    @Label("adds up to 1, and is the same in any unit of the loss, however small")
    void normalised(@ForAll("losses") double[] losses, @ForAll @DoubleRange(min = -300, max = 300) double power) {
        double unit = Math.pow(10, power);
        double[] plain = weights(ensemble(Members.Over.FOLDS, Members.Weights.VALIDATION_LOSS, losses));
        double[] other = weights(ensemble(
                Members.Over.FOLDS,
                Members.Weights.VALIDATION_LOSS,
                Arrays.stream(losses).map(loss -> loss * unit).toArray()));

        assertThat(Arrays.stream(plain).sum()).isCloseTo(1, within(1e-12));
        assertThat(other).containsExactly(plain, within(1e-9));
    }

    @Test
    @DisplayName("falls back to the same for all where a loss has no meaningful inverse, and says whose")
    void fallBack() {
        Ensemble ensemble = ensemble(
                Members.Over.FOLDS,
                Members.Weights.VALIDATION_LOSS,
                0.5,
                -0.25,
                0,
                Double.NaN,
                Double.POSITIVE_INFINITY);

        assertThat(weights(ensemble)).containsOnly(0.2);
        assertThat(ensemble.warning())
                .startsWith("all members count the same")
                .endsWith("there is -0.25000 of member 2, 0.0000 of member 3, none of member 4, Infinity of member 5");
    }

    @Test
    @DisplayName("is nothing to go by where members of other seeds are the same model, and says so")
    void same() {
        assertThat(ensemble(Members.Over.SEEDS, Members.Weights.VALIDATION_LOSS, 0.5, 0.5, 0.5)
                        .warning())
                .contains("they are one model")
                .contains("'subsample' below 1");
        assertThat(ensemble(Members.Over.FOLDS, Members.Weights.EQUAL, 0.5, 0.5).warning())
                .isEmpty();
        assertThat(ensemble(Members.Over.SEEDS, Members.Weights.EQUAL, 0.5, 0.5, 0.6)
                        .warning())
                .isEmpty();
    }
}
