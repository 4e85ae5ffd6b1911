package org.muonframework.calorimeter.model;

import java.util.List;
import org.muonframework.calorimeter.loss.HuberisedLossSettings;
import org.muonframework.spi.settings.Default;
import org.muonframework.spi.settings.Doc;
import org.muonframework.spi.settings.Range;
import org.muonframework.spi.settings.Unit;

/** The section {@code model} of type {@code calo-features}. */
@Doc("Dense layers that find the energy of a muon from features of its hits.")
public record CaloFeaturesSettings(
        @Doc("Units of the dense layers, from the input on.") @Default("[80, 80, 80]") @Range(min = 1)
        List<Integer> hidden,

        @Doc("Whether features are brought to mean 0 and standard deviation 1.") @Default("true")
        boolean standardise,

        @Doc("The energy that the network's 0 stands for.") @Default("2500") @Unit("GeV")
        double offset,

        @Doc("How much energy the network's 1 stands for.")
        @Default("2000")
        @Range(min = 0, minExclusive = true)
        @Unit("GeV")
        double scale,

        @Doc("What the training makes small.") @Default("{}")
        HuberisedLossSettings loss)
        implements BodySettings {

    public CaloFeaturesSettings {
        hidden = List.copyOf(hidden);
    }
}
