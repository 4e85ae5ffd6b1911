package org.muonframework.report.draw;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class RichTextTest {

    private final Fonts fonts = new Fonts();

    @Test
    void subscriptsAndSuperscriptsBecomeMarkup() {
        assertThat(RichText.of("p_{T}^{miss} [GeV]").html()).isEqualTo("p<sub>T</sub><sup>miss</sup> [GeV]");
        assertThat(RichText.of("p_{T}^{miss} [GeV]").plain()).isEqualTo("pTmiss [GeV]");
    }

    @Test
    void namesWithUnderscoresStayAsTheyAre() {
        assertThat(RichText.of("jet_pt ^ 2 _{open").plain()).isEqualTo("jet_pt ^ 2 _{open");
    }

    @Test
    void aSuperscriptStandsAboveTheSubscriptBeforeIt() {
        TextLine stacked = TextLine.of(RichText.of("p_{T}^{miss}"), TextStyle.of(10), fonts);
        assertThat(stacked.runs().get(2).x()).isEqualTo(stacked.runs().get(1).x());
        assertThat(stacked.runs().get(2).drop()).isNegative();
        assertThat(stacked.runs().get(1).drop()).isPositive();
    }

    @Test
    void theFontHasTheWidthsOfHelvetica() {
        // Advance widths of Helvetica, in thousandths of an em, from Adobe's font metrics.
        assertThat(fonts.width("a", Face.REGULAR, 1000)).isBetween(555.0, 557.0);
        assertThat(fonts.width("M", Face.REGULAR, 1000)).isBetween(832.0, 834.0);
        assertThat(fonts.width("i", Face.REGULAR, 1000)).isBetween(221.0, 223.0);
        assertThat(fonts.width("0", Face.BOLD_ITALIC, 1000)).isBetween(555.0, 557.0);
    }

    @Test
    void lettersOfPhysicsHaveOutlinesThatStandOnTheBaseLine() {
        for (String letter : "μηφτχπεσΔΣ±−×√∞≤".split("")) {
            var bounds = fonts.outline(letter, Face.REGULAR, 100).getBounds2D();
            assertThat(bounds.getHeight()).as(letter).isBetween(5.0, 110.0);
        }
        assertThat(fonts.outline("H", Face.REGULAR, 100).getBounds2D().getMaxY())
                .isBetween(-0.1, 0.1);
        assertThat(fonts.outline("H", Face.REGULAR, 100).getBounds2D().getMinY())
                .isBetween(-75.0, -65.0);
    }

    @Property(tries = 300)
    void anyTextHasAWidthAndSafeMarkup(@ForAll String text) {
        TextLine line = TextLine.of(RichText.of(text), TextStyle.of(12), fonts);
        assertThat(line.width()).isBetween(0.0, 24.0 * text.length());
        assertThat(RichText.of(text).html().replaceAll("</?su[bp]>", "")).doesNotContain("<", ">", "\"");
    }
}
