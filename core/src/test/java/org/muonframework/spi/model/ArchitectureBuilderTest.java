package org.muonframework.spi.model;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ArchitectureBuilderTest {

    @Test
    void anInputWithoutFeaturesIsRefused() {
        assertThatThrownBy(() -> Architecture.builder().input("jets", List.of(), Scaling.NONE))
                .isInstanceOf(ArchitectureException.class)
                .hasMessage("input 'jets' has no features");
    }
}
