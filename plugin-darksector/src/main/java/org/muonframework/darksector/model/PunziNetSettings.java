package org.muonframework.darksector.model;

import java.util.List;
import org.muonframework.spi.settings.Default;
import org.muonframework.spi.settings.Doc;
import org.muonframework.spi.settings.Range;

/** The section {@code model} of type {@code punzi-net}. */
@Doc("A small network that a pretraining teaches to tell signal from background, and the training then to reach the"
        + " smallest cross-section at all masses at once (arXiv:2110.00810).")
public record PunziNetSettings(
        @Doc("Units of the hidden layers, from the input on.") @Default("[8, 4]") @Range(min = 1)
        List<Integer> hidden,

        @Doc("Whether features are brought to mean 0 and standard deviation 1.") @Default("true")
        boolean standardise,

        @Doc("What the training makes small.") @Default("{}")
        PunziLossSettings loss) {

    public PunziNetSettings {
        hidden = List.copyOf(hidden);
    }
}
