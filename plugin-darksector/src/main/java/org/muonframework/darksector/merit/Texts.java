package org.muonframework.darksector.merit;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as people write them. */
final class Texts {

    private static final MathContext DIGITS = new MathContext(6);

    private Texts() {}

    /** At most six digits, without zeros at the end: {@code 0.3} of the float that is next to it. */
    static String decimal(double number) {
        return new BigDecimal(number).round(DIGITS).stripTrailingZeros().toPlainString();
    }
}
