package org.muonframework.darksector.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.muonframework.spi.data.ColumnRole;
import org.muonframework.spi.data.ColumnSpec;
import org.muonframework.spi.data.ColumnType;

/**
 * Inputs for a network that sees the event as a whole, the same for its four candidates: momenta of the four muons in
 * their order, rotated around the beams until the first has azimuth 0, and the vertices of the four pairs.
 */
final class EventInputs {

    private static final double PER_CM = 100;

    private EventInputs() {}

    static List<CandidateColumn> all() {
        List<CandidateColumn> columns = new ArrayList<>();
        for (int muon = 0; muon < 4; muon++) {
            addMuon(muon, columns);
        }
        for (int pair = 0; pair < CandidateGroup.PAIRS; pair++) {
            addPair(pair, columns);
        }
        return columns;
    }

    private static void addMuon(int muon, List<CandidateColumn> columns) {
        String name = "muon" + (muon + 1);
        String whose = "of the " + (muon < 2 ? "more" : "less") + " energetic μ" + (muon % 2 == 0 ? "⁺" : "⁻");
        columns.add(input(name + "E", "GeV", "energy " + whose, (g, r) -> range(g, g.events.e[muon], r)));
        columns.add(input(
                name + "Px",
                "GeV",
                "momentum " + whose + " along muon 1, across the beams",
                (g, r) -> rotate(g, muon, r)));
        columns.add(input(
                name + "Py",
                "GeV",
                "momentum " + whose + " across muon 1 and the beams",
                (g, r) -> rotateAcross(g, muon, r)));
        columns.add(input(
                name + "Pz",
                "GeV",
                "momentum " + whose + " along the electron beam",
                (g, r) -> range(g, g.events.pz[muon], r)));
    }

    private static void addPair(int pair, List<CandidateColumn> columns) {
        String name = "pair" + (pair + 1);
        String whose = "candidate " + pair + ", v → sgn(v) ln(1 + 100 |v|/cm)";
        columns.add(vertex(name + "Dr", "dr of " + whose, g -> g.vertices.dr[pair]));
        columns.add(vertex(name + "D0", "d0 of " + whose, g -> g.vertices.d0[pair]));
        columns.add(vertex(name + "Z0", "z0 of " + whose, g -> g.vertices.z0[pair]));
    }

    private static CandidateColumn vertex(String name, String description, Function<CandidateGroup, double[]> values) {
        return input(name, "", description, (g, r) -> compress(values.apply(g), g.size, r))
                .fromVertices();
    }

    private static CandidateColumn input(
            String name, String unit, String description, CandidateColumn.EventValues values) {
        return CandidateColumn.event(
                ColumnSpec.of(name, ColumnType.DOUBLE, unit, description, ColumnRole.FEATURE), values);
    }

    static void range(CandidateGroup group, double[] values, double[] result) {
        System.arraycopy(values, group.start, result, 0, group.size);
    }

    private static void rotate(CandidateGroup group, int muon, double[] result) {
        double[] x0 = group.events.px[0];
        double[] y0 = group.events.py[0];
        double[] x = group.events.px[muon];
        double[] y = group.events.py[muon];
        for (int i = 0; i < group.size; i++) {
            int j = group.start + i;
            double pt = Math.sqrt(x0[j] * x0[j] + y0[j] * y0[j]);
            result[i] = (x0[j] * x[j] + y0[j] * y[j]) / pt;
        }
    }

    private static void rotateAcross(CandidateGroup group, int muon, double[] result) {
        double[] x0 = group.events.px[0];
        double[] y0 = group.events.py[0];
        double[] x = group.events.px[muon];
        double[] y = group.events.py[muon];
        for (int i = 0; i < group.size; i++) {
            int j = group.start + i;
            double pt = Math.sqrt(x0[j] * x0[j] + y0[j] * y0[j]);
            result[i] = (x0[j] * y[j] - y0[j] * x[j]) / pt;
        }
    }

    private static void compress(double[] values, int size, double[] result) {
        for (int i = 0; i < size; i++) {
            result[i] = Math.copySign(Math.log(1 + PER_CM * Math.abs(values[i])), values[i]);
        }
    }
}
