package org.muonframework.dimuon.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.muonframework.dimuon.Sample;

@DisplayName("A law of masses")
class MassLawTest {

    @Test
    @DisplayName("that is linear between points has the parts of its areas, also where it falls, is even or is zero")
    void linearBetween() {
        MassLaw law = MassLaw.linearBetween(new double[] {0, 1, 3, 4}, new double[] {0, 2, 2, 0});
        SplittableRandom random = new SplittableRandom(1);
        double[] masses =
                DoubleStream.generate(() -> law.draw(random)).limit(200_000).toArray();
        assertThat(Sample.fraction(masses, 0, 1)).as("1 of 6").isCloseTo(1 / 6.0, within(0.004));
        assertThat(Sample.fraction(masses, 1, 3)).as("4 of 6").isCloseTo(4 / 6.0, within(0.004));
        assertThat(Sample.fraction(masses, 3.5, 4)).as("a quarter of the last").isCloseTo(1 / 24.0, within(0.002));
        assertThat(Sample.fraction(masses, 0, 0.5)).as("a quarter of the first").isCloseTo(1 / 24.0, within(0.002));
        assertThat(Sample.fraction(masses, -1e-12, 4 + 1e-12)).isEqualTo(1);
    }
}
