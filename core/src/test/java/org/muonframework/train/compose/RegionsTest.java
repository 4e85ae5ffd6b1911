package org.muonframework.train.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

@Label("Regions of a variable")
class RegionsTest {

    @Property(tries = 200)
    @Label("a value belongs to the last region whose lower edge it reaches")
    void naive(@ForAll @Size(min = 1, max = 6) Set<Short> some, @ForAll short value) {
        List<Double> edges =
                new TreeSet<>(some).stream().map(edge -> edge / 8.0).toList();
        Regions regions = new Regions("mass", false, edges);

        int expected = (int) edges.stream().filter(edge -> value / 8.0 >= edge).count();

        assertThat(regions.of(value / 8f)).isEqualTo(expected);
        edges.forEach(edge -> assertThat(regions.of(edge.floatValue())).isEqualTo(edges.indexOf(edge) + 1));
    }

    @Example
    @Label("names each region as it would be written")
    void labels() {
        Regions regions = new Regions("mass", false, List.of(1.0, 4.5));

        assertThat(regions.count()).isEqualTo(3);
        assertThat(List.of(regions.label(0), regions.label(1), regions.label(2)))
                .containsExactly("mass < 1", "1 <= mass < 4.5", "mass >= 4.5");
    }

    @Example
    @Label("a value on an edge that has no exact form belongs to the upper region")
    void inexactEdge() {
        assertThat(new Regions("mass", false, List.of(0.7)).of(0.7f)).isEqualTo(1);
        assertThat(new Regions("mass", false, List.of(0.1)).of(0.1f)).isEqualTo(1);
    }
}
