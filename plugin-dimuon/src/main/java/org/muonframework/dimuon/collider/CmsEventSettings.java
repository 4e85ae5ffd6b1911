package org.muonframework.dimuon.collider;

import org.muonframework.spi.settings.Default;
import org.muonframework.spi.settings.Doc;
import org.muonframework.spi.settings.Range;
import org.muonframework.spi.settings.Unit;

/** Settings of {@code cms-event}. */
@Doc("events of CMS with tracks, muons, electrons and cells of the calorimeters")
public record CmsEventSettings(
        @Doc("tracks of less transverse momentum are not shown") @Default("1") @Range(min = 0) @Unit("GeV")
        double trackPt,

        @Doc("muons and electrons of less transverse momentum are not shown") @Default("5") @Range(min = 0) @Unit("GeV")
        double leptonPt,

        @Doc("cells of less energy are not shown") @Default("2") @Range(min = 0, minExclusive = true) @Unit("GeV")
        double cellEnergy) {}
