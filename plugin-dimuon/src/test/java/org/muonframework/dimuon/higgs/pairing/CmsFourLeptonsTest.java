package org.muonframework.dimuon.higgs.pairing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muonframework.data.format.TableFile;
import org.muonframework.dimuon.RealData;
import org.muonframework.dimuon.Sample;
import org.muonframework.spi.data.Batch;
import org.muonframework.spi.data.BatchReader;
import org.muonframework.spi.data.Column;

/** The four-lepton candidates of CMS, record 5200 of its open data. */
@DisplayName("Of the four-lepton events of CMS")
class CmsFourLeptonsTest {

    @ParameterizedTest(name = "{0} has {1} events of channel {2}, whose masses and pairs are those in the file")
    @CsvSource({
        "4mu_2011, 18, FOUR_MUONS",
        "4mu_2012, 95, FOUR_MUONS",
        "4e_2011, 7, FOUR_ELECTRONS",
        "2e2mu_2012, 104, TWO_OF_EACH"
    })
    void masses(String name, int events, Channel channel) {
        Sample sample = read(name);
        assertThat(sample.rows()).isEqualTo(events);
        Map<String, Column> found = LeptonTable.transformed(LeptonTable.batch(sample));
        for (int row = 0; row < events; row++) {
            // Six digits of pt, eta and phi are all that there is; masses go to 700 GeV.
            assertThat(found.get("m4l").doubleAt(row)).isCloseTo(sample.get("M")[row], within(0.002));
            assertThat(found.get("z1Mass").doubleAt(row)).isCloseTo(sample.get("mZ1")[row], within(0.001));
            assertThat(found.get("z2Mass").doubleAt(row)).isCloseTo(sample.get("mZ2")[row], within(0.001));
            assertThat(found.get("channel").doubleAt(row)).isEqualTo(channel.ordinal());
        }
    }

    @Test
    @DisplayName("84 of 224 lie between 70 and 181 GeV, 13 between 118 and 130")
    void counts() {
        double[] masses = IntStream.range(0, 4)
                .mapToObj(i -> read(new String[] {"4mu_2011", "4mu_2012", "4e_2011", "2e2mu_2012"}[i]))
                .map(sample ->
                        LeptonTable.transformed(LeptonTable.batch(sample)).get("m4l"))
                .flatMapToDouble(column -> IntStream.range(0, column.size()).mapToDouble(column::doubleAt))
                .toArray();
        assertThat(masses).hasSize(224);
        assertThat(Sample.fraction(masses, 70, 181) * 224).isCloseTo(84, within(1e-9));
        assertThat(Sample.fraction(masses, 118, 130) * 224).isCloseTo(13, within(1e-9));
    }

    private static Sample read(String name) {
        TableFile table = RealData.table("cms-csv/" + name + ".csv");
        try (BatchReader reader = table.open(Set.copyOf(table.schema().names()))) {
            Batch batch = reader.next().orElseThrow();
            Map<String, double[]> columns = new HashMap<>();
            batch.columns()
                    .forEach((key, column) -> columns.put(
                            key,
                            IntStream.range(0, batch.rows())
                                    .mapToDouble(column::doubleAt)
                                    .toArray()));
            return new Sample(batch.rows(), columns);
        }
    }
}
