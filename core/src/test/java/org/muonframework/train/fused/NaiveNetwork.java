package org.muonframework.train.fused;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.muonframework.spi.RandomStreams;
import org.muonframework.spi.model.ActivationFunction;
import org.muonframework.spi.model.Architecture;
import org.muonframework.spi.model.Layer;
import org.muonframework.spi.model.LossBatch;
import org.muonframework.train.neural.data.DropoutMask;
import org.muonframework.train.neural.store.Tensor;
import org.muonframework.train.neural.weights.ParameterKind;
import org.muonframework.train.neural.weights.ParameterLayout;

/** A dense network in training or scoring, computed layer by layer on a whole batch in double precision: what tests compare with. */
final class NaiveNetwork {

    private static final double LEAK = 0.01f;

    private final Architecture architecture;
    private final ParameterLayout layout;
    private final Map<String, double[]> parameters = new HashMap<>();
    private final Map<String, double[]> gradients = new TreeMap<>();
    private final Map<String, double[][]> values = new HashMap<>();
    private final Map<String, double[][]> slopes = new HashMap<>();
    private final List<Double> losses = new ArrayList<>();
    private int epoch;
    private int batch;
    private boolean scoring;

    NaiveNetwork(Architecture architecture, List<Tensor> tensors) {
        this.architecture = architecture;
        this.layout = ParameterLayout.of(architecture);
        for (Tensor tensor : tensors) {
            double[] copy = new double[tensor.values().length];
            for (int i = 0; i < copy.length; i++) {
                copy[i] = tensor.values()[i];
            }
            parameters.put(tensor.name(), copy);
        }
    }

    /** The parameters by name; running averages are what they were before the batch until {@link #evaluate} moves them. */
    Map<String, double[]> parameters() {
        return parameters;
    }

    /** The gradient of the mean loss by name of the parameter. */
    Map<String, double[]> gradients() {
        return gradients;
    }

    /** The loss of each output. */
    List<Double> losses() {
        return losses;
    }

    /** Forward and back with a batch of records. */
    void evaluate(float[][] rows, RandomStreams random, int ofEpoch, int ofBatch) {
        epoch = ofEpoch;
        batch = ofBatch;
        scoring = false;
        slopes.clear();
        gradients.clear();
        losses.clear();
        int column = forward(rows, random);
        values.forEach((name, value) -> slopes.put(name, new double[value.length][value[0].length]));
        for (Architecture.Output output : architecture.outputs()) {
            int width = TestLosses.truthWidth(output);
            judge(output, flat(part(rows, column, width)), flat(part(rows, rows[0].length - 1, 1)));
            column += width;
        }
        for (int node = architecture.nodes().size() - 1; node >= 0; node--) {
            backward(node, architecture.nodes().get(node), random);
        }
    }

    /** The values of each output in scoring: running averages normalise, and nothing is dropped. */
    List<double[][]> score(float[][] rows) {
        scoring = true;
        forward(rows, new RandomStreams(0));
        return architecture.outputs().stream()
                .map(output -> values.get(output.from()))
                .toList();
    }

    /** Gives the column behind the inputs. */
    private int forward(float[][] rows, RandomStreams random) {
        values.clear();
        int column = 0;
        for (Architecture.Input input : architecture.inputs()) {
            int width = input.columns().size();
            values.put(input.name(), part(rows, column, width));
            column += width;
        }
        for (int node = 0; node < architecture.nodes().size(); node++) {
            Architecture.Node place = architecture.nodes().get(node);
            values.put(place.name(), forward(node, place, random));
        }
        return column;
    }

    private void judge(Architecture.Output output, float[] truth, float[] weights) {
        double[][] z = values.get(output.from());
        float[] gradient = new float[z.length * z[0].length];
        LossBatch rows = new LossBatch(flat(z), z[0].length, truth, weights, true);
        losses.add(output.loss().begin().evaluate(rows, gradient));
        double[][] slope = slopes.get(output.from());
        for (int i = 0; i < gradient.length; i++) {
            slope[i / z[0].length][i % z[0].length] += output.lossWeight() * gradient[i];
        }
    }

