package org.muonframework.calorimeter.resolution;

import org.muonframework.spi.metric.Evaluation;
import org.muonframework.spi.metric.Part;
import org.muonframework.spi.metric.Sample;

/**
 * The true energies that a model was trained on: what it knows of an energy before it sees a muon.
 *
 * @param low the lowest, in GeV
 * @param high the highest, in GeV
 * @param part where they were looked at
 */
record PriorRange(double low, double high, Part part) {

    /** That of the training part, or of the evaluated one where the other is not at hand. */
    static PriorRange of(Evaluation evaluation, String target) {
        Sample sample = evaluation.sample(Part.TRAINING).orElseGet(evaluation::evaluatedSample);
        float[] energies = sample.targets()[evaluation.task().targets().indexOf(target)];
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (float energy : energies) {
            low = Math.min(low, energy);
            high = Math.max(high, energy);
        }
        return new PriorRange(low, high, sample.part());
    }

    /** For captions: {@code True energies in the training part reach from 50 to 8000 GeV}. */
    String sentence() {
        return "True energies in the " + part.label() + " part reach from " + whole(low) + " to " + whole(high)
                + " GeV; near these ends, and wherever the calorimeter says little, this prior range makes resolutions"
                + " small.";
    }

    private static String whole(double energy) {
        return String.valueOf(Math.round(energy));
    }
}
