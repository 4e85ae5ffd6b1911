package org.muonframework.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A text on a terminal")
class PlainTextTest {

    @Test
    @DisplayName("has raised digits in the place of the report's markup")
    void raisesExponents() {
        assertThat(PlainText.of("1.441 × 10^{−42}")).isEqualTo("1.441 × 10⁻⁴²");
        assertThat(PlainText.of("(2.4 ± 0.5) × 10^{17} GeV")).isEqualTo("(2.4 ± 0.5) × 10¹⁷ GeV");
        assertThat(PlainText.of("91.20 ± 0.07")).isEqualTo("91.20 ± 0.07");
    }
}
