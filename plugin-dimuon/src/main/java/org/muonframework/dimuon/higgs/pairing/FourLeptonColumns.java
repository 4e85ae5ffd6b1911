package org.muonframework.dimuon.higgs.pairing;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.muonframework.spi.data.Batch;
import org.muonframework.spi.data.Column;
import org.muonframework.spi.data.ColumnRole;
import org.muonframework.spi.data.ColumnSpec;
import org.muonframework.spi.data.ColumnType;
import org.muonframework.spi.data.Transform;

/**
 * What {@link LeptonPairing} finds, as columns. Rows whose leptons do not make two pairs, by their charges or flavours,
 * or whose momenta are no numbers, have NaN, and the channel −1; see {@link FourLeptons} for what is refused.
 */
final class FourLeptonColumns implements Transform {

    private static final List<ColumnSpec> NUMBERS = List.of(
            number("m4l", "GeV", "mass of the four leptons"),
            number("z1Mass", "GeV", "mass of the pair nearest to the Z"),
            number("z2Mass", "GeV", "mass of the other pair"),
            number("pt4l", "GeV", "transverse momentum of the four leptons"),
            number("y4l", "", "rapidity of the four leptons"),
            number("cosThetaStar", "", "cosine of the angle of Z1 to the beam, at rest with the four leptons"),
            number("cosTheta1", "", "cosine of the angle of the negative lepton of Z1 to the reverse of Z2, in Z1"),
            number("cosTheta2", "", "cosine of the angle of the negative lepton of Z2 to the reverse of Z1, in Z2"));

    private static final String CHANNEL = "channel";

    private final FourLeptonsSettings settings;

    FourLeptonColumns(FourLeptonsSettings settings) {
        this.settings = settings;
    }

    @Override
    public List<Input> inputs() {
        return IntStream.rangeClosed(1, FourLeptons.COUNT)
                .boxed()
                .flatMap(lepton -> Stream.of(
                        Input.number(settings.pt() + lepton).in("GeV"),
                        Input.number(settings.eta() + lepton),
                        Input.number(settings.phi() + lepton).in("rad"),
                        Input.number(settings.charge() + lepton),
                        Input.number(settings.code() + lepton)))
                .toList();
    }

    @Override
    public List<ColumnSpec> columns() {
        return Stream.concat(
                        NUMBERS.stream(),
                        Stream.of(ColumnSpec.of(
                                CHANNEL,
                                ColumnType.INT,
                                "",
                                "0 for four muons, 1 for four electrons, 2 for two of each, -1 without two pairs",
                                ColumnRole.FEATURE)))
                .toList();
    }

    @Override
    public Map<String, Column> apply(Batch batch) {
        FourLeptons leptons = new FourLeptons(batch.rows());
        int[] channels = new int[batch.rows()];
        Column[][] inputs = inputs(batch);
        for (int row = 0; row < batch.rows(); row++) {
            channels[row] = leptons.read(batch, inputs, row);
        }
        double[][] numbers = new FourLeptonKinematics(leptons).numbers();
        for (double[] values : numbers) {
            Arrays.setAll(values, row -> channels[row] < 0 ? Double.NaN : values[row]);
        }
        Map<String, Column> columns = new HashMap<>();
        for (int k = 0; k < numbers.length; k++) {
            columns.put(NUMBERS.get(k).name(), new Column.Doubles(numbers[k]));
        }
        columns.put(CHANNEL, new Column.Ints(channels));
        return columns;
    }

    /** {@code [lepton][pt, eta, phi, charge, code]}. */
    private Column[][] inputs(Batch batch) {
        return IntStream.rangeClosed(1, FourLeptons.COUNT)
                .mapToObj(lepton -> Stream.of(
                                settings.pt(), settings.eta(), settings.phi(), settings.charge(), settings.code())
                        .map(name -> batch.column(name + lepton))
                        .toArray(Column[]::new))
                .toArray(Column[][]::new);
    }

    private static ColumnSpec number(String name, String unit, String description) {
        return ColumnSpec.of(name, ColumnType.DOUBLE, unit, description, ColumnRole.FEATURE);
    }
}
