package org.muonframework.darksector.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.muonframework.darksector.merit.PunziSensitivity;
import org.muonframework.spi.model.ActivationFunction;
import org.muonframework.spi.model.ArchitectureException;
import org.muonframework.spi.model.Loss;
import org.muonframework.spi.model.LossBatch;
import org.muonframework.spi.model.LossCourse;

/**
 * The Punzi loss (Abudinén et al., arXiv:2110.00810): the mean over the generated masses m of the {@linkplain
 * PunziSensitivity smallest cross-section in reach}, sigmaMin(eps_m, B_m), where the score o of a row stands for the
 * probability that it is selected:
 *
 * <pre>
 * eps_m = kappa / f · Σ o over the signal rows of mass m in the window around m / generated_m
 * B_m   = kappa / f · Σ w o over the background rows in the window around m
 * </pre>
 *
 * <p>kappa is the trigger's efficiency, w the weight of a row in expected events, and f the {@linkplain LossBatch#share
 * part} of all rows that the batch is: the columns w and generated_m are those of the whole sample, of which a training
 * sees a part, and so eps_m and B_m are of the whole sample whatever part of it is looked at. The weight is the column,
 * not the training weight: normalising or reweighting training weights changes the pretraining alone.
 *
 * <p>An eps_m below 1e-6 counts as 1e-6, and has no slope. A mass without signal rows in the batch does not count, so
 * that only batches with all masses, at best the whole sample, have the loss that is meant.
 *
 * @param settings its constants, and the expressions of its columns
 */
record PunziLoss(PunziLossSettings settings) implements Loss.Custom {

    @Override
    public String name() {
        return toString();
    }

    @Override
    public ActivationFunction link() {
        return ActivationFunction.SIGMOID;
    }

    @Override
    public Truth truth() {
        return Truth.CLASS;
    }

    @Override
    public void check(long width, int targets) {
        if (width != 1) {
            throw new ArchitectureException("the Punzi loss takes one value, not " + width);
        }
    }

    @Override
    public List<String> columns() {
        return Stream.of(
                        settings.mass(),
                        settings.genMass(),
                        settings.generated(),
                        settings.signal(),
                        settings.background(),
                        settings.weight(),
                        settings.window())
                .distinct()
                .toList();
    }

    @Override
    public Optional<String> objection(Map<String, double[]> columns) {
        return new PunziRowCheck(settings, columns).objection();
    }

    @Override
    public LossCourse begin() {
        return (batch, gradient) -> new PunziBatch(settings, batch).evaluate(gradient);
    }
}
