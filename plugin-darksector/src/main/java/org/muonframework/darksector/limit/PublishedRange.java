package org.muonframework.darksector.limit;

import java.util.List;
import org.muonframework.spi.figure.Mark;

/**
 * Observed limits of an experiment at 90 % confidence, as the range from its lowest to its highest over all masses.
 *
 * @param name the experiment
 * @param low lowest limit
 * @param high highest limit
 */
record PublishedRange(String name, double low, double high) {

    /** Cross-section times branching ratio in fb, 0.212 to 9 GeV, 178 fb⁻¹ (Belle II, arXiv:2403.02841). */
    static final PublishedRange CROSS_SECTION = new PublishedRange("Belle II", 0.046, 0.97);

    /** g' below 6 GeV (Belle II, arXiv:2403.02841). */
    static final PublishedRange COUPLING = new PublishedRange("Belle II", 0.0008, 0.039);

    /** Lines across a figure. */
    List<Mark> marks() {
        return List.of(
                new Mark.Reference(name + ", lowest", low, false), new Mark.Reference(name + ", highest", high, false));
    }
}
