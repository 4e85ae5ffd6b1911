package org.muonframework.spi.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionsTest {

    private static final List<String> KEYS = List.of("batch-size", "epochs", "optimizer", "learning-rate", "pt");

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource({
        "bacth-size, batch-size",
        "batch_size, batch-size",
        "batchSize, batch-size",
        "BATCH-SIZE, batch-size",
        "epoch, epochs",
        "optimiser, optimizer",
        "lerning-rat, learning-rate",
        "px, pt"
    })
    void findsTheNameThatWasMeant(String written, String meant) {
        assertThat(Suggestions.nearest(written, KEYS)).contains(meant);
    }

    @ParameterizedTest
    @CsvSource({"momentum", "x", "''", "e"})
    void findsNothingWhereNothingIsNear(String written) {
        assertThat(Suggestions.nearest(written, KEYS)).isEmpty();
    }

    @Test
    void takesTheFirstInTheAlphabetOfEquallyNearNamesWhateverTheirOrder() {
        assertThat(Suggestions.nearest("muon3", List.of("muon2", "muon1"))).contains("muon1");
        assertThat(Suggestions.nearest("muon3", List.of("muon1", "muon2"))).contains("muon1");
    }

    @Test
    void prefersTheSameLettersToASmallerDistance() {
        assertThat(Suggestions.nearest("l_2", List.of("l-3", "l2", "l_3"))).contains("l2");
    }

    @Test
    void offersTheNearestOrElseListsWhatThereIs() {
        List<String> many = IntStream.range(0, 13).mapToObj(i -> "name" + i).toList();

        assertThat(Suggestions.didYouMean("bacth-size", KEYS)).isEqualTo(" Did you mean 'batch-size'?");
        assertThat(Suggestions.didYouMean("momentum", List.of("b", "a"))).isEqualTo(" Known: a, b.");
        assertThat(Suggestions.didYouMean("momentum", many))
                .startsWith(" Known: name0, ")
                .endsWith(", …");
        assertThat(Suggestions.didYouMean("name", List.of("pt1", "pt2", "pt3", "pt4")))
                .startsWith(" Known: pt1, ");
        assertThat(Suggestions.didYouMean("pt9", List.of("pt1", "pt2", "pt3", "pt4")))
                .isEqualTo(" Did you mean 'pt1' or 'pt2' or 'pt3'?");
        assertThat(Suggestions.didYouMean("momentum", many.subList(0, 12))).startsWith(" Known: name0, ");
        assertThat(Suggestions.didYouMean("momentum", List.of())).isEmpty();
    }

    @Property
    void aSwapOfTwoNeighboursIsAlwaysFound(
            @ForAll @AlphaChars @StringLength(min = 3, max = 20) String name, @ForAll @IntRange(max = 18) int at) {
        int i = at % (name.length() - 1);
        String swapped = name.substring(0, i) + name.charAt(i + 1) + name.charAt(i) + name.substring(i + 2);

        assertThat(Suggestions.nearest(swapped, List.of(name))).contains(name);
    }
}
