package org.muonframework.calorimeter.features;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import org.muonframework.spi.data.ColumnSpec;

/** Subsets of the features that are trained on, as in the public code of the analysis. */
public enum FeatureSet {
    /** All 28. */
    ALL(EnumSet.range(HighLevelFeature.EABOVE, HighLevelFeature.EA1)),
    /** The 19 left when those are gone that others say as well. */
    FILTERED(EnumSet.of(
            HighLevelFeature.RMOM,
            HighLevelFeature.RMOM1,
            HighLevelFeature.R2M,
            HighLevelFeature.R2M1,
            HighLevelFeature.R2M2,
            HighLevelFeature.R2M3,
            HighLevelFeature.R2M4,
            HighLevelFeature.R2M5,
            HighLevelFeature.NCLU,
            HighLevelFeature.MAXDEPTHX,
            HighLevelFeature.MAXDEPTHY,
            HighLevelFeature.MAXDEPTHZ,
            HighLevelFeature.EPERCELL,
            HighLevelFeature.AVGCELLS,
            HighLevelFeature.AVGCELLS1,
            HighLevelFeature.YMOM,
            HighLevelFeature.XMOM,
            HighLevelFeature.EMEAS,
            HighLevelFeature.EB1)),
    /** The energy by size of the cells, and nothing of where they are. */
    ENERGY_SUMS(EnumSet.of(HighLevelFeature.EABOVE, HighLevelFeature.EB1, HighLevelFeature.EA1));

    private final List<HighLevelFeature> features;

    FeatureSet(Collection<HighLevelFeature> features) {
        this.features = List.copyOf(features);
    }

    /** The features, in order. */
    public List<HighLevelFeature> features() {
        return features;
    }

    /** Names of their columns, in order. */
    public List<String> names() {
        return features.stream().map(HighLevelFeature::column).toList();
    }

    /** Their columns, in order. */
    public List<ColumnSpec> columns() {
        return features.stream().map(HighLevelFeature::spec).toList();
    }
}
