package org.muonframework.dimuon.collider;

import org.muonframework.spi.Context;
import org.muonframework.spi.DisplayProvider;
import org.muonframework.spi.display.EventDisplay;

/** {@code cms-event}: an event of a file that CMS publishes for event displays. */
public final class CmsEventDisplayProvider implements DisplayProvider<CmsEventSettings> {

    @Override
    public String name() {
        return "cms-event";
    }

    @Override
    public String description() {
        return "an event of a CMS event file (.ig): tracks, muons, electrons and cells of the calorimeters";
    }

    @Override
    public Class<CmsEventSettings> settings() {
        return CmsEventSettings.class;
    }

    @Override
    public EventDisplay create(CmsEventSettings settings, Context context) {
        return new CmsEventDisplay(settings);
    }
}
