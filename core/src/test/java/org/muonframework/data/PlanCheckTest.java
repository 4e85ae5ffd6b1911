package org.muonframework.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.muonframework.spi.data.Column;
import org.muonframework.spi.data.ColumnRole;
import org.muonframework.spi.data.ColumnSpec;
import org.muonframework.spi.data.ColumnType;
import org.muonframework.spi.data.Schema;
import org.muonframework.spi.problem.ConfigurationException;
import org.muonframework.spi.problem.Problem;

@DisplayName("The check of a plan")
class PlanCheckTest {

    private static final Column LISTS = new Column.Jagged(new int[] {0}, new Column.Doubles(new double[0]));

    private static final ColumnsDataset DATA = new ColumnsDataset()
            .with("pt")
            .with("eta")
            .with("mass", ColumnRole.SPECTATOR, new double[0])
            .with("genPt", ColumnRole.TRUTH, new double[0])
            .with("isSignal", ColumnRole.LABEL, new double[0])
            .with("mcWeight", ColumnRole.WEIGHT, new double[0])
            .with("event", ColumnRole.KEY, new long[0])
            .with("type", ColumnRole.FEATURE, new String[0])
            .with("hits", ColumnRole.FEATURE, LISTS, ColumnType.DOUBLE);

    private static List<String> problems(Plans plans) {
        return Preparation.check(DATA.schema(), plans.plan()).stream()
                .map(Problem::toString)
                .toList();
    }

    @Test
    @DisplayName("finds nothing wrong with a good plan, and knows what it will read")
    void good() {
        Plans plans = new Plans()
                .derive("ptSquared", "pt ^ 2")
                .derive("unused", "genPt")
                .features("ptSquared")
                .selection("abs(eta) < 2.4")
                .columns("mass / 2");
        Preparation preparation = Preparation.of(DATA, plans.plan());

        assertThat(problems(plans)).isEmpty();
        assertThat(preparation.columns())
                .containsExactlyInAnyOrder("pt", "eta", "mass", "isSignal", "mcWeight", "event");
        assertThat(preparation.task().features()).containsExactly("ptSquared");
        assertThat(preparation.task().classes()).containsExactly("background", "signal");
    }

    @Test
    @DisplayName("refuses features that would give the answer away, each with its reason")
    void roles() {
        assertThat(problems(new Plans().features("pt", "mass", "genPt", "isSignal", "mcWeight", "event", "pt")))
                .satisfiesExactly(
                        problem -> assertThat(problem)
                                .isEqualTo(
                                        "features: 'mass' is a spectator, for selection, weights and evaluation only;"
                                                + " if the model may see it, set allow-spectators = true"),
                        problem -> assertThat(problem).contains("'genPt' is truth"),
                        problem -> assertThat(problem).contains("'isSignal' is the label"),
                        problem -> assertThat(problem).contains("'mcWeight' is a weight"),
                        problem -> assertThat(problem).contains("'event' identifies the event"),
                        problem -> assertThat(problem).contains("'pt' is listed twice"));
        assertThat(problems(new Plans().features("mass").allowSpectators())).isEmpty();
    }

    @Test
    @DisplayName("sees through a copy of the label, of truth or of a spectator under another name")
    void copies() {
        assertThat(problems(new Plans()
                        .derive("harmless", "pt + 0 * isSignal")
                        .derive("more", "2 * harmless")
                        .features("more")))
                .containsExactly(
                        "features: 'more' (made from: 2 * harmless) is the label: there would be nothing left to"
                                + " learn");
        assertThat(problems(new Plans().derive("m", "mass - 91").features("m"))).hasSize(1);
        assertThat(problems(new Plans().derive("m", "mass - 91").features("m").allowSpectators()))
                .isEmpty();
        assertThat(problems(
                        new Plans().derive("r", "mass / genPt").features("r").allowSpectators()))
                .singleElement()
                .asString()
                .contains("is truth");
    }

