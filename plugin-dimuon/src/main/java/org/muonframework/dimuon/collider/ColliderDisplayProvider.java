package org.muonframework.dimuon.collider;

import org.muonframework.spi.Context;
import org.muonframework.spi.DisplayProvider;
import org.muonframework.spi.display.EventDisplay;

/** {@code collider}: muons and electrons of a row in the field of a solenoid. */
public final class ColliderDisplayProvider implements DisplayProvider<ColliderSettings> {

    @Override
    public String name() {
        return "collider";
    }

    @Override
    public String description() {
        return "muons and electrons of a row in the field of a solenoid, that of CMS by default";
    }

    @Override
    public Class<ColliderSettings> settings() {
        return ColliderSettings.class;
    }

    @Override
    public EventDisplay create(ColliderSettings settings, Context context) {
        return new ColliderDisplay(settings);
    }
}
