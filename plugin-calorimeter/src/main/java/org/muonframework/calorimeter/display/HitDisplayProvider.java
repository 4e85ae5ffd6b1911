package org.muonframework.calorimeter.display;

import org.muonframework.spi.Context;
import org.muonframework.spi.DisplayProvider;
import org.muonframework.spi.display.EventDisplay;

/** {@code calorimeter}: the cells that a muon hit, and its way. */
public final class HitDisplayProvider implements DisplayProvider<HitDisplaySettings> {

    @Override
    public String name() {
        return "calorimeter";
    }

    @Override
    public String description() {
        return "the energy in the cells that a muon hit, and the way of the muon";
    }

    @Override
    public Class<HitDisplaySettings> settings() {
        return HitDisplaySettings.class;
    }

    @Override
    public EventDisplay create(HitDisplaySettings settings, Context context) {
        return new HitDisplay(settings);
    }
}
