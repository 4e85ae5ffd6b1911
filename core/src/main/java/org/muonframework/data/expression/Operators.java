package org.muonframework.data.expression;

import java.util.Map;

/** The loops of the operators; comparisons with NaN are false, except {@code !=}. */
final class Operators {

    /** Arithmetic by symbol. */
    static final Map<String, Kernel> ARITHMETIC = Map.of(
            "+", Operators::add,
            "-", Operators::subtract,
            "*", Operators::multiply,
            "/", Operators::divide,
            "%", Operators::remainder,
            "^", Operators::power);

    /** Comparisons by symbol. */
    static final Map<String, Kernel> COMPARISON = Map.of(
            "<", Operators::less,
            "<=", Operators::lessOrEqual,
            ">", Operators::greater,
            ">=", Operators::greaterOrEqual,
            "==", Operators::equal,
            "!=", Operators::unequal);

    private Operators() {}

    static void add(double[][] in, int rows) {
        double[] a = in[0];
        double[] b = in[1];
        for (int i = 0; i < rows; i++) {
            a[i] += b[i];
        }
    }

    static void subtract(double[][] in, int rows) {
        double[] a = in[0];
        double[] b = in[1];
        for (int i = 0; i < rows; i++) {
            a[i] -= b[i];
        }
    }

    static void multiply(double[][] in, int rows) {
        double[] a = in[0];
        double[] b = in[1];
        for (int i = 0; i < rows; i++) {
            a[i] *= b[i];
        }
    }

    static void divide(double[][] in, int rows) {
        double[] a = in[0];
        double[] b = in[1];
        for (int i = 0; i < rows; i++) {
            a[i] /= b[i];
        }
    }

    static void remainder(double[][] in, int rows) {
        double[] a = in[0];
        double[] b = in[1];
        for (int i = 0; i < rows; i++) {
            a[i] %= b[i];
        }
    }

    static void power(double[][] in, int rows) {
        double[] a = in[0];
        double[] b = in[1];
        for (int i = 0; i < rows; i++) {
            a[i] = Math.pow(a[i], b[i]);
        }
    }

    static void square(double[][] in, int rows) {
        double[] a = in[0];
        for (int i = 0; i < rows; i++) {
            a[i] *= a[i];
        }
    }

    static void negate(double[][] in, int rows) {
        double[] a = in[0];
        for (int i = 0; i < rows; i++) {
            a[i] = -a[i];
        }
    }

    static void less(double[][] in, int rows) {
        double[] a = in[0];
        double[] b = in[1];
        for (int i = 0; i < rows; i++) {
            a[i] = a[i] < b[i] ? 1 : 0;
        }
    }

    static void lessOrEqual(double[][] in, int rows) {
        double[] a = in[0];
        double[] b = in[1];
        for (int i = 0; i < rows; i++) {
            a[i] = a[i] <= b[i] ? 1 : 0;
        }
    }

    static void greater(double[][] in, int rows) {
        double[] a = in[0];
        double[] b = in[1];
        for (int i = 0; i < rows; i++) {
            a[i] = a[i] > b[i] ? 1 : 0;
        }
    }

    static void greaterOrEqual(double[][] in, int rows) {
        double[] a = in[0];
        double[] b = in[1];
        for (int i = 0; i < rows; i++) {
            a[i] = a[i] >= b[i] ? 1 : 0;
        }
    }

    static void equal(double[][] in, int rows) {
        double[] a = in[0];
        double[] b = in[1];
        for (int i = 0; i < rows; i++) {
            a[i] = a[i] == b[i] ? 1 : 0;
        }
    }

    static void unequal(double[][] in, int rows) {
        double[] a = in[0];
        double[] b = in[1];
        for (int i = 0; i < rows; i++) {
            a[i] = a[i] != b[i] ? 1 : 0;
        }
    }

    static void not(double[][] in, int rows) {
        double[] a = in[0];
        for (int i = 0; i < rows; i++) {
            a[i] = 1 - a[i];
        }
    }

    static void either(double[][] in, int rows) {
        double[] a = in[0];
        double[] b = in[1];
        for (int i = 0; i < rows; i++) {
            a[i] = Math.max(a[i], b[i]);
        }
    }

    static void all(double[][] in, int rows) {
        double[] a = in[0];
        for (int k = 1; k < in.length; k++) {
            double[] b = in[k];
            for (int i = 0; i < rows; i++) {
                a[i] *= b[i];
            }
        }
    }

    static void choose(double[][] in, int rows) {
        double[] condition = in[0];
        double[] yes = in[1];
        double[] no = in[2];
        for (int i = 0; i < rows; i++) {
            condition[i] = condition[i] != 0 ? yes[i] : no[i];
        }
    }
}
