package org.muonframework.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

@Label("Fill values")
class FillValuesTest {

    @Property(tries = 200)
    @Label("have the median of a sort, whatever the values")
    void median(@ForAll @Size(min = 1, max = 60) float[] values) {
        float[] withGaps = Arrays.copyOf(values, values.length + 2);
        withGaps[values.length] = Float.NaN;
        withGaps[values.length + 1] = Float.NaN;
        float[] sorted = values.clone();
        Arrays.sort(sorted);
        int n = sorted.length;

        FillValues fitted = FillValues.fit(
                List.of("x"),
                MissingPolicy.of(MissingPolicy.Policy.MEDIAN),
                new float[][] {withGaps},
                new float[n + 2],
                Set.of());

        assertThat(fitted.values()[0]).isEqualTo((float) (0.5 * ((double) sorted[(n - 1) / 2] + sorted[n / 2])));
    }

    @Example
    @Label("are as many as the features, or none where nothing is filled")
    void lengths() {
        assertThatThrownBy(
                        () -> new FillValues(List.of("x"), new float[0], MissingPolicy.of(MissingPolicy.Policy.MEAN)))
                .hasMessage("expected 1 fill values, not 0");
        assertThatThrownBy(
                        () -> new FillValues(List.of("x"), new float[1], MissingPolicy.of(MissingPolicy.Policy.DROP)))
                .hasMessage("expected 0 fill values, not 1");
    }
}
