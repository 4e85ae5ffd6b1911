package org.muonframework.data.format.root.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BranchTitleTest {

    @ParameterizedTest
    @CsvSource({
        "'transverse momentum', GeV, 'transverse momentum [GeV]'",
        "'', GeV, 'pt [GeV]'",
        "'charge', '', 'charge'",
        "'', '', ''",
        "'first of [a, b]', '', 'first of [a, b] []'",
        "'first of [a, b]', cm, 'first of [a, b] [cm]'",
        "'', 'GeV[c]', 'pt [GeV[c]]'"
    })
    void whatIsWrittenComesBack(String description, String unit, String title) {
        BranchTitle written = new BranchTitle(description, unit);
        assertThat(written.format("pt")).isEqualTo(title);
        assertThat(BranchTitle.parse("pt", title)).isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pt/D", "pt", "pt[n]/F", "pt[n][3]/F", "pt[3]", "pt/F:eta:phi/I", "pt/d[0,100,16]"})
    void listsOfLeavesTellNothing(String title) {
        assertThat(BranchTitle.parse("pt", title)).isEqualTo(new BranchTitle("", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"pT of the muon", "x]", "a[3]", "pts/D of both"})
    void otherTitlesAreDescriptions(String title) {
        assertThat(BranchTitle.parse("pt", title)).isEqualTo(new BranchTitle(title, ""));
    }
}
