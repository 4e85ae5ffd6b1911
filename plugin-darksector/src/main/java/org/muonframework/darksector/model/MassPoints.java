package org.muonframework.darksector.model;

import java.util.Arrays;

/** The generated masses of the signal of a batch, in increasing order, and the window around each. */
final class MassPoints {

    private float[] masses = new float[0];
    private float[] windows = new float[0];
    private float[] generated = new float[0];
    private double widest;

    private MassPoints() {}

    /** Those of the signal rows. */
    static MassPoints of(PunziRows rows) {
        MassPoints points = new MassPoints();
        for (int row = 0; row < rows.size(); row++) {
            if (rows.isSignal(row)) {
                points.add(rows.genMass()[row], rows.window()[row], rows.generated()[row]);
            }
        }
        return points;
    }

    private void add(float mass, float window, float events) {
        int place = of(mass);
        if (place < 0) {
            int at = -place - 1;
            masses = inserted(masses, at, mass);
            windows = inserted(windows, at, window);
            generated = inserted(generated, at, events);
            widest = Math.max(widest, window);
        }
    }

    private static float[] inserted(float[] values, int at, float value) {
        float[] longer = Arrays.copyOf(values, values.length + 1);
        System.arraycopy(values, at, longer, at + 1, values.length - at);
        longer[at] = value;
        return longer;
    }

    /** Number of masses. */
    int size() {
        return masses.length;
    }

    /** The number of the point at a generated mass; negative if there is none. */
    int of(float mass) {
        return Arrays.binarySearch(masses, mass);
    }

    /** Number of signal events generated at a point. */
    double generated(int point) {
        return generated[point];
    }

    /** Whether a measured mass lies in the window of a point. */
    boolean contains(int point, double mass) {
        return Math.abs(mass - masses[point]) < windows[point];
    }

    /** The first point whose window may contain a measured mass. */
    int first(double mass) {
        return above(mass - widest);
    }

    /** The one after the last point whose window may contain a measured mass. */
    int end(double mass) {
        return above(mass + widest);
    }

    /** The first point at or above a mass; the number of points if there is none. */
    private int above(double mass) {
        int low = 0;
        int high = masses.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (masses[middle] < mass) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
