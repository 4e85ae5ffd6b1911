package org.muonframework.dimuon.spinquest;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Where along the beam a pair was made: the classes 0 to 4, which are the {@link #ordinal}s.
 *
 * <p>Source: the public notebook of D. Handagama's vertexML (github.com/dinupa1/vertexML, November 2022).
 */
public enum VertexRegion {
    /** The collimator upstream. */
    COLLIMATOR(-800, -500),
    /** Air between collimator and target. */
    UPSTREAM(-500, -305),
    /** The polarised target. */
    TARGET(-305, -295),
    /** Air between target and dump. */
    GAP(-295, 0),
    /** The first half of the iron, which stops the beam. */
    DUMP(0, 250);

    private final double low;
    private final double high;

    VertexRegion(double low, double high) {
        this.low = low;
        this.high = high;
    }

    /** Where it begins, in cm. */
    public double low() {
        return low;
    }

    /** Where it ends, in cm. */
    public double high() {
        return high;
    }

    /** The region of a true vertex; borders belong to none. */
    public static Optional<VertexRegion> of(double z) {
        return Arrays.stream(values())
                .filter(region -> region.low < z && z < region.high)
                .findFirst();
    }

    /** The region of a measured vertex: one outside of all has the nearest. */
    public static VertexRegion nearest(double z) {
        if (z < COLLIMATOR.high) {
            return COLLIMATOR;
        }
        if (z < UPSTREAM.high) {
            return UPSTREAM;
        }
        if (z <= TARGET.high) {
            return TARGET;
        }
        return z < GAP.high ? GAP : DUMP;
    }

    /** The names of the classes, in order. */
    public static List<String> names() {
        return Arrays.stream(values())
                .map(region -> region.name().toLowerCase(Locale.ROOT))
                .toList();
    }
}
