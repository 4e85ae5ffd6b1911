package org.muonframework.train.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.muonframework.spi.model.ActivationFunction;

@DisplayName("A link")
class LinkTest {

    @Test
    void turnsOutputsIntoProbabilities() {
        float[] values = {0, (float) Math.log(3), 5, 5};
        Link.apply(ActivationFunction.SOFTMAX, values, 2);
        assertThat(values).containsExactly(new float[] {0.25f, 0.75f, 0.5f, 0.5f}, within(1e-6f));
        float[] score = {0, (float) Math.log(3)};
        Link.apply(ActivationFunction.SIGMOID, score, 1);
        assertThat(score).containsExactly(new float[] {0.5f, 0.75f}, within(1e-6f));
    }
}
