package org.muonframework.dimuon.higgs.pairing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.muonframework.dimuon.Sample;
import org.muonframework.dimuon.higgs.simulation.Higgs4lSettings;
import org.muonframework.dimuon.higgs.simulation.Higgs4lSimulation;
import org.muonframework.spi.Context;
import org.muonframework.spi.data.Batch;
import org.muonframework.spi.data.Column;
import org.muonframework.spi.data.ColumnSpec;
import org.muonframework.spi.problem.DataException;

@DisplayName("The transform four-leptons")
class FourLeptonsTest {

    private static final double[] FIRST = {40, 0.5, 0.1, -1, 13};
    private static final double[] SECOND = {30, -0.2, 2.9, 1, -13};
    private static final double[] THIRD = {20, 1.1, -1.2, -1, 11};
    private static final double[] FOURTH = {10, 0.4, 1.7, 1, -11};

    @Test
    @DisplayName("finds two leptons at rest with each other back to back, and angles of a decay that is drawn by hand")
    void byHand() {
        // Z1 at rest to within 1e-3: muons of 45 GeV along ±z' = ±x; Z2 two electrons of 20 GeV along ±y
        Map<String, Column> found = LeptonTable.transformed(LeptonTable.row(
                new double[] {45, 0, 0, -1, 13},
                new double[] {45, 0, Math.PI, 1, -13},
                new double[] {20, 0, Math.PI / 2, 1, -11},
                new double[] {20, 0, -Math.PI / 2, -1, 11}));
        assertThat(found.get("m4l").doubleAt(0)).isCloseTo(130, within(0.001));
        assertThat(found.get("z1Mass").doubleAt(0)).isCloseTo(90, within(0.001));
        assertThat(found.get("z2Mass").doubleAt(0)).isCloseTo(40, within(0.001));
        assertThat(found.get("pt4l").doubleAt(0)).isCloseTo(0, within(1e-9));
        assertThat(found.get("y4l").doubleAt(0)).isCloseTo(0, within(1e-9));
        assertThat(found.get("channel").doubleAt(0)).isEqualTo(Channel.TWO_OF_EACH.ordinal());
    }

    @Test
    @DisplayName("measures θ1 from the reverse of Z2: a negative lepton that flies away from Z2 has cos θ1 = 1")
    void angles() {
        // Z1 = (px 10), its mu- forward along +x, Z2 = (px -10): both along x
        Map<String, Column> found = LeptonTable.transformed(LeptonTable.row(
                new double[] {50, 0, 0, -1, 13},
                new double[] {40, 0, Math.PI, 1, -13},
                new double[] {25, 0, Math.PI, -1, 11},
                new double[] {15, 0, 0, 1, -11}));
        assertThat(found.get("cosTheta1").doubleAt(0)).isCloseTo(1, within(1e-6));
        assertThat(found.get("cosTheta2").doubleAt(0)).isCloseTo(1, within(1e-6));
        assertThat(found.get("cosThetaStar").doubleAt(0)).isCloseTo(0, within(1e-6));
    }

    @Test
    @DisplayName("gives the masses that the simulation has of its measured muons, to 10⁻⁹")
    void asInTheSimulation() {
        Higgs4lSettings settings = new Higgs4lSettings(5000, 125.25, 20, 10, 5, 2.4, 40, 12);
        Sample sample = Sample.of(new Higgs4lSimulation().create(settings, Context.standalone(3, 1)));
        Map<String, Column> found = LeptonTable.transformed(LeptonTable.batch(sample));
        for (int row = 0; row < sample.rows(); row++) {
            assertThat(found.get("m4l").doubleAt(row)).isCloseTo(sample.get("M")[row], within(1e-9));
            assertThat(found.get("z1Mass").doubleAt(row)).isCloseTo(sample.get("mZ1")[row], within(1e-9));
            assertThat(found.get("z2Mass").doubleAt(row)).isCloseTo(sample.get("mZ2")[row], within(1e-9));
            assertThat(found.get("channel").doubleAt(row)).isEqualTo(Channel.FOUR_MUONS.ordinal());
        }
    }

    @Test
    @DisplayName("has NaN and channel −1 where charges or flavours make no two pairs, or a momentum is no number")
    void withoutPairs() {
        double[] positive = {40, 0.5, 0.1, 1, -13};
        double[] unmeasured = {Double.NaN, 0.5, 0.1, -1, 13};
        double[] electron = {40, 0.5, 0.1, -1, 11};
        for (Batch row : new Batch[] {
            LeptonTable.row(positive, SECOND, THIRD, FOURTH),
            LeptonTable.row(unmeasured, SECOND, THIRD, FOURTH),
            LeptonTable.row(electron, SECOND, THIRD, FOURTH)
        }) {
            Map<String, Column> found = LeptonTable.transformed(row);
            assertThat(found.get("channel").doubleAt(0)).isEqualTo(-1);
            assertThat(found.keySet()).hasSize(9);
            found.forEach((name, column) -> {
                if (!name.equals("channel")) {
                    assertThat(column.doubleAt(0)).as(name).isNaN();
                }
            });
        }
    }

    @Test
    @DisplayName("refuses other particles, and charges that contradict the code, with the row")
    void refused() {
        double[] photon = {40, 0.5, 0.1, 0, 22};
        double[] wrong = {40, 0.5, 0.1, 1, 13};
        assertThatThrownBy(() -> LeptonTable.transformed(LeptonTable.row(FIRST, SECOND, photon, FOURTH)))
                .isInstanceOf(DataException.class)
                .hasMessage("events.csv: row 1: lepton 3 has the PDG code 22, which is neither an electron (11, -11)"
                        + " nor a muon (13, -13)");
        assertThatThrownBy(() -> LeptonTable.transformed(LeptonTable.row(wrong, SECOND, THIRD, FOURTH)))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("events.csv: row 1")
                .hasMessageContaining(
                        "lepton 1 has the charge 1 and the PDG code 13, which is of a particle of charge" + " -1");
    }

    @Test
    @DisplayName("makes the columns that it promises, of which no one is in the files of CMS already")
    void columns() {
        FourLeptonsSettings settings = new FourLeptonsSettings("pt", "eta", "phi", "Q", "PID");
        assertThat(new FourLeptonsProvider()
                        .create(settings, Context.standalone(1, 1))
                        .columns())
                .extracting(ColumnSpec::name)
                .containsExactlyInAnyOrderElementsOf(
                        LeptonTable.transformed(LeptonTable.row(FIRST, SECOND, THIRD, FOURTH))
                                .keySet())
                .doesNotContain("M", "mZ1", "mZ2");
    }
}
