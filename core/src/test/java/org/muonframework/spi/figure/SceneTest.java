package org.muonframework.spi.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The shapes of a scene")
class SceneTest {

    private static final double[] ONE = {1};
    private static final double[] UNIT = {1, 1, 1};

    private static Shape.Boxes box(double half, double value, boolean log) {
        return Shape.Boxes.of("E", ONE, ONE, ONE, new double[] {half, 1, 1}, new double[] {value}, log);
    }

    @Test
    @DisplayName("are refused where numbers are missing or none")
    void refused() {
        assertThatThrownBy(() -> new Shape.Line(ONE, ONE, ONE)).hasMessageContaining("two places");
        assertThatThrownBy(() -> new Shape.Points("p", ONE, ONE, new double[2])).hasMessageContaining("1, 2");
        assertThatThrownBy(() -> new Shape.Points("p", ONE, ONE, new double[] {Double.NaN}))
                .hasMessageContaining("finite");
        assertThatThrownBy(() -> box(0, 1, false)).hasMessageContaining("above 0");
        assertThatThrownBy(() -> box(1, 0, true)).hasMessageContaining("logarithmic");
        assertThatThrownBy(() -> box(1, Double.POSITIVE_INFINITY, true)).hasMessageContaining("finite");
        assertThatThrownBy(() -> new Shape.Frame("f", UNIT, UNIT)).hasMessageContaining("not above");
        assertThatThrownBy(() -> new Shape.Cylinder("c", UNIT, UNIT, 1)).hasMessageContaining("two ends");
    }

    @Test
    @DisplayName("share one scale of colours and linear axes")
    void scene() {
        Axis axis = Axis.of("x");
        assertThatThrownBy(() -> Scene.of("s", "", "", axis, axis, axis, List.of(box(1, 1, false), box(1, 2, false))))
                .hasMessageContaining("one colour scale");
        assertThatThrownBy(() -> Scene.of("s", "", "", axis, axis.log(), axis, List.of()))
                .hasMessageContaining("linear");
    }

    @Test
    @DisplayName("are outlined: a frame by twelve edges, a cylinder at its radius about its axis")
    void wires() {
        var frame = new Shape.Frame("f", new double[3], UNIT);
        assertThat(frame.wires()).extracting(wire -> wire.x().length).containsExactly(5, 5, 2, 2, 2, 2);

        var cylinder = new Shape.Cylinder("c", new double[] {1, 2, 3}, new double[] {1, 2, 9}, 2.5);
        for (Shape.Line wire : cylinder.wires()) {
            for (int i = 0; i < wire.x().length; i++) {
                assertThat(Math.hypot(wire.x()[i] - 1, wire.y()[i] - 2)).isBetween(2.4999, 2.5001);
                assertThat(wire.z()[i]).isIn(3.0, 9.0);
            }
        }
    }
}
