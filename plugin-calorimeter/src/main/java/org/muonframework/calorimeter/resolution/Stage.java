package org.muonframework.calorimeter.resolution;

import java.util.List;
import org.muonframework.stats.fit.Estimate;

/**
 * The calorimeter alone and with the tracker, before or after the correction of the bias.
 *
 * @param corrected whether the bias is corrected
 * @param alone the calorimeter
 * @param formula R and R68 of both by (R_c⁻² + R_t⁻²)^−½, in the bins
 * @param events what is measured from the combined energy of each row
 */
record Stage(boolean corrected, ResolutionCurve alone, Formula formula, ResolutionCurve events) {

    /**
     * What the formula says.
     *
     * @param rms from R of the calorimeter
     * @param central from R68 of the calorimeter
     */
    record Formula(List<Estimate> rms, List<Estimate> central) {}

    /** As a value of the key {@code corrected}. */
    String key() {
        return corrected ? "yes" : "no";
    }

    /** In names of figures. */
    String label() {
        return corrected ? "corrected" : "uncorrected";
    }
}