    private double[][] forward(int node, Architecture.Node place, RandomStreams random) {
        double[][] x = values.get(place.from().get(0));
        int width = x[0].length;
        double[][] y = new double[x.length][];
        if (place.layer() instanceof Layer.Dense dense) {
            double[] weight = parameter(node, ParameterKind.WEIGHT);
            for (int row = 0; row < x.length; row++) {
                y[row] = dense.bias() ? parameter(node, ParameterKind.BIAS).clone() : new double[dense.units()];
                for (int k = 0; k < dense.units(); k++) {
                    for (int j = 0; j < width; j++) {
                        y[row][k] += weight[k * width + j] * x[row][j];
                    }
                }
            }
        } else if (place.layer() instanceof Layer.BatchNorm norm) {
            return normalise(node, norm, x);
        } else if (place.layer() instanceof Layer.Concat) {
            for (int row = 0; row < x.length; row++) {
                List<Double> all = new ArrayList<>();
                for (String from : place.from()) {
                    for (double value : values.get(from)[row]) {
                        all.add(value);
                    }
                }
                y[row] = all.stream().mapToDouble(v -> v).toArray();
            }
        } else {
            DropoutMask mask = mask(node, place.layer(), random);
            for (int row = 0; row < x.length; row++) {
                y[row] = new double[width];
                for (int j = 0; j < width; j++) {
                    for (String from : place.from()) {
                        y[row][j] += values.get(from)[row][j];
                    }
                    if (place.layer() instanceof Layer.Activation activation) {
                        y[row][j] = value(activation.function(), x[row][j]);
                    } else if (place.layer() instanceof Layer.Dropout dropout && !scoring) {
                        y[row][j] *= mask.drops(row * width + j) ? 0 : 1 / (1 - dropout.rate());
                    }
                }
            }
        }
        return y;
    }

    private void backward(int node, Architecture.Node place, RandomStreams random) {
        double[][] x = values.get(place.from().get(0));
        double[][] dx = slopes.get(place.from().get(0));
        double[][] dy = slopes.get(place.name());
        int width = x[0].length;
        if (place.layer() instanceof Layer.Dense dense) {
            double[] weight = parameter(node, ParameterKind.WEIGHT);
            double[] dw = gradient(node, ParameterKind.WEIGHT);
            double[] db = dense.bias() ? gradient(node, ParameterKind.BIAS) : new double[dense.units()];
            for (int row = 0; row < x.length; row++) {
                for (int k = 0; k < dense.units(); k++) {
                    db[k] += dy[row][k];
                    for (int j = 0; j < width; j++) {
                        dw[k * width + j] += dy[row][k] * x[row][j];
                        dx[row][j] += weight[k * width + j] * dy[row][k];
                    }
                }
            }
        } else if (place.layer() instanceof Layer.BatchNorm norm) {
            normaliseBack(node, norm, x, dx, dy);
        } else if (place.layer() instanceof Layer.Concat) {
            int first = 0;
            for (String from : place.from()) {
                double[][] part = slopes.get(from);
                for (int row = 0; row < part.length; row++) {
                    for (int j = 0; j < part[0].length; j++) {
                        part[row][j] += dy[row][first + j];
                    }
                }
                first += part[0].length;
            }
        } else if (place.layer() instanceof Layer.Add) {
            for (String from : place.from()) {
                for (int row = 0; row < x.length; row++) {
                    for (int j = 0; j < width; j++) {
                        slopes.get(from)[row][j] += dy[row][j];
                    }
                }
            }
        } else {
            DropoutMask mask = mask(node, place.layer(), random);
            for (int row = 0; row < x.length; row++) {
                for (int j = 0; j < width; j++) {
                    double slope = 1;
                    if (place.layer() instanceof Layer.Activation activation) {
                        slope = slope(activation.function(), x[row][j]);
                    } else if (place.layer() instanceof Layer.Dropout dropout) {
                        slope = mask.drops(row * width + j) ? 0 : 1 / (1 - dropout.rate());
                    }
                    dx[row][j] += slope * dy[row][j];
                }
            }
        }
    }

    private double[][] normalise(int node, Layer.BatchNorm norm, double[][] x) {
        double[][] y = new double[x.length][x[0].length];
        for (int j = 0; j < x[0].length; j++) {
            double mean = scoring ? parameter(node, ParameterKind.RUNNING_MEAN)[j] : mean(x, j);
            double variance = scoring ? parameter(node, ParameterKind.RUNNING_VAR)[j] : variance(x, j, mean);
            double gamma = parameter(node, ParameterKind.GAMMA)[j];
            double beta = parameter(node, ParameterKind.BETA)[j];
            for (int row = 0; row < x.length; row++) {
                y[row][j] = (x[row][j] - mean) / Math.sqrt(variance + norm.epsilon()) * gamma + beta;
            }
            if (!scoring) {
                move(parameter(node, ParameterKind.RUNNING_MEAN), j, norm.momentum(), mean);
                move(parameter(node, ParameterKind.RUNNING_VAR), j, norm.momentum(), variance);
            }
        }
        return y;
    }

