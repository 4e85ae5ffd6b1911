package org.muonframework.train.neural.engine;

import java.util.List;

/** Layers written out in plain Java, row by row, to compare an engine with. */
final class Reference {

    private Reference() {}

    /** y = W x + b of one row; W is (units, inputs). */
    static double[] dense(float[] weight, float[] bias, double[] x) {
        double[] y = new double[bias.length];
        for (int u = 0; u < y.length; u++) {
            y[u] = bias[u];
            for (int i = 0; i < x.length; i++) {
                y[u] += weight[u * x.length + i] * x[i];
            }
        }
        return y;
    }

    /** A convolution of one channel stack (c, h, w) with stride and padding; W is (out, c, kh, kw). */
    static double[] convolution(
            float[] weight, float[] bias, float[] x, List<Integer> in, int kernel, int stride, int padding) {
        int channels = in.get(0);
        int height = in.get(1);
        int width = in.get(2);
        int outHeight = (height + 2 * padding - kernel) / stride + 1;
        int outWidth = (width + 2 * padding - kernel) / stride + 1;
        double[] y = new double[bias.length * outHeight * outWidth];
        for (int o = 0; o < bias.length; o++) {
            for (int a = 0; a < outHeight; a++) {
                for (int b = 0; b < outWidth; b++) {
                    double sum = bias[o];
                    for (int c = 0; c < channels; c++) {
                        for (int i = 0; i < kernel; i++) {
                            for (int j = 0; j < kernel; j++) {
                                int row = a * stride + i - padding;
                                int column = b * stride + j - padding;
                                if (row >= 0 && row < height && column >= 0 && column < width) {
                                    sum += weight[((o * channels + c) * kernel + i) * kernel + j]
                                            * x[(c * height + row) * width + column];
                                }
                            }
                        }
                    }
                    y[(o * outHeight + a) * outWidth + b] = sum;
                }
            }
        }
        return y;
    }
}
