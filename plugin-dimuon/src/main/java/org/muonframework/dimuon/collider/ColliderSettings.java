package org.muonframework.dimuon.collider;

import org.muonframework.spi.settings.Default;
import org.muonframework.spi.settings.Doc;
import org.muonframework.spi.settings.Range;
import org.muonframework.spi.settings.Unit;

/** Settings of {@code collider}: by default CMS. */
@Doc("leptons in the field of a solenoid")
public record ColliderSettings(
        @Doc("magnetic field along z within the solenoid") @Default("3.8") @Range(min = -10, max = 10) @Unit("T")
        double field,

        @Doc("radius of the solenoid") @Default("3") @Range(min = 0, minExclusive = true) @Unit("m")
        double solenoidRadius,

        @Doc("half the length of the solenoid") @Default("6.25") @Range(min = 0, minExclusive = true) @Unit("m")
        double solenoidLength,

        @Doc("radius of the whole detector") @Default("7.3") @Range(min = 0, minExclusive = true) @Unit("m")
        double radius,

        @Doc("half the length of the whole detector") @Default("10.8") @Range(min = 0, minExclusive = true) @Unit("m")
        double length) {

    public ColliderSettings {
        if (radius < solenoidRadius || length < solenoidLength) {
            throw new IllegalArgumentException("the solenoid, " + solenoidRadius + " m by " + solenoidLength
                    + " m, has to fit into the detector, " + radius + " m by " + length + " m");
        }
    }

    Detector detector() {
        return new Detector(solenoidRadius, solenoidLength, radius, length);
    }
}
