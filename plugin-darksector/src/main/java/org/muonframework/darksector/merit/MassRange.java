package org.muonframework.darksector.merit;

import org.muonframework.spi.settings.Default;
import org.muonframework.spi.settings.Doc;
import org.muonframework.spi.settings.Unit;

/** Settings of a range of masses. */
@Doc("a range of masses, ends included")
public record MassRange(
        @Doc("lower end") @Default("1") @Unit("GeV") double low,
        @Doc("upper end") @Default("7") @Unit("GeV") double high) {

    public MassRange {
        if (!(high > low)) {
            throw new IllegalArgumentException("'high' is above 'low', not " + high + " with " + low);
        }
    }

    /** Whether a mass is within. */
    public boolean contains(MassResult mass) {
        return mass.mass() >= low && mass.mass() <= high;
    }

    /** In words: {@code 1 to 7 GeV}. */
    public String text() {
        return Texts.decimal(low) + " to " + Texts.decimal(high) + " GeV";
    }
}
