package org.muonframework.data.lint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muonframework.data.format.Tables;

/** What is known of the open data of CMS is found, and nothing else. */
class RealDataLintTest {

    @ParameterizedTest
    @CsvSource({
        "Zmumu_Run2011A_masses, M, 1257",
        "Ymumu, phi2, 303",
        "peakdata4, M, 385",
    })
    void transverseMomentaOfAnotherFitAreCounted(String file, String target, long expected) {
        assertThat(Linted.of(Tables.real("cms-csv/" + file + ".csv"), target, "Run", "Event")
                        .findings("transverse-momentum"))
                .filteredOn(finding -> finding.columns().contains("pt1"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.count()).isEqualTo(expected))
                .satisfies(finding -> assertThat(finding.example()).isPresent());
    }

    @ParameterizedTest
    @CsvSource({
        "MuRun2010B_0, M",
        "dimuon-Jpsi, M",
        "Zmumu, dxy2",
        "Wmunu_2010, phiMET",
        "4mu_2011, M",
        "4mu_2012, M",
        "2e2mu_2012, M",
    })
    void goodDataAreQuiet(String file, String target) {
        assertThat(Linted.of(Tables.real("cms-csv/" + file + ".csv"), target, "Run", "Event")
                        .findings())
                .filteredOn(finding -> !finding.check().equals("constant"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"Zmumu_Run2011A_masses, M", "Ymumu, phi2", "peakdata4, M"})
    void nothingElseIsFoundWhereMomentaDiffer(String file, String target) {
        assertThat(Linted.of(Tables.real("cms-csv/" + file + ".csv"), target, "Run", "Event")
                        .findings())
                .extracting(Finding::check)
                .containsOnly("transverse-momentum");
    }

    @Test
    void aMassWindowGivesTheClassAway() {
        assertThat(Linted.of(Tables.real("cms-csv/MuRun2010B_0.csv"), "M", "Run", "Event")
                        .features("M")
                        .targets()
                        .label("M > 20")
                        .findings("separating-feature"))
                .hasSize(1);
    }

    @Test
    void eventsThatAFileHoldsSeveralTimesAreCountedAndNotDividedByASplitByEvent() {
        Linted zmumu = Linted.of(Tables.real("root/uproot-Zmumu.root"), "M", "Run", "Event");

        assertThat(zmumu.findings("repeated-events"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.what()).isEqualTo("2,304 rows hold 500 different events"))
                .satisfies(finding -> assertThat(finding.count()).isEqualTo(1804));
        assertThat(zmumu.findings("divided-events")).isEmpty();
        assertThat(zmumu.splitBy("M").findings("divided-events")).hasSize(1);
    }
}
