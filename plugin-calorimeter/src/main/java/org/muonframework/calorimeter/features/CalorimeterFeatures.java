package org.muonframework.calorimeter.features;

import org.muonframework.spi.Context;
import org.muonframework.spi.TransformProvider;
import org.muonframework.spi.data.Transform;
import org.muonframework.spi.settings.Default;
import org.muonframework.spi.settings.Doc;

/** Computes the high-level features of events from the cells that they hit. */
public final class CalorimeterFeatures implements TransformProvider<CalorimeterFeatures.Settings> {

    /** What is read, and on which scale features are given. */
    public record Settings(
            @Doc("Column of the cells that an event hits, numbered (iz·32 + ix)·32 + iy.") @Default("hitCell")
            String cells,

            @Doc("Column of their energies, in GeV.") @Default("hitEnergy")
            String energies,

            @Doc("Column of where the muon enters in x, as a tracker knows it, in mm.") @Default("true_x")
            String x,

            @Doc("Column of where the muon enters in y, in mm.") @Default("true_y")
            String y,

            @Doc(
                    "Whether features are given as the logarithm ln(f + 0.001), or ±ln(1 + |f|) where they may be negative:"
                            + " networks learn from these.")
            @Default("false")
            boolean logarithms) {}

    @Override
    public String name() {
        return "calorimeter-features";
    }

    @Override
    public String description() {
        return "28 features of the energies in the calorimeter, and the momentum by the bending of the track in it";
    }

    @Override
    public Class<Settings> settings() {
        return Settings.class;
    }

    @Override
    public Transform create(Settings settings, Context context) {
        return new FeatureColumns(settings);
    }
}
