package org.muonframework.dimuon.higgs.pairing;

import java.util.HashMap;
import java.util.Map;
import org.muonframework.dimuon.Sample;
import org.muonframework.spi.Context;
import org.muonframework.spi.data.Batch;
import org.muonframework.spi.data.Column;

/** Rows of four leptons for the transform. */
final class LeptonTable {

    private LeptonTable() {}

    /** One row: of each lepton pt, eta, phi, charge and code. */
    static Batch row(double[]... leptons) {
        Map<String, double[]> columns = new HashMap<>();
        String[] names = {"pt", "eta", "phi", "Q", "PID"};
        for (int lepton = 0; lepton < leptons.length; lepton++) {
            for (int k = 0; k < names.length; k++) {
                columns.put(names[k] + (lepton + 1), new double[] {leptons[lepton][k]});
            }
        }
        return batch(new Sample(1, columns));
    }

    static Batch batch(Sample sample) {
        Map<String, Column> columns = new HashMap<>();
        sample.columns().forEach((name, values) -> columns.put(name, new Column.Doubles(values)));
        return new Batch(sample.rows(), columns, "events.csv", 1);
    }

    static Map<String, Column> transformed(Batch batch) {
        FourLeptonsSettings settings = new FourLeptonsSettings("pt", "eta", "phi", "Q", "PID");
        return new FourLeptonsProvider()
                .create(settings, Context.standalone(1, 1))
                .apply(batch);
    }
}
