package org.muonframework.train.fused;

import java.util.List;
import org.muonframework.spi.model.Architecture;
import org.muonframework.spi.model.Loss;
import org.muonframework.spi.model.LossBatch;
import org.muonframework.spi.model.LossCourse;
import org.muonframework.train.fused.step.Losses;

/** The losses of an architecture, with nothing around them. */
record TestLosses(List<Architecture.Output> outputs) implements Losses {

    TestLosses(Architecture architecture) {
        this(architecture.outputs());
    }

    /** The square of the weighted mean output: no mean over rows. */
    record SquaredMean() implements Loss.Custom {
        @Override
        public String name() {
            return toString();
        }

        @Override
        public Truth truth() {
            return Truth.NONE;
        }

        @Override
        public LossCourse begin() {
            return (batch, gradient) -> {
                double mean = 0;
                for (int i = 0; i < gradient.length; i++) {
                    mean += batch.weights()[i / batch.width()] * batch.outputs()[i] / batch.totalWeight();
                }
                for (int i = 0; i < gradient.length; i++) {
                    gradient[i] = (float) (2 * mean * batch.weights()[i / batch.width()] / batch.totalWeight());
                }
                return mean * mean;
            };
        }
    }

    /** Values of the truth of an output in a row. */
    static int truthWidth(Architecture.Output output) {
        return switch (output.loss().truth()) {
            case CLASS -> 1;
            case TARGETS -> output.columns().size();
            case NONE -> 0;
        };
    }

    @Override
    public int size() {
        return outputs.size();
    }

    @Override
    public int truthWidth(int output) {
        return truthWidth(outputs.get(output));
    }

    @Override
    public double factor(int output) {
        return outputs.get(output).lossWeight();
    }

    @Override
    public boolean additive(int output) {
        return !(outputs.get(output).loss() instanceof Loss.Custom);
    }

    @Override
    public double fit(
            int output, float[] values, float[] truth, float[] weights, int[] order, int from, float[] gradient) {
        LossBatch batch = new LossBatch(values, values.length / weights.length, truth, weights, true);
        return outputs.get(output).loss().begin().evaluate(batch, gradient);
    }

    /** The weight of rows whose first value is above 0. */
    @Override
    public double correct(int output, float[] values, float[] truth, float[] weights) {
        double sum = 0;
        for (int row = 0; row < weights.length; row++) {
            sum += values[row * (values.length / weights.length)] > 0 ? weights[row] : 0;
        }
        return sum;
    }
}
