package org.muonframework.dimuon.collider;

import java.util.List;
import java.util.Optional;
import org.muonframework.spi.figure.Shape;

/** Places in space, each x, y and z. */
final class Places {

    private Places() {}

    /** The line through them; empty where there are fewer than two, or one is no number. */
    static Optional<Shape.Line> line(List<double[]> places) {
        if (places.size() < 2 || !places.stream().allMatch(at -> Double.isFinite(at[0] + at[1] + at[2]))) {
            return Optional.empty();
        }
        return Optional.of(new Shape.Line(along(places, 0), along(places, 1), along(places, 2)));
    }

    /** Points, those that are numbers. */
    static Shape.Points points(String label, List<double[]> places) {
        List<double[]> finite = places.stream()
                .filter(at -> Double.isFinite(at[0] + at[1] + at[2]))
                .toList();
        return new Shape.Points(label, along(finite, 0), along(finite, 1), along(finite, 2));
    }

    private static double[] along(List<double[]> places, int axis) {
        return places.stream().mapToDouble(place -> place[axis]).toArray();
    }
}