    /** The derivative of {@link #normalise}, written out for one value depending on all rows. */
    private void normaliseBack(int node, Layer.BatchNorm norm, double[][] x, double[][] dx, double[][] dy) {
        int rows = x.length;
        for (int j = 0; j < x[0].length; j++) {
            double mean = mean(x, j);
            double deviation = Math.sqrt(variance(x, j, mean) + norm.epsilon());
            double sum = 0;
            double product = 0;
            for (int row = 0; row < rows; row++) {
                sum += dy[row][j];
                product += dy[row][j] * (x[row][j] - mean) / deviation;
            }
            gradient(node, ParameterKind.GAMMA)[j] += product;
            gradient(node, ParameterKind.BETA)[j] += sum;
            double factor = parameter(node, ParameterKind.GAMMA)[j] / deviation;
            for (int row = 0; row < rows; row++) {
                double standard = (x[row][j] - mean) / deviation;
                dx[row][j] += factor * (dy[row][j] - sum / rows - standard * product / rows);
            }
        }
    }

    private DropoutMask mask(int node, Layer layer, RandomStreams random) {
        double rate = layer instanceof Layer.Dropout dropout ? dropout.rate() : 0;
        return DropoutMask.of(random, epoch, batch, node, rate);
    }

    private double[] parameter(int node, ParameterKind kind) {
        return parameters.get(name(node, kind));
    }

    private double[] gradient(int node, ParameterKind kind) {
        return gradients.computeIfAbsent(name(node, kind), name -> new double[parameters.get(name).length]);
    }

    private String name(int node, ParameterKind kind) {
        return layout.entries().stream()
                .filter(entry -> entry.node() == node && entry.kind() == kind)
                .findFirst()
                .orElseThrow()
                .name();
    }

    private static void move(double[] running, int j, double kept, double value) {
        running[j] = kept * running[j] + (1 - kept) * value;
    }

    private static double mean(double[][] x, int j) {
        double sum = 0;
        for (double[] row : x) {
            sum += row[j];
        }
        return sum / x.length;
    }

    private static double variance(double[][] x, int j, double mean) {
        double sum = 0;
        for (double[] row : x) {
            sum += (row[j] - mean) * (row[j] - mean);
        }
        return sum / x.length;
    }

    private static double value(ActivationFunction function, double x) {
        return switch (function) {
            case IDENTITY -> x;
            case RELU -> Math.max(0, x);
            case LEAKY_RELU -> x > 0 ? x : LEAK * x;
            case SWISH -> x / (1 + Math.exp(-x));
            case TANH -> Math.tanh(x);
            case SIGMOID -> 1 / (1 + Math.exp(-x));
            case SOFTMAX -> throw new IllegalArgumentException();
        };
    }

    private static double slope(ActivationFunction function, double x) {
        double sigmoid = 1 / (1 + Math.exp(-x));
        return switch (function) {
            case IDENTITY -> 1;
            case RELU -> x > 0 ? 1 : 0;
            case LEAKY_RELU -> x > 0 ? 1 : LEAK;
            case SWISH -> sigmoid + x * sigmoid * (1 - sigmoid);
            case TANH -> 1 - Math.tanh(x) * Math.tanh(x);
            case SIGMOID -> sigmoid * (1 - sigmoid);
            case SOFTMAX -> throw new IllegalArgumentException();
        };
    }

    private static double[][] part(float[][] rows, int column, int width) {
        double[][] part = new double[rows.length][width];
        for (int row = 0; row < rows.length; row++) {
            for (int j = 0; j < width; j++) {
                part[row][j] = rows[row][column + j];
            }
        }
        return part;
    }

    private static float[] flat(double[][] rows) {
        float[] flat = new float[rows.length * rows[0].length];
        for (int i = 0; i < flat.length; i++) {
            flat[i] = (float) rows[i / rows[0].length][i % rows[0].length];
        }
        return flat;
    }
}
