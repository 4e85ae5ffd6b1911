package org.muonframework.dimuon.spinquest.swim;

import org.muonframework.spi.Context;
import org.muonframework.spi.TransformProvider;
import org.muonframework.spi.data.Transform;

/** Finds vertex and momentum of a SpinQuest pair by following its tracks back: what a network has to be better than. */
public final class SwimBackProvider implements TransformProvider<SwimSettings> {

    @Override
    public String name() {
        return "swim-back";
    }

    @Override
    public String description() {
        return "vertex, momentum and mass of a muon pair in SpinQuest, from its tracks followed back through the iron";
    }

    @Override
    public Class<SwimSettings> settings() {
        return SwimSettings.class;
    }

    @Override
    public Transform create(SwimSettings settings, Context context) {
        return new SwimColumns(new SwimBack(settings));
    }
}
