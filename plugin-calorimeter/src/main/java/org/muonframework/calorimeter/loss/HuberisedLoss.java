package org.muonframework.calorimeter.loss;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muonframework.spi.model.Loss;
import org.muonframework.spi.model.LossCourse;
import org.muonframework.spi.model.Scaling;

/**
 * Huberised mean fractional squared error (Kieseler et al., Eur. Phys. J. C 82 (2022) 79, arXiv:2107.02119, and its
 * published code): with the predicted energy P and the true one E in GeV, and d = P − E,
 *
 * <pre>
 * loss = Σ w v δ / E / Σ w,    δ = d²                      where d² ≤ t
 *                              δ = t + 2 √t (|d| − √t)     beyond, with the same value and slope at t
 * </pre>
 *
 * <p>w is the weight of the row and v its {@link HighEnergyWeight}, which is not in the denominator. The threshold t is
 * that of the row's range of the true energy: the 68th percentile of d² among the rows of the range in a batch, rows
 * counted and not their weights, averaged over the batches so far as t ← 0.9 t + 0.1 t(batch). It has no slope.
 * Energies outside of all ranges belong to the nearest one.
 *
 * @param settings its constants
 * @param energy name of the target
 * @param scaling of the output: P is its offset plus its scale times the network's number
 */
public record HuberisedLoss(HuberisedLossSettings settings, String energy, Scaling.Fixed scaling)
        implements Loss.Custom {

    @Override
    public String name() {
        return toString();
    }

    @Override
    public List<String> columns() {
        return List.of(column());
    }

    /** The target as an expression. */
    private String column() {
        return energy.matches("[A-Za-z_]\\w*") ? energy : "`" + energy + "`";
    }

    @Override
    public Optional<String> objection(Map<String, double[]> columns) {
        double[] energies = columns.get(column());
        for (int row = 0; row < energies.length; row++) {
            if (!(energies[row] > 0 && Double.isFinite(energies[row]))) {
                return Optional.of("row " + (row + 1) + ": the true energy '" + energy + "' is " + energies[row]
                        + " GeV; the loss divides by it and expects a finite number above 0");
            }
        }
        return Optional.empty();
    }

    @Override
    public LossCourse begin() {
        return new HuberisedCourse(settings, scaling, column());
    }
}
