package org.muonframework.evaluate.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.muonframework.spi.metric.MetricResult;
import org.muonframework.spi.metric.MetricValue;
import org.muonframework.spi.train.Ensemble;

@DisplayName("What the members of an ensemble count")
class EnsembleFindingsTest {

    private static Ensemble ensemble(boolean divided, String warning, double loss) {
        return new Ensemble(
                "", divided, List.of(new Ensemble.Member(0.5, 0.625), new Ensemble.Member(loss, 0.375)), warning);
    }

    private static List<String> texts(MetricResult result) {
        return result.values().stream()
                .map(value -> value.name() + " " + value.keys() + " " + value.value())
                .toList();
    }

    @Test
    @DisplayName("is the validation loss and the weight of each")
    void values() {
        MetricResult result = EnsembleFindings.of(List.of(List.of(ensemble(false, "", 0.75))));

        assertThat(texts(result))
                .containsExactly(
                        "ensemble-loss {member=1} 0.5",
                        "ensemble-weight {member=1} 0.625",
                        "ensemble-loss {member=2} 0.75",
                        "ensemble-weight {member=2} 0.375");
        assertThat(result.values()).extracting(MetricValue::standsForTheWhole).containsOnly(false);
        assertThat(result.notes()).isEmpty();
        assertThat(result.warnings()).isEmpty();
    }

    @Test
    @DisplayName("has the keys of its region and fold; what is wrong is told with them, once what holds for all")
    void parts() {
        List<Ensemble> fold = List.of(
                ensemble(true, "", 0.75).of("mass < 4"),
                ensemble(true, "all count the same", 0.75).of("mass >= 4"));
        MetricResult result = EnsembleFindings.of(List.of(fold, fold));

        assertThat(texts(result)).hasSize(16).contains("ensemble-weight {fold=1, member=2, region=mass < 4} 0.375");
        assertThat(result.warnings())
                .containsExactly("fold 0, mass >= 4: all count the same", "fold 1, mass >= 4: all count the same");
        assertThat(result.notes()).hasSize(1).first().asString().contains("fitted by all members but one");
    }

    @Test
    @DisplayName("says where a training tells no loss")
    void missing() {
        MetricResult result = EnsembleFindings.of(List.of(List.of(ensemble(false, "", Double.NaN))));

        MetricResult warned = EnsembleFindings.of(List.of(List.of(ensemble(false, "all count the same", 0.75))));
        assertThat(warned.warnings()).containsExactly("all count the same");
        assertThat(result.values().get(2).keys()).containsEntry("note", "its training tells no validation loss");
    }
}
