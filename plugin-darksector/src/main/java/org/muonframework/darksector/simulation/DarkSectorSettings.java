package org.muonframework.darksector.simulation;

import java.util.List;
import java.util.Optional;
import org.muonframework.spi.settings.Default;
import org.muonframework.spi.settings.Doc;
import org.muonframework.spi.settings.Range;
import org.muonframework.spi.settings.Unit;

/** Settings of {@link DarkSectorSimulation}. */
@Doc("Four muons at Belle II, four candidates an event: with a Z' of many masses (signal) or without (background).")
public record DarkSectorSettings(
        @Doc("Masses of the Z', from 0.2114 to 10.36 GeV; empty for 0.22, 0.3 and on in steps of 0.1 to 9.9.")
        @Default("[]")
        @Unit("GeV")
        List<Double> masses,

        @Doc("Number of selected signal events of each mass; each event is four rows.")
        @Default("2000")
        @Range(min = 0, max = 1e9)
        long eventsPerMass,

        @Doc("Number of selected background events.") @Default("200000") @Range(min = 0, max = 1e12)
        long backgroundEvents,

        @Doc("Number of selected events in all, to which those of signal and background are scaled if it is given; with"
                + " fewer of signal than masses, some masses are left out.")
        @Range(min = 1, max = 1e12)
        Optional<Long> events,

        @Doc("Luminosity that the weights of the background stand for.")
        @Default("178")
        @Range(min = 0, minExclusive = true)
        @Unit("1/fb")
        double luminosity,

        @Doc("Whether the beams radiate photons.") @Default("true")
        boolean isr,

        @Doc("Whether 5 % of the background are converted photons and pions taken for muons, in shape only.")
        @Default("false")
        boolean others) {

    public DarkSectorSettings {
        masses = List.copyOf(masses);
    }
}
