package org.muonframework.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class EvenSampleTest {

    @Property(tries = 200)
    void aSampleHoldsEveryKthValueHoweverTheyCome(
            @ForAll @Size(max = 40) List<@IntRange(min = 0, max = 100) Integer> batches) {
        EvenSample sample = new EvenSample(64);
        int next = 0;
        for (int size : batches) {
            sample.add(IntStream.range(next, next + size).asDoubleStream().toArray());
            next += size;
        }
        int all = next;

        double[] values = sample.values();

        assertThat(values).hasSizeLessThanOrEqualTo(64);
        assertThat(values.length).isGreaterThanOrEqualTo(Math.min(all, 32));
        int stride = values.length < 2 ? 1 : (int) values[1];
        assertThat(Integer.bitCount(stride)).isEqualTo(1);
        assertThat(Arrays.stream(values).boxed())
                .containsExactlyElementsOf(IntStream.range(0, all)
                        .filter(i -> i % stride == 0)
                        .mapToObj(i -> (double) i)
                        .toList());
    }
}
