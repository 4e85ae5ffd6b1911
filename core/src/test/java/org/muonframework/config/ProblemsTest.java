package org.muonframework.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.muonframework.spi.problem.ConfigurationException;
import org.muonframework.spi.problem.Problem;

class ProblemsTest {

    private final Problems problems = new Problems();

    @Test
    void listsByFileAndThenByLineAsANumber() {
        problems.add("b.conf:2", "second file");
        problems.add("a.conf:10", "later line");
        problems.add("a.conf:9", "earlier line");

        assertThat(problems.list())
                .extracting(Problem::toString)
                .containsExactly("a.conf:9: earlier line", "a.conf:10: later line", "b.conf:2: second file");
    }

    @Test
    void keepsTheOrderOfAddingForWhatHasNoLineOrTheSameLine() {
        problems.add("--set z", "first");
        problems.add("", "second");
        problems.add("a.conf:1", "y");
        problems.add("a.conf:1", "x");

        assertThat(problems.list()).extracting(Problem::message).containsExactly("y", "x", "first", "second");
    }

    @Test
    void keepsTheSameProblemOnce() {
        problems.add("a.conf:1", "x");
        problems.add("a.conf:1", "x");

        assertThat(problems.list()).hasSize(1);
    }

    @Test
    void throwsAllTogetherOrNothing() {
        assertThat(problems.isEmpty()).isTrue();
        assertThatCode(problems::throwIfAny).doesNotThrowAnyException();

        problems.add("a.conf:2", "two");
        problems.add("a.conf:1", "one");

        assertThat(problems.isEmpty()).isFalse();
        assertThatThrownBy(problems::throwIfAny)
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("a.conf:1: one\na.conf:2: two");
    }
}
