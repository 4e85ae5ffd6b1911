package org.muonframework.data.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muonframework.spi.data.ColumnRole;
import org.muonframework.spi.data.ColumnSpec;
import org.muonframework.spi.data.ColumnType;
import org.muonframework.spi.data.Schema;

@DisplayName("The unit of an expression")
class UnitsTest {

    private static final Schema SCHEMA = Schema.of(List.of(
            column("pt1", "GeV", false),
            column("pt2", "GeV", false),
            column("eta1", "", false),
            column("eta2", "", false),
            column("phi1", "rad", false),
            column("phi2", "rad", false),
            column("d0", "cm", false),
            column("mu_pt", "GeV", true),
            column("mu_eta", "", true),
            column("mu_phi", "rad", true)));

    @ParameterizedTest(name = "{0} → {1}")
    @DisplayName("follows from its columns where it can be told, and is left open elsewhere")
    @CsvSource(
            delimiter = '|',
            emptyValue = "",
            value = {
                "pt1 | GeV",
                "-pt1 | GeV",
                "pt1 + pt2 | GeV",
                "pt1 + d0 | ''",
                "pt1 / pt2 | ''",
                "pt1 * pt2 | ''",
                "pt1 / 1000 | ''",
                "sqrt(pt1) | ''",
                "abs(pt1 - pt2) | GeV",
                "max(pt1, pt2) | GeV",
                "min(pt1, d0) | ''",
                "eta1 > 0 ? pt1 : pt2 | GeV",
                "pt1 > 20 | ''",
                "deltaPhi(phi1, phi2) | rad",
                "atan2(pt1, pt2) | rad",
                "deltaR(eta1, phi1, eta2, phi2) | ''",
                "ptRel(pt1, eta1, phi1, pt2, eta2, phi2) | GeV",
                "longitudinalFraction(pt1, eta1, phi1, pt2, eta2, phi2) | ''",
                "mass(pt1, eta1, phi1, pt2, eta2, phi2) | GeV",
                "max(mu_pt) | GeV",
                "mu_pt[0] | GeV",
                "sum(mu_pt[mu_pt > 20]) | GeV",
                "count(mu_pt > 20) | ''",
                "argmax(mu_pt) | ''",
                "leading(mu_phi, mu_pt, 0) | rad",
                "leadingPairMass(mu_pt, mu_eta, mu_phi) | GeV"
            })
    void follows(String text, String unit) {
        assertThat(Expression.parse(text, SCHEMA).unit()).isEqualTo(unit);
    }

    private static ColumnSpec column(String name, String unit, boolean jagged) {
        return new ColumnSpec(name, ColumnType.DOUBLE, jagged, unit, "", ColumnRole.FEATURE);
    }
}
