package org.muonframework.dimuon.spinquest.display;

import org.muonframework.dimuon.spinquest.swim.SwimSettings;
import org.muonframework.spi.Context;
import org.muonframework.spi.DisplayProvider;
import org.muonframework.spi.display.EventDisplay;

/** {@code spinquest}: both tracks of a pair in the spectrometer, followed back through the iron. */
public final class SpinQuestDisplayProvider implements DisplayProvider<SwimSettings> {

    @Override
    public String name() {
        return "spinquest";
    }

    @Override
    public String description() {
        return "both muons of a pair in the spectrometer of SpinQuest, followed back through the iron to the vertex";
    }

    @Override
    public Class<SwimSettings> settings() {
        return SwimSettings.class;
    }

    @Override
    public EventDisplay create(SwimSettings settings, Context context) {
        return new SpinQuestDisplay(settings);
    }
}
