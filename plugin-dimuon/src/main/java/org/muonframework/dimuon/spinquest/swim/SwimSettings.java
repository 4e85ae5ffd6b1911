package org.muonframework.dimuon.spinquest.swim;

import org.muonframework.spi.settings.Default;
import org.muonframework.spi.settings.Doc;
import org.muonframework.spi.settings.Range;
import org.muonframework.spi.settings.Unit;

/** Settings of {@link SwimBackProvider}. */
@Doc("What a muon gets back on its way back through the whole iron magnet, where every muon is a mean one.")
public record SwimSettings(
        @Doc("Change of px of a positive muon by the field of the magnet.") @Default("3.13") @Unit("GeV")
        double kick,

        @Doc("Mean energy loss at momentum 0.") @Default("7.6") @Range(min = 0) @Unit("GeV")
        double loss,

        @Doc("Mean energy loss, further, for each GeV of momentum.") @Default("0.017") @Range(min = 0)
        double lossSlope) {}
