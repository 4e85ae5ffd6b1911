package org.muonframework.calorimeter.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BendingTest {

    @ParameterizedTest
    @ValueSource(doubles = {5, 50, 100, 1000, 8000})
    @DisplayName("two points of a circle that leaves along z give the momentum p = 0.3 B r")
    void circle(double momentum) {
        double radius = momentum / 0.6 * 1000;
        double x1 = radius - Math.sqrt(radius * radius - 500 * 500);
        double x2 = radius - Math.sqrt(radius * radius - 1500 * 1500);
        assertThat(Bending.momentum(x1, 500, x2, 1500)).isCloseTo(momentum, within(1e-6 * momentum));
        assertThat(Bending.momentum(-x1, 500, -x2, 1500)).isCloseTo(-momentum, within(1e-6 * momentum));
        assertThat(Bending.momentum(7 + x1, 500, 7 + x2, 1500)).isCloseTo(momentum, within(1e-6 * momentum));
    }

    @Test
    @DisplayName("an almost straight line gives 10 TeV with its sign, a straight one 0")
    void straight() {
        assertThat(Bending.momentum(0, 500, 1e-9, 1500)).isEqualTo(1e4);
        assertThat(Bending.momentum(0, 500, -1e-9, 1500)).isEqualTo(-1e4);
        assertThat(Bending.momentum(3, 500, 3, 1500)).isZero();
    }
}
