package org.muonframework.darksector.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Set;
import java.util.stream.IntStream;
import org.hipparchus.stat.StatUtils;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the analysis is expected to see at 178/fb within 0.25 GeV of the mass of the Z'. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReferenceTest {

    private static final long EVENTS = 2500;

    private Rows signal;
    private Rows background;

    @BeforeAll
    void simulate() {
        Set<String> names = Set.of("mass", "label", "isTruth", "genMass", "generated", "weight");
        signal = Rows.of(Rows.dataset(Rows.signal(EVENTS, 0.3, 0.5, 1.0, 2.5, 3.0, 4.5, 6.0, 8.5, 9.0), 21, 2), names);
        background = Rows.of(Rows.dataset(Rows.background(60_000), 21, 2), names);
    }

    @ParameterizedTest(name = "{0} GeV: efficiency {1}, background {2}")
    @CsvSource({
        "0.5, 0.34, 10790",
        "1, 0.44, 5570",
        "2.5, 0.57, 4020",
        "4.5, 0.62, 2930",
        "6, 0.65, 2220",
        "8.5, 0.65, 1580",
        "9, 0.54, 1290"
    })
    @DisplayName("efficiency of generated events and background of all candidates, to 10 %")
    void acceptance(double mass, double efficiency, double expected) {
        double[] generated = signal.get("generated");
        double[] label = signal.get("label");
        double passed = IntStream.range(0, signal.size())
                .filter(row -> signal.get("genMass")[row] == mass)
                .mapToDouble(row -> label[row] / generated[row])
                .sum();
        assertThat(passed / efficiency).isCloseTo(1, within(0.1));
        double inWindow = background.sum("weight", row -> Math.abs(background.get("mass")[row] - mass) < 0.25);
        assertThat(inWindow / expected).isCloseTo(1, within(0.1));
    }

    @ParameterizedTest(name = "{0} GeV: {1} MeV")
    @CsvSource({"0.3, 1.3", "1, 3.1", "3, 8.2", "6, 18", "9, 33"})
    @DisplayName("half of the range of the central 68 % of the measured mass, to 20 %")
    void resolution(double mass, double expected) {
        Rows one = signal.where(row -> signal.get("genMass")[row] == mass && signal.get("isTruth")[row] == 1);
        double[] masses = one.get("mass");
        double half = (StatUtils.percentile(masses, 84.13) - StatUtils.percentile(masses, 15.87)) / 2;
        assertThat(half * 1000 / expected).isCloseTo(1, within(0.2));
    }
}
