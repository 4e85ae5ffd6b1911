package org.muonframework.data.weight;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muonframework.spi.problem.DataException;
import org.muonframework.stats.Binning;

/**
 * Factors of training weights that depend on class and bin.
 *
 * <p>Flat means: each bin has the same sum of weights, whatever its width. Each class gets its target shape by itself
 * and keeps its sum of weights. A bin where the class or its target has no positive sum of weights is outside the
 * support; rows there, and rows beyond the edges, keep their weights. A factor is cut off at the cap, then the factors
 * of the class are scaled together so that its sum of weights is what it was; where the cap was reached the largest
 * factor is therefore somewhat above it.
 */
public final class Reweighting {

    private final Grid grid;
    private final List<Optional<ShapeFactors>> ofClass;

    private Reweighting(Grid grid, List<Optional<ShapeFactors>> ofClass) {
        this.grid = grid;
        this.ofClass = List.copyOf(ofClass);
    }

    /**
     * Fits the factors to the training part.
     *
     * @param labels the class of each row
     * @param weights the training weight of each row
     * @param columns the values of the variables' expressions, row by row
     * @param classes names of the classes
     * @throws DataException if a variable cannot be binned, or a class that is to be reweighted has nothing in common
     *     with its target
     */
    public static Reweighting fit(
            ReweightPlan plan, int[] labels, float[] weights, Map<String, double[]> columns, List<String> classes) {
        Grid grid = grid(plan, columns, shares(labels, weights, classes.size()));
        double[][] sums = grid.sums(grid.bins(columns, labels.length), labels, weights, classes.size());
        List<Optional<ShapeFactors>> factors = new ArrayList<>();
        for (int label = 0; label < sums.length; label++) {
            if (!plan.mode().changes(label, plan.signal())) {
                factors.add(Optional.empty());
                continue;
            }
            ShapeFactors fitted = ShapeFactors.of(sums[label], target(plan, grid, sums), plan.cap());
            if (!fitted.anySupport()) {
                throw new DataException(
                        plan.where(),
                        "the training rows of class '" + classes.get(label) + "' cannot be reweighted: in no bin of "
                                + String.join(", ", grid.expressions()) + " do they and the rows that they are to"
                                + " follow both have a sum of weights above 0; check the edges");
            }
            factors.add(Optional.of(fitted));
        }
        return new Reweighting(grid, factors);
    }

    private static double[] target(ReweightPlan plan, Grid grid, double[][] sums) {
        return switch (plan.mode()) {
            case SIGNAL_TO_BACKGROUND -> {
                List<double[]> background = new ArrayList<>(Arrays.asList(sums));
                background.remove(plan.signal());
                yield grid.together(background);
            }
            case BACKGROUND_TO_SIGNAL -> sums[plan.signal()];
            case FLATTEN, NONE -> {
                double[] flat = new double[grid.size()];
                Arrays.fill(flat, 1);
                yield flat;
            }
        };
    }

    private static Grid grid(ReweightPlan plan, Map<String, double[]> columns, double[] shares) {
        List<Binning> axes = new ArrayList<>();
        for (ReweightVariable variable : plan.variables()) {
            axes.add(variable.bins()
                    .fit(columns.get(variable.expression()), shares)
                    .orElseThrow(() -> new DataException(
                            plan.where(),
                            "no bins of equal weight can be made for '" + variable.name()
                                    + "': the training rows have fewer than two different finite values of it between"
                                    + " 'low' and 'high'")));
        }
        return new Grid(
                plan.variables().stream().map(ReweightVariable::expression).toList(), axes);
    }

    /** |w| of each row as a part of its class, so that bins of equal weight are shared equally by the classes. */
    private static double[] shares(int[] labels, float[] weights, int classes) {
        double[] sums = new double[classes];
        for (int row = 0; row < labels.length; row++) {
            sums[labels[row]] += Math.abs(weights[row]);
        }
        double[] shares = new double[labels.length];
        for (int row = 0; row < labels.length; row++) {
            shares[row] = weights[row] == 0 ? 0 : Math.abs(weights[row]) / sums[labels[row]];
        }
        return shares;
    }

    /** The edges of the bins of each variable, in the order of the plan. */
    public List<double[]> edges() {
        return grid.axes().stream().map(Binning::edges).toList();
    }

    /** Whether the rows of a class get factors. */
    public boolean changes(int label) {
        return ofClass.get(label).isPresent();
    }

    /**
     * The new weights of rows of any part.
     *
     * @param weights the training weight of each row
     * @param columns the values of the variables' expressions, row by row
     */
    public Reweighted apply(int[] labels, float[] weights, Map<String, double[]> columns) {
        int rows = labels.length;
        int[] bins = grid.bins(columns, rows);
        double[] reweighted = new double[rows];
        boolean[] outside = new boolean[rows];
        boolean[] capped = new boolean[rows];
        for (int row = 0; row < rows; row++) {
            reweighted[row] = weights[row];
            int bin = bins[row];
            Optional<ShapeFactors> shape = ofClass.get(labels[row]);
            if (shape.isPresent()) {
                outside[row] = bin == Grid.OUTSIDE || !shape.get().supported()[bin];
                reweighted[row] *= outside[row] ? 1 : shape.get().factors()[bin];
                capped[row] = !outside[row] && shape.get().capped()[bin];
            }
        }
        return new Reweighted(reweighted, outside, capped);
    }
}
