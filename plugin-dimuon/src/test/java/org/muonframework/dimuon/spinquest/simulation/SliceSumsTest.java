package org.muonframework.dimuon.spinquest.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SliceSumsTest {

    private final SliceSums sums = new SliceSums(20);

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.01, 0.12345, 0.3337, 0.62, 0.8001, 0.9})
    @DisplayName("the sums over slices are those of a loop, to 10⁻⁵")
    void areThoseOfALoop(double lost) {
        double[] expected = new double[5];
        for (int slice = 0; slice < 20; slice++) {
            double w = 1 / (1 - lost * (slice + 0.5) / 20);
            double arm = 19.5 - slice;
            expected[SliceSums.W] += w;
            expected[SliceSums.W_A] += w * arm;
            expected[SliceSums.W2] += w * w;
            expected[SliceSums.W2_A] += w * w * arm;
            expected[SliceSums.W2_A2] += w * w * arm * arm;
        }
        double[] found = new double[5];
        sums.at(lost, found);
        for (int sum = 0; sum < 5; sum++) {
            assertThat(found[sum]).isCloseTo(expected[sum], withinPercentage(1e-3));
        }
    }
}
