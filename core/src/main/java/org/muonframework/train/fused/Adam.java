package org.muonframework.train.fused;

import java.util.ArrayList;
import java.util.List;
import org.muonframework.train.fused.kernel.AdamStep;
import org.muonframework.train.fused.kernel.Kernels;
import org.muonframework.train.fused.step.Parameters;
import org.muonframework.train.neural.optimize.OptimizerSettings;
import org.muonframework.train.neural.store.Tensor;

/** Adam and AdamW; see {@link AdamStep} for the formula. */
final class Adam implements Optimizer {

    private static final String MEAN = "mean";
    private static final String SQUARE = "square";

    private final OptimizerSettings settings;
    private final double l2;
    private final Parameters parameters;
    private final float[] means;
    private final float[] squares;

    Adam(OptimizerSettings settings, double l2, Parameters parameters) {
        this.settings = settings;
        this.l2 = l2;
        this.parameters = parameters;
        means = new float[parameters.trained()];
        squares = new float[parameters.trained()];
    }

    @Override
    public void change(
            Kernels kernels, Move move, int from, int to, boolean weights, float[] gradient, float[] values) {
        AdamStep step = new AdamStep(
                (float) settings.correctedRate(move.number(), move.rate(), move.momentum()),
                (float) move.momentum(),
                (float) settings.beta2(),
                (float) settings.epsilon(),
                weights ? (float) l2 : 0,
                weights ? (float) settings.keptWeight(move.rate()) : 1);
        kernels.adam(from, to, step, gradient, means, squares, values);
    }

    @Override
    public List<Tensor> state() {
        List<Tensor> state = new ArrayList<>(parameters.packSlots(MEAN, means));
        state.addAll(parameters.packSlots(SQUARE, squares));
        return state;
    }

    @Override
    public void restore(List<Tensor> state) {
        parameters.unpackSlots(MEAN, state, means);
        parameters.unpackSlots(SQUARE, state, squares);
    }
}