    @Test
    @DisplayName("treats what this analysis uses as label or target as such, whatever its role in the file")
    void uses() {
        assertThat(problems(new Plans().label("eta").features("pt", "eta")))
                .singleElement()
                .asString()
                .contains("'eta' is the label");
        assertThat(problems(new Plans()
                        .classes()
                        .targets("pt")
                        .derive("copy", "pt * 1000")
                        .features("copy")))
                .singleElement()
                .asString()
                .contains("is truth: known only in simulation, or what is to be predicted");
        assertThat(problems(new Plans()
                        .classes()
                        .derive("rest", "pt * cosh(eta)")
                        .targets("rest")
                        .features("pt", "eta")))
                .isEmpty();
    }

    @Test
    @DisplayName("reports everything at once, at its key")
    void everything() {
        Plans plans = new Plans()
                .derive("pt", "eta")
                .derive("broken", "1 +")
                .derive("usesBroken", "broken + 1")
                .derive("words", "type")
                .selection("pt + 1")
                .features("ptt", "type", "hits")
                .label("isSignl")
                .targets("type", "genPt", "genPt")
                .weight("type")
                .columns("deltaPhi(1)")
                .missing(new MissingPolicy(OptionalDouble.of(-9), MissingPolicy.Policy.CONSTANT, -9))
                .split(0.8, 0.5, "evnt", "hits");

        assertThat(problems(plans))
                .containsExactlyInAnyOrder(
                        "derive.pt: the dataset has a column 'pt' already",
                        "derive.broken: expected a value but found the end at position 4",
                        "derive.words: 'type' is text; only numbers can be derived",
                        "selection: a condition is needed, 'pt + 1' is a number",
                        "features: unknown column 'ptt'. Did you mean 'pt'?",
                        "features: 'type' is text, and a number is needed",
                        "features: 'hits' is a list in every row, and one number is needed. Derive one from it, as in:"
                                + " derive { hits_0 = \"hits[0]\" }, or give every element a row of its own by"
                                + " dataset.explode",
                        "label: unknown column 'isSignl' at position 1. Did you mean 'isSignal'?",
                        "targets: 'type' is text, and a number is needed",
                        "targets: 'genPt' is listed twice",
                        "weight: 'type' is text, and a number is needed; compare it, as in: name == \"muon\"",
                        "metrics: deltaPhi takes 2 arguments, not 1 at position 1",
                        "missing.constant: -9.0 counts as missing itself",
                        "split: train and validation have to be above 0 and together not above 1, they are 0.8 and 0.5",
                        "split.by: unknown column 'evnt'. Did you mean 'event'?",
                        "split.by: 'hits' is a list in every row and cannot identify an event. Derive one from it, as"
                                + " in: derive { hits_0 = \"hits[0]\" }");
        assertThatThrownBy(() -> Preparation.of(DATA, plans.plan()))
                .isInstanceOfSatisfying(ConfigurationException.class, failure -> assertThat(failure.problems())
                        .hasSize(16));
    }

    @Test
    @DisplayName("needs a label, classes and event keys from somewhere")
    void nothingThere() {
        Schema plain = Schema.of(List.of(ColumnSpec.of("pt", ColumnType.DOUBLE)));

        assertThat(Preparation.check(plain, new Plans().plan()))
                .extracting(Problem::where)
                .containsExactly("label", "split.by");
        assertThat(Preparation.check(plain, new Plans().plan()).get(1).message())
                .contains("Rows of one event must stay together", "by = [run, event]");
        assertThat(problems(new Plans().classes().targets("genPt").label("pt > 3")))
                .containsExactly("label: a label needs the names of its classes: classes = [background, signal]");
        assertThat(problems(new Plans().classes("one")))
                .containsExactly("classes: at least two classes are needed, there is only 'one'");
        assertThat(problems(new Plans().features()))
                .containsExactly("features: at least one feature is needed, or an image");
    }
}
