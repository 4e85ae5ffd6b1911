package org.muonframework.data.expression;

/** The loops of the functions that make one value of a list; what is not there is NaN. */
final class ListKernels {

    private ListKernels() {}

    static void length(double[][] in, Shape shape, double[] out) {
        for (int row = 0; row < shape.rows(); row++) {
            out[row] = shape.length(row);
        }
    }

    static void sum(double[][] in, Shape shape, double[] out) {
        for (int row = 0; row < shape.rows(); row++) {
            double sum = 0;
            for (int i = shape.from(row); i < shape.to(row); i++) {
                sum += in[0][i];
            }
            out[row] = sum;
        }
    }

    static void mean(double[][] in, Shape shape, double[] out) {
        sum(in, shape, out);
        for (int row = 0; row < shape.rows(); row++) {
            out[row] /= shape.length(row);
        }
    }

    static void min(double[][] in, Shape shape, double[] out) {
        for (int row = 0; row < shape.rows(); row++) {
            double smallest = shape.length(row) == 0 ? Double.NaN : Double.POSITIVE_INFINITY;
            for (int i = shape.from(row); i < shape.to(row); i++) {
                smallest = Math.min(smallest, in[0][i]);
            }
            out[row] = smallest;
        }
    }

    static void max(double[][] in, Shape shape, double[] out) {
        for (int row = 0; row < shape.rows(); row++) {
            double largest = shape.length(row) == 0 ? Double.NaN : Double.NEGATIVE_INFINITY;
            for (int i = shape.from(row); i < shape.to(row); i++) {
                largest = Math.max(largest, in[0][i]);
            }
            out[row] = largest;
        }
    }

    static void any(double[][] in, Shape shape, double[] out) {
        for (int row = 0; row < shape.rows(); row++) {
            double any = 0;
            for (int i = shape.from(row); i < shape.to(row); i++) {
                any = Math.max(any, in[0][i]);
            }
            out[row] = any;
        }
    }

    static void all(double[][] in, Shape shape, double[] out) {
        for (int row = 0; row < shape.rows(); row++) {
            double all = 1;
            for (int i = shape.from(row); i < shape.to(row); i++) {
                all = Math.min(all, in[0][i]);
            }
            out[row] = all;
        }
    }

    static void argmax(double[][] in, Shape shape, double[] out) {
        for (int row = 0; row < shape.rows(); row++) {
            int found = ranked(in[0], shape.from(row), shape.to(row), 0);
            out[row] = found < 0 ? Double.NaN : found - shape.from(row);
        }
    }

    static void argmin(double[][] in, Shape shape, double[] out) {
        double[] values = in[0];
        for (int i = 0; i < shape.elements(); i++) {
            values[i] = -values[i];
        }
        argmax(in, shape, out);
    }

    /** The element whose index is in {@code out}; a negative index counts from the end. */
    static void element(double[][] in, Shape shape, double[] out) {
        for (int row = 0; row < shape.rows(); row++) {
            int length = shape.length(row);
            double index = out[row] < 0 ? out[row] + length : out[row];
            boolean exists = index >= 0 && index < length && index == (int) index;
            out[row] = exists ? in[0][shape.from(row) + (int) index] : Double.NaN;
        }
    }

    /** The value of the first list where the second is the largest but as many as {@code out} says. */
    static void leading(double[][] in, Shape shape, double[] out) {
        for (int row = 0; row < shape.rows(); row++) {
            boolean possible = out[row] >= 0 && out[row] < shape.length(row) && out[row] == (int) out[row];
            int found = possible ? ranked(in[1], shape.from(row), shape.to(row), (int) out[row]) : -1;
            out[row] = found < 0 ? Double.NaN : in[0][found];
        }
    }

    /** The mass of the two elements of largest pt, of (pt, η, φ) of muons or (pt, η, φ, m) of any particles. */
    static void leadingPairMass(double[][] in, Shape shape, double[] out) {
        double[][] pairs = new double[2 * in.length][shape.rows()];
        for (int row = 0; row < shape.rows(); row++) {
            for (int rank = 0; rank < 2; rank++) {
                int found = ranked(in[0], shape.from(row), shape.to(row), rank);
                for (int k = 0; k < in.length; k++) {
                    pairs[rank * in.length + k][row] = found < 0 ? Double.NaN : in[k][found];
                }
            }
        }
        if (in.length == 3) {
            KinematicKernels.mass(pairs, shape.rows());
        } else {
            KinematicKernels.massPtEtaPhiM(pairs, shape.rows());
        }
        System.arraycopy(pairs[0], 0, out, 0, shape.rows());
    }

    /**
     * The index of the largest value but {@code rank}, or -1 if there are not as many. Of equal values the first goes
     * first; NaN is passed over.
     */
    private static int ranked(double[] values, int from, int to, int rank) {
        int last = -1;
        for (int pass = 0; pass <= rank; pass++) {
            int best = -1;
            for (int i = from; i < to; i++) {
                boolean behindLast = last < 0 || values[i] < values[last] || (values[i] == values[last] && i > last);
                if (behindLast && (best < 0 ? !Double.isNaN(values[i]) : values[i] > values[best])) {
                    best = i;
                }
            }
            if (best < 0) {
                return -1;
            }
            last = best;
        }
        return last;
    }
}
